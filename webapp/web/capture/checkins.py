"""Check-ins: the question, the answer, the list of answers."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.capture.checkins import checkin_of, checkins_page
from webapp.domain.capture.today import wins_since_checkin
from webapp.domain.outbox.deletions import delete_checkin
from webapp.web.capture.form_templates import checkin_templates
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.deleted import lead_to
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.forms.entries import int_or_text, record_entry
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.login import current_person, login_required
from webapp.web.shared.paging import cursor_after, parse_cursor

pages = Blueprint("checkins", __name__, url_prefix="/checkins")


@pages.get("/")
@login_required
def index() -> ResponseReturnValue:
    """Show the person's check-ins, newest first, a page at a time."""
    return page_or_304(current_person(), _draw_log)


@pages.get("/new")
@login_required
def new() -> ResponseReturnValue:
    """Show the question on a page of its own."""
    return page_or_304(current_person(), _draw_question)


@pages.post("/")
@login_required
def create() -> ResponseReturnValue:
    """Check in."""
    fields = {"rating": int_or_text(request.form.get("rating"))}
    verdict = record_entry("check_in", fields)
    if wants_fragment():
        return _answered(verdict.id)
    return redirect(url_for("checkins.edit", checkin_id=verdict.id), 303)


@pages.get("/<checkin_id>/edit")
@login_required
def edit(checkin_id: str) -> ResponseReturnValue:
    """Show the answer just given, with a form for a note."""
    checkin = checkin_of(current_person(), checkin_id)
    return render_template("checkins/edit.html", person=current_person(), checkin=checkin)


@pages.patch("/<checkin_id>")
@login_required
def update(checkin_id: str) -> ResponseReturnValue:
    """Add a note or an area to a check-in."""
    words = {name: request.form[name] for name in ("note", "area") if name in request.form}
    fields = {"target": checkin_of(current_person(), checkin_id).id, **words}
    record_entry("edit_check_in", fields)
    return _answered(checkin_id) if wants_fragment() else redirect(url_for("today.index"), 303)


@pages.delete("/<checkin_id>")
@login_required
def destroy(checkin_id: str) -> ResponseReturnValue:
    """Take a check-in back: for good for a phone; for a form with Undo."""
    if wants_fragment():
        record_entry("undo", {"target": checkin_id})
        return ""
    return lead_to(url_for("today.index"), delete_checkin(current_person(), checkin_id, now()))


def _draw_log() -> str:
    checkins, more = checkins_page(current_person(), parse_cursor(request.args.get("after")))
    template = "checkins/_list.html" if wants_fragment() else "checkins/index.html"
    return render_template(
        template,
        person=current_person(),
        checkins=checkins,
        after=cursor_after(checkins[-1]) if more else None,
    )


def _draw_question() -> str:
    person = current_person()
    evidence = wins_since_checkin(person, zone_of(person), now())
    return render_template(
        "checkins/new.html",
        person=person,
        evidence=evidence,
        checkin_templates=checkin_templates(person.areas),
    )


def _answered(checkin_id: str) -> str:
    checkin = checkin_of(current_person(), checkin_id)
    return render_template("checkins/_answered.html", checkin=checkin, areas=current_person().areas)
