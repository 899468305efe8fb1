"""My answers count in ...: in which team, or nowhere (R36)."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.teams.counting import choose_team, counting_teams, own_choice
from webapp.rules.shared.problems import Invalid
from webapp.web.shared.clock import now
from webapp.web.shared.errors import by_field
from webapp.web.shared.login import current_person

pages = Blueprint("countings", __name__, url_prefix="/countings/current")


@pages.get("/edit")
def edit() -> ResponseReturnValue:
    """Ask in which team they count, with nothing chosen before the first answer."""
    return _form({})


@pages.patch("")
def update() -> ResponseReturnValue:
    """Store it; it takes effect with the next window."""
    try:
        choose_team(current_person(), request.form.get("team"), now())
    except Invalid as invalid:
        return _form(by_field(invalid)), 422
    return redirect(url_for("settings.index", saved="counts_in", _anchor="teams"), 303)


def _form(problems: dict[str, str]) -> str:
    person = current_person()
    return render_template(
        "countings/edit.html",
        person=person,
        teams=counting_teams(person),
        choice=own_choice(person, now()),
        problems=problems,
    )
