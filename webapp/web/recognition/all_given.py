"""The thanks that the signed-in person gave, in whatever team: one's own page (R33)."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.recognition.reading import all_given
from webapp.domain.recognition.receiving import take_back
from webapp.web.shared.login import current_person
from webapp.web.shared.paging import parse_cursor

pages = Blueprint("given_recognitions", __name__, url_prefix="/recognitions/given")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show them, newest first."""
    person = current_person()
    found, more = all_given(person, parse_cursor(request.args.get("after")))
    return render_template(
        "recognitions/all_given.html",
        person=person,
        thanks=found,
        next=more and url_for(".index", after=found[-1].cursor),
    )


@pages.delete("/<given_id>")
def destroy(given_id: str) -> ResponseReturnValue:
    """Take one back, also after leaving the team."""
    take_back(current_person(), given_id)
    return redirect(url_for(".index"), 303)
