"""Wins: the log, and logging, editing and deleting one; of a team's own the latter two."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.capture.options import options_of
from webapp.domain.capture.presets import logged_fields
from webapp.domain.capture.wins import WinRow, win_of, win_row
from webapp.domain.outbox.deletions import delete_win
from webapp.rules.capture.fields import WinKind
from webapp.rules.shared.moments import day_before, moment_in
from webapp.rules.shared.problems import Invalid
from webapp.rules.shared.text import tidy
from webapp.web.capture import details
from webapp.web.capture.form_templates import options_of_mates
from webapp.web.capture.log import draw_log
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.deleted import lead_to
from webapp.web.shared.errors import by_field
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.forms.entries import record_entry
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.i18n.win_kinds import kind_name
from webapp.web.shared.login import current_person
from webapp.web.shared.permissions.acting import acting, at, path_of_win, team_here
from webapp.web.shared.win_rows import placeholders_of, win_rows

pages = Blueprint("wins", __name__, url_prefix="/wins")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show the person's wins, newest first, a page at a time: all or the search results."""
    offered = options_of_mates()
    return page_or_304(current_person(), lambda: draw_log(offered), offered and offered.objectives)


@pages.post("/")
def create() -> ResponseReturnValue:
    """Log a win. Without words it gets the name of its kind; a preset has its own words."""
    if "day" in request.form:
        return _create_yesterday()
    verdict = record_entry("log_win", _logged())
    if wants_fragment():
        return _row(verdict.id)
    return redirect(url_for("today.index", logged=verdict.id), 303)


@pages.get("/<win_id>/edit")
def edit(win_id: str) -> ResponseReturnValue:
    """Show the form of a win."""
    return _form(details.stored_form(win_row(win_of(acting(), win_id))))


@pages.patch("/<win_id>")
def update(win_id: str) -> ResponseReturnValue:
    """Change the fields that differ in the form."""
    win = win_row(win_of(acting(), win_id))
    try:
        changed = details.changed_fields(acting(), win)
        if changed:
            record_entry("edit_win", {"target": win_id, **changed})
    except Invalid as invalid:
        return _form(details.rejected_form(win, by_field(invalid))), 422
    return _row(win_id) if wants_fragment() else redirect(_back(win), 303)


@pages.delete("/<win_id>")
def destroy(win_id: str) -> ResponseReturnValue:
    """Delete a win: for good for a phone, which offered Undo before; for a form with Undo."""
    if wants_fragment():
        record_entry("undo", {"target": win_id})
        return ""
    # Where a team's win is deleted, its board offers Undo.
    return lead_to(at() or url_for("today.index"), delete_win(acting(), win_id, now()))


def _logged() -> dict[str, Any]:
    if preset := request.form.get("preset"):
        return logged_fields(current_person(), preset)
    kind = request.form.get("kind", WinKind.QUICK.value)
    what = tidy(request.form.get("what", "")) or kind_name(kind)
    return {"what": what, "kind": kind, **details.linked_fields()}


def _create_yesterday() -> ResponseReturnValue:
    """Log a win that was forgotten (R60). Its row is in no list of Today."""
    person = current_person()
    moment = day_before(moment_in(zone_of(person), now()))
    verdict = record_entry("log_win", {**_logged(), **details.happened_at(moment)})
    if wants_fragment():
        return ""
    day = moment.day(person.day_start).isoformat()
    return redirect(url_for("today.index", logged=verdict.id, moved=day), 303)


def _row(win_id: str) -> str:
    return win_rows([win_row(win_of(acting(), win_id))])


def _form(form: details.DetailsForm) -> str:
    person = current_person()
    if team := team_here():
        options = options_of(team)
        return render_template(
            "boards/edit_win.html", person=person, team=team, form=form, options=options
        )
    template = "wins/_form.html" if wants_fragment() else "wins/edit.html"
    win = placeholders_of(win_row(win_of(person, form.id)))
    return render_template(template, person=person, win=win, form=form, options=options_of(person))


def _back(before: WinRow) -> str:
    if at():
        return path_of_win(before.id)
    if request.form.get("from") == "missing":
        return url_for("wins.index", counted="no")
    person = current_person()
    day = win_row(win_of(person, before.id)).day(person.day_start)
    moved = day != before.day(person.day_start)
    return url_for("today.index", moved=day.isoformat() if moved else None)
