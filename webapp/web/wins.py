"""Wins: the log, and logging, editing and taking back one."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from webapp.domain.outbox import record
from webapp.domain.people import SignedIn
from webapp.domain.wins import row_of, win_of, wins_page
from webapp.rules.moments import moment_at
from webapp.rules.problems import Invalid
from webapp.rules.wins import TEXT_FIELDS, Kind
from webapp.storage.wins import Win
from webapp.web.clock import now, zone_of
from webapp.web.errors import by_field
from webapp.web.forms import entry_of_form
from webapp.web.fragments import win_rows
from webapp.web.freshness import fresh_page
from webapp.web.htmx import wants_fragment
from webapp.web.linked import linked_fields
from webapp.web.login import me, need_person
from webapp.web.paging import next_place, place_of

pages = Blueprint("wins", __name__, url_prefix="/wins")


@pages.get("/")
@need_person
def index() -> ResponseReturnValue:
    """One's own wins, newest first, a page at a time."""
    return fresh_page(me(), _draw_log)


@pages.post("/")
@need_person
def create() -> ResponseReturnValue:
    """Log a win; without words the kind's name fills them."""
    kind = request.form.get("kind", Kind.QUICK.value)
    what = request.form.get("what", "").strip() or kind_name(kind)
    fields = {"what": what, "kind": kind, **linked_fields()}
    verdict = record(me(), entry_of_form(me(), "log_win", fields), now())
    if wants_fragment():
        return _row(verdict.id)
    return redirect(url_for("today.index", logged=verdict.id), 303)


@pages.get("/<win_id>/edit")
@need_person
def edit(win_id: str) -> ResponseReturnValue:
    """The details of a win, to be changed."""
    return _form(win_of(me(), win_id), {}, {})


@pages.patch("/<win_id>")
@need_person
def update(win_id: str) -> ResponseReturnValue:
    """Change what the form changed, and nothing else."""
    win = win_of(me(), win_id)
    try:
        changes = _changes(me(), win)
        if changes:
            record(me(), entry_of_form(me(), "edit_win", {"target": win_id, **changes}), now())
    except Invalid as invalid:
        return _form(win, request.form.to_dict(), by_field(invalid)), 422
    return _row(win_id) if wants_fragment() else redirect(url_for("today.index"), 303)


@pages.delete("/<win_id>")
@need_person
def destroy(win_id: str) -> ResponseReturnValue:
    """Take a win back."""
    record(me(), entry_of_form(me(), "undo", {"target": win_id}), now())
    return "" if wants_fragment() else redirect(url_for("today.index"), 303)


def kind_name(kind: str) -> str:
    """The name of a kind in the person's language."""
    return {
        Kind.QUICK.value: gettext("Quick task"),
        Kind.MILESTONE.value: gettext("Milestone"),
        Kind.PROCESS.value: gettext("Process improvement"),
    }.get(kind, "")


def _draw_log() -> str:
    wins, more = wins_page(me(), place_of(request.args.get("after")))
    rows = [(win.day, row_of(win)) for win in wins]
    template = "wins/_list.html" if wants_fragment() else "wins/index.html"
    return render_template(
        template, person=me(), rows=rows, after=next_place(wins[-1]) if more else None
    )


def _row(win_id: str) -> str:
    return win_rows([row_of(win_of(me(), win_id))])


def _form(win: Win, given: dict[str, str], problems: dict[str, str]) -> str:
    template = "wins/_form.html" if wants_fragment() else "wins/edit.html"
    row = row_of(win)
    return render_template(template, person=me(), win=row, given=given, problems=problems)


def _changes(person: SignedIn, win: Win) -> dict[str, Any]:
    form = request.form
    changes: dict[str, Any] = {
        name: form[name]
        for name in TEXT_FIELDS
        if name in form and form[name].replace("\r\n", "\n").strip() != getattr(win, name)
    }
    if form.get("happened") and form["happened"] != row_of(win).wall_clock:
        moment = moment_at(form["happened"], zone_of(person))
        changes["happened"] = {"at": moment.instant, "offset": moment.offset, "zone": moment.zone}
    return changes
