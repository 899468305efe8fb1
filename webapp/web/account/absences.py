"""Days off and pauses."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.account.absences import absences, add_absence, end_absence
from webapp.domain.capture.today import day_of
from webapp.rules.shared.problems import Invalid
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.errors import by_field
from webapp.web.shared.login import me, need_person

pages = Blueprint("absences", __name__, url_prefix="/absences")


@pages.get("/")
@need_person
def index() -> ResponseReturnValue:
    """When the person is away, and a form for more."""
    return _page({})


@pages.post("/")
@need_person
def create() -> ResponseReturnValue:
    """Be away from one day to another."""
    try:
        add_absence(me(), request.form.get("first"), request.form.get("last"))
    except Invalid as invalid:
        return _page(by_field(invalid)), 422
    return redirect(url_for("absences.index"), 303)


@pages.delete("/<absence_id>")
@need_person
def destroy(absence_id: str) -> ResponseReturnValue:
    """Not be away then, after all."""
    end_absence(me(), absence_id)
    return redirect(url_for("absences.index"), 303)


def _page(problems: dict[str, str]) -> str:
    return render_template(
        "absences/index.html",
        person=me(),
        absences=absences(me()),
        today=day_of(me(), zone_of(me()), now()),
        given=request.form,
        problems=problems,
    )
