"""Days off and pauses."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.account.absences import absences, add_absence, delete_absence
from webapp.domain.capture.today import day_of
from webapp.rules.shared.problems import Invalid
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.deleted import lead_to
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person

pages = Blueprint("absences", __name__, url_prefix="/absences")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show the person's absences, and a form for another."""
    return _page({})


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Add an absence."""
    try:
        add_absence(current_person(), request.form.get("first"), request.form.get("last"))
    except Invalid as invalid:
        return _page(by_field(invalid)), 422
    return redirect(url_for("absences.index"), 303)


@pages.delete("/<absence_id>")
def destroy(absence_id: str) -> ResponseReturnValue:
    """Delete an absence."""
    deletion = delete_absence(current_person(), absence_id, now())
    return lead_to(url_for("absences.index"), deletion)


def _page(problems: dict[str, str]) -> str:
    person = current_person()
    return render_template(
        "absences/index.html",
        person=person,
        absences=absences(person),
        today=day_of(person, zone_of(person), now()),
        given=request.form,
        problems=problems,
    )
