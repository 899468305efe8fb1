"""The values and priorities of a team, which its leads keep (R34)."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.recognition.values import add_value, drop_value, rename_value, values_of
from webapp.domain.teams.teams import team_of
from webapp.rules.recognition.values import MOST_VALUES
from webapp.rules.shared.ids import TeamId, id_of_team
from webapp.rules.shared.problems import Invalid
from webapp.web.shared.clock import now
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person

pages = Blueprint("team_values", __name__, url_prefix="/teams/<int:team>/values")


@pages.get("/")
def index(team: int) -> ResponseReturnValue:
    """Show the list, each with a form to rename or remove it."""
    return _page(id_of_team(team), {}, "")


@pages.post("/")
@stored_once
def create(team: int) -> ResponseReturnValue:
    """Add one."""
    its = id_of_team(team)
    try:
        add_value(its, request.form.get("name"))
    except Invalid as invalid:
        return _page(its, by_field(invalid), ""), 422
    return _done(team)


@pages.patch("/<value_id>")
def update(team: int, value_id: str) -> ResponseReturnValue:
    """Rename one; thanks that named it keep the name that it had."""
    its = id_of_team(team)
    try:
        rename_value(its, value_id, request.form.get("name"), now())
    except Invalid as invalid:
        return _page(its, by_field(invalid), value_id), 422
    return _done(team)


@pages.delete("/<value_id>")
def destroy(team: int, value_id: str) -> ResponseReturnValue:
    """Remove one from the list."""
    drop_value(id_of_team(team), value_id, now())
    return _done(team)


def _done(team: int) -> ResponseReturnValue:
    return redirect(url_for(".index", team=team), 303)


def _page(team: TeamId, problems: dict[str, str], of: str) -> str:
    values = values_of(team)
    return render_template(
        "team_values/index.html",
        person=current_person(),
        team=team_of(team),
        values=values,
        is_full=len(values) >= MOST_VALUES,
        given=request.form,
        problems=problems,
        of=of,
    )
