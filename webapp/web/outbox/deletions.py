"""Deletions that can still be undone."""

from typing import Any

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.outbox.deletions import Deleted, undo_deletion, undoable_deletions
from webapp.rules.shared.deletions import DeletedKind
from webapp.web.shared.clock import now
from webapp.web.shared.deleted import lead_to
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.permissions.acting import acting, at, path_of_win

pages = Blueprint("deletions", __name__, url_prefix="/deletions")
# The page that shows a thing, and the name that its id has in the address; "row": it is a row there
PAGES = {
    DeletedKind.WIN: ("wins.index", "row"),
    DeletedKind.CHECK_IN: ("checkins.index", "row"),
    DeletedKind.DECISION: ("decisions.index", "row"),
    DeletedKind.GOAL: ("goals.show", "goal_id"),
    DeletedKind.CLOSURE: ("goals.show", "goal_id"),
    DeletedKind.OLD_VALUE: ("indicators.show", "indicator_id"),
    DeletedKind.OBJECTIVE: ("objectives.show", "objective_id"),
    DeletedKind.INDICATOR: ("indicators.show", "indicator_id"),
    DeletedKind.VALUE: ("indicators.show", "indicator_id"),
    DeletedKind.REVIEW: ("reviews.show", "review_id"),
    DeletedKind.LINE: ("reviews.index", ""),
    DeletedKind.PRESET: ("presets.index", "row"),
    DeletedKind.ABSENCE: ("absences.index", "row"),
}


@pages.delete("/<deletion_id>")
@stored_once
def destroy(deletion_id: str) -> ResponseReturnValue:
    """Undo a deletion, and lead to what is there again."""
    whose = acting()
    leads_to = _path_of(undo_deletion(whose, deletion_id, now()))
    others = undoable_deletions(whose, now())
    return lead_to(leads_to, others[0].id) if others else redirect(leads_to, 303)


def _path_of(deleted: Deleted) -> str:
    if deleted.kind is DeletedKind.WIN and at():
        return path_of_win(deleted.target)
    endpoint, name = PAGES[deleted.kind]
    row = f"{deleted.kind.replace('_', '')}-{deleted.target}"
    thing = deleted.target.partition(" ")[0]  # of a value: its indicator
    ids: dict[str, Any] = {"_anchor": row} if name == "row" else {name: thing} if name else {}
    return url_for(endpoint, **ids)
