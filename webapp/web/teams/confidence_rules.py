"""What a team's leads ask of its confidence: how many must have answered, and which bands (R36)."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.teams.confidence import change_rule, rule_ahead
from webapp.domain.teams.teams import team_of
from webapp.rules.shared.ids import TeamId, id_of_team
from webapp.rules.shared.problems import Invalid
from webapp.rules.teams.confidence import choices_after
from webapp.rules.teams.windows import first_ahead, window
from webapp.web.shared.clock import now
from webapp.web.shared.errors import by_field
from webapp.web.shared.login import current_person

pages = Blueprint("confidence_rules", __name__, url_prefix="/teams/<int:team>/confidence-rule")


@pages.get("/edit")
def edit(team: int) -> ResponseReturnValue:
    """Show the form."""
    return _form(id_of_team(team), {})


@pages.patch("")
def update(team: int) -> ResponseReturnValue:
    """Store what is asked from the next window on."""
    its = id_of_team(team)
    try:
        change_rule(its, request.form, now())
    except Invalid as invalid:
        return _form(its, by_field(invalid)), 422
    return redirect(url_for("team_settings.show", team=team), 303)


def _form(team: TeamId, problems: dict[str, str]) -> str:
    rule = rule_ahead(team)
    return render_template(
        "confidence_rules/edit.html",
        person=current_person(),
        team=team_of(team),
        rule=rule,
        choices=choices_after(rule),
        begins=window(first_ahead(now())).first,
        problems=problems,
    )
