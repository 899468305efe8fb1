"""What others said of the signed-in person's outcomes: one's own page (R33)."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.recognition.reading import received_page
from webapp.domain.recognition.receiving import (
    delete_received,
    keep_in_evidence,
    note_read,
    show_recognition,
)
from webapp.domain.recognition.wishes import wishes_of
from webapp.web.shared.login import current_person
from webapp.web.shared.paging import parse_cursor

pages = Blueprint("recognitions", __name__, url_prefix="/recognitions")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show what others said, newest first, and who may read what is meant for a team."""
    person = current_person()
    after = parse_cursor(request.args.get("after"))
    found, more = received_page(person, after)
    note_read(person)
    return render_template(
        "recognitions/received.html",
        person=person,
        thanks=found,
        wishes=wishes_of(person),
        after=after,
        next=more and url_for(".index", after=found[-1].cursor),
    )


@pages.patch("/<recognition_id>")
def update(recognition_id: str) -> ResponseReturnValue:
    """Let the team read thanks or no longer, or leave them out of the evidence page."""
    person, form = current_person(), request.form
    if "shown" in form:
        show_recognition(person, recognition_id, shown=form["shown"] == "yes")
    if "kept" in form:
        keep_in_evidence(person, recognition_id, kept=form["kept"] == "yes")
    return redirect(url_for(".index", _anchor=f"thanks-{recognition_id}"), 303)


@pages.delete("/<recognition_id>")
def destroy(recognition_id: str) -> ResponseReturnValue:
    """Delete thanks that the person received."""
    delete_received(current_person(), recognition_id)
    return redirect(url_for(".index"), 303)
