"""Decisions: the open ones and the decided ones, opening one and undoing it."""

from collections.abc import Iterable

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext
from markupsafe import Markup, escape

from webapp.domain.decisions.decisions import (
    DecisionRow,
    decision_row,
    decision_with_step,
    decisions_page,
)
from webapp.domain.outbox.deletions import delete_decision
from webapp.rules.decisions.decisions import DecisionState
from webapp.rules.shared.ids import UUID
from webapp.rules.shared.problems import Invalid
from webapp.web.shared.clock import now
from webapp.web.shared.deleted import lead_to
from webapp.web.shared.errors import by_field
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.forms.entries import record_entry
from webapp.web.shared.forms.once import page_id
from webapp.web.shared.forms.owners import owner_key
from webapp.web.shared.fragments import cached_fragment, filled
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.login import current_person
from webapp.web.shared.paging import cursor_after, parse_cursor
from webapp.web.shared.permissions.acting import acting, at

pages = Blueprint("decisions", __name__, url_prefix="/decisions")
SEVERAL = tuple(DecisionState)


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show one's decisions, open ones first; with `of` and `after` the next page of one state."""
    return page_or_304(acting(), _draw)


@pages.post("/")
def create() -> ResponseReturnValue:
    """Open a decision."""
    given = {name: request.form.get(name, "") for name in ("what", "importance")}
    try:
        verdict = record_entry("open_decision", given)
    except Invalid as invalid:
        return _draw_page(given, by_field(invalid)), 422
    return row_or_list(verdict.id, verdict.id)


@pages.delete("/<decision_id>")
def destroy(decision_id: str) -> ResponseReturnValue:
    """Delete a decision, or undo a step of one."""
    whose = acting()
    stepped = decision_with_step(whose, decision_id)
    if not stepped and not wants_fragment():
        return lead_to(url_for("decisions.index"), delete_decision(whose, decision_id, now()))
    record_entry("undo", {"target": decision_id})
    if wants_fragment():
        return decision_rows([decision_row(whose, stepped, now())]) if stepped else ""
    return redirect(url_for("decisions.index"), 303)


def row_or_list(decision_id: str, entry_id: str) -> ResponseReturnValue:
    """Return the current row, or lead to the list, where the entry can be undone."""
    if wants_fragment():
        return decision_rows([decision_row(acting(), decision_id, now())])
    return redirect(url_for("decisions.index", done=entry_id), 303)


def decision_rows(rows: Iterable[DecisionRow]) -> Markup:
    """Return the rows of these decisions as HTML."""
    fragment = str(cached_fragment("decisions/_decision.html", of_team=bool(at())))
    return Markup("".join([filled(fragment, _placeholders(row)) for row in rows]))  # noqa: S704


def _draw() -> str:
    state, after = request.args.get("of", ""), parse_cursor(request.args.get("after"))
    if state in SEVERAL and after:
        return _draw_part(state, after)
    return _draw_page({}, {})


def _draw_page(given: dict[str, str], problems: dict[str, str]) -> str:
    done = request.args.get("done", "")
    return render_template(
        "decisions/index.html",
        person=current_person(),
        parts=[_part(state, None) for state in SEVERAL],
        given=given,
        problems=problems,
        undo=done if UUID.fullmatch(done) else "",
    )


def _draw_part(state: str, after: tuple[int, str]) -> str:
    template = "decisions/_part.html" if wants_fragment() else "decisions/more.html"
    return render_template(template, person=current_person(), part=_part(state, after))


def _part(state: str, after: tuple[int, str] | None) -> dict[str, object]:
    rows, more = decisions_page(acting(), state, now(), after)
    return {
        "state": str(state),
        "rows": decision_rows(rows),
        "after": cursor_after(rows[-1]) if more else None,
        "number": len(rows),
        "long": sum(row.waits_long for row in rows),
    }


def _placeholders(row: DecisionRow) -> dict[str, object]:
    # Words are escaped; ids, classes and states were checked when they were stored.
    return {
        "at": at(),
        "id": row.id,
        "once": "" if wants_fragment() else page_id(),  # a row for htmx is sent by scripts
        "owner": owner_key(),
        "what": escape(row.question),
        "importance": row.importance,
        "stands": row.state,
        "outcome": escape(row.outcome),
        "step": row.step,
        "age": escape(_age(row)),
    }


def _age(row: DecisionRow) -> str:
    if row.state == DecisionState.DECIDED:
        age = _after(row.days)
    elif row.days == 0:
        age = str(gettext("opened today"))
    else:
        age = str(ngettext("open for %(num)s day", "open for %(num)s days", row.days))
    if row.waits_long:
        age = Markup('<b class="decision__long">%s</b>') % age
    if row.reopened:
        again = ngettext("opened again once", "opened again %(num)s times", row.reopened)
        return Markup("%s · %s") % (age, again)
    return age


def _after(days: int) -> str:
    if days == 0:
        return str(gettext("decided the same day"))
    return str(ngettext("decided after %(num)s day", "decided after %(num)s days", days))
