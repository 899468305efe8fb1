"""After a deletion: leading to a page that offers to undo it."""

from flask import Flask, g, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import current_user

from webapp.domain.account.acting import Acting
from webapp.domain.outbox.deletions import Deleted, undoable_deletions
from webapp.rules.account.absences import BETWEEN
from webapp.rules.shared.deletions import DeletedKind
from webapp.rules.shared.ids import UUID
from webapp.web.shared.clock import now
from webapp.web.shared.i18n.dates import day_heading
from webapp.web.shared.i18n.gettext import join_names
from webapp.web.shared.login import current_person
from webapp.web.shared.permissions.acting import is_refused, team_here, team_of_page

OF_DAY = {DeletedKind.VALUE, DeletedKind.OLD_VALUE, DeletedKind.REVIEW, DeletedKind.CHECK_IN}
OF_BOARDS = {"boards", "shared_wins"}


def init_app(app: Flask) -> None:
    """Give layouts `deleted_things()` and `say_deleted`."""
    app.jinja_env.globals.update(deleted_things=deleted_things, say_deleted=say_deleted)


def lead_to(path: str, deletion_id: str) -> ResponseReturnValue:
    """Redirect to a page of this app that offers to undo this deletion."""
    path, sign, anchor = path.partition("#")
    return redirect(f"{path}{'&' if '?' in path else '?'}deleted={deletion_id}{sign}{anchor}", 303)


def deleted_things() -> list[Deleted]:
    """Return what this page offers to undo: nothing, unless a deletion led to it."""
    if not UUID.fullmatch(request.args.get("deleted", "")) or not current_user.is_authenticated:
        return []
    if "deleted" not in g:
        g.deleted = undoable_deletions(_whose(), now())
    found: list[Deleted] = g.deleted
    return found


def _whose() -> Acting:
    # Who reads a board may change what the team owns; not so who reads a team's settings.
    if request.blueprint in OF_BOARDS and not is_refused():
        return team_here() or current_person()
    return team_of_page() or current_person()


def say_deleted(deleted: Deleted) -> str:
    """Return the sentence on what was deleted or changed, with its name."""
    says = {
        DeletedKind.CLOSURE: gettext("Taken back: %(what)s"),
        DeletedKind.OLD_VALUE: gettext("Replaced: %(what)s"),
    }.get(deleted.kind, gettext("Deleted: %(what)s"))
    return str(says) % {"what": _name_of(deleted)}


def _name_of(deleted: Deleted) -> str:
    # What the person called it, else its day or its kind.
    if deleted.kind in OF_DAY:
        return join_names([_kind(deleted.kind), day_heading(deleted.words)])
    if deleted.kind is DeletedKind.ABSENCE:
        return " – ".join(day_heading(day) for day in dict.fromkeys(deleted.words.split(BETWEEN)))
    return deleted.words or _kind(deleted.kind)


def _kind(kind: DeletedKind) -> str:
    return {
        DeletedKind.VALUE: gettext("Value"),
        DeletedKind.OLD_VALUE: gettext("Value"),
        DeletedKind.REVIEW: gettext("Review"),
        DeletedKind.CHECK_IN: gettext("Check-in"),
        DeletedKind.GOAL: gettext("Micro-goal"),
        DeletedKind.CLOSURE: gettext("Micro-goal"),
    }.get(kind, gettext("(without words)"))
