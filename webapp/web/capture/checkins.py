"""Check-ins: the question, the answer, the list of answers, and correcting one."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from webapp.domain.capture.checkins import checkin_of, checkin_row, checkins_page, evidence_of
from webapp.domain.capture.today import wins_since_checkin
from webapp.domain.outbox.deletions import delete_checkin
from webapp.rules.shared.problems import Invalid
from webapp.web.capture.checkin_rows import changed_fields, checkin_form, checkin_rows
from webapp.web.capture.form_templates import checkin_row_templates, checkin_templates
from webapp.web.capture.usual import usual_says
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.deleted import lead_to
from webapp.web.shared.errors import by_field
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.forms.entries import int_or_text, record_entry
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.login import current_person
from webapp.web.shared.paging import cursor_after, parse_cursor

pages = Blueprint("checkins", __name__, url_prefix="/checkins")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show the person's check-ins, newest first, a page at a time."""
    return page_or_304(current_person(), _draw_log)


@pages.get("/new")
def new() -> ResponseReturnValue:
    """Show the question on a page of its own."""
    return page_or_304(current_person(), _draw_question)


@pages.post("/")
def create() -> ResponseReturnValue:
    """Check in."""
    fields = {"rating": int_or_text(request.form.get("rating"))}
    verdict = record_entry("check_in", fields)
    if wants_fragment():
        return _answered(verdict.id)
    return redirect(url_for("checkins.show", checkin_id=verdict.id), 303)


@pages.get("/<checkin_id>")
def show(checkin_id: str) -> ResponseReturnValue:
    """Show the answer just given and the evidence, with a form for a note."""
    person = current_person()
    checkin = checkin_of(person, checkin_id)
    return render_template(
        "checkins/show.html",
        person=person,
        checkin=checkin,
        evidence=evidence_of(person, checkin),
        usual=usual_says(person),
        saved="saved" in request.args,
    )


@pages.get("/<checkin_id>/edit")
def edit(checkin_id: str) -> ResponseReturnValue:
    """Show the form in which a check-in is corrected."""
    return checkin_form(checkin_row(checkin_of(current_person(), checkin_id)), {})


@pages.patch("/<checkin_id>")
def update(checkin_id: str) -> ResponseReturnValue:
    """Correct the number, note or area of a check-in."""
    checkin = checkin_row(checkin_of(current_person(), checkin_id))
    try:
        changed = changed_fields(checkin)
        if changed:
            record_entry("edit_check_in", {"target": checkin.id, **changed})
    except Invalid as invalid:
        if not _is_from_list():
            raise
        return checkin_form(checkin, by_field(invalid)), 422
    if wants_fragment():
        return _row(checkin_id) if _is_from_list() else _answered(checkin_id, gettext("Saved"))
    if _is_from_list():
        return redirect(url_for("checkins.index", saved=1), 303)
    return redirect(url_for("checkins.show", checkin_id=checkin_id, saved=1), 303)


@pages.delete("/<checkin_id>")
def destroy(checkin_id: str) -> ResponseReturnValue:
    """Take a check-in back: for good for a phone; for a form with Undo."""
    if wants_fragment():
        record_entry("undo", {"target": checkin_id})
        return ""
    page = "checkins.index" if _is_from_list() else "today.index"
    return lead_to(url_for(page), delete_checkin(current_person(), checkin_id, now()))


def _draw_log() -> str:
    person = current_person()
    checkins, more = checkins_page(person, parse_cursor(request.args.get("after")))
    template = "checkins/_list.html" if wants_fragment() else "checkins/index.html"
    return render_template(
        template,
        person=person,
        rows=checkin_rows(map(checkin_row, checkins)),
        after=cursor_after(checkins[-1]) if more else None,
        later="after" in request.args,
        saved="saved" in request.args,
        usual="" if wants_fragment() else usual_says(person),
        row_templates=checkin_row_templates(person.areas),
    )


def _draw_question() -> str:
    person = current_person()
    return render_template(
        "checkins/new.html",
        person=person,
        since=wins_since_checkin(person, zone_of(person), now()),
        checkin_templates=checkin_templates(person.areas),
    )


def _answered(checkin_id: str, said: str = "") -> str:
    person = current_person()
    return render_template(
        "checkins/_answered.html",
        checkin=checkin_of(person, checkin_id),
        areas=person.areas,
        usual=usual_says(person),
        said=said,
    )


def _row(checkin_id: str) -> str:
    return checkin_rows([checkin_row(checkin_of(current_person(), checkin_id))], gettext("Saved"))


def _is_from_list() -> bool:
    return request.form.get("from") == "list"
