"""The Insights of a team, read by those who are in it (R37, R36)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from webapp.domain.insights.team_insights import TeamInsights, team_insights
from webapp.domain.teams.acting import ActingForTeam
from webapp.domain.teams.confidence import PublishedWindow, windows_and_rule
from webapp.rules.capture.fields import WinKind
from webapp.rules.shared.ids import id_of_team
from webapp.rules.teams.confidence import Rule
from webapp.rules.teams.windows import Window, last_due, window
from webapp.web.insights.decision_times import decision_times_card
from webapp.web.insights.measures import completion_card
from webapp.web.insights.patterns import Bar, bars_of
from webapp.web.insights.quality import quality_card
from webapp.web.insights.team_adjustments import cards_of_team
from webapp.web.insights.team_confidence import Row, asks_about_goals, rows_of, says
from webapp.web.insights.team_pitfalls import hints_of_team
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.i18n.dates import weekday_name
from webapp.web.shared.i18n.win_kinds import kind_name
from webapp.web.shared.login import current_person
from webapp.web.shared.permissions.acting import team_here

pages = Blueprint("team_insights", __name__, url_prefix="/teams/<int:team>/insights")


@dataclass(frozen=True, slots=True)
class TeamConfidence:
    """What a team's page says of its confidence. due: when the next window is published."""

    rows: list[Row]
    says: list[str]
    rule: Rule
    next_first: date
    next_last: date
    due: date


@pages.get("")
def show(team: int) -> ResponseReturnValue:
    """Show the four measures, the pitfalls, and what the wins on the board are about."""
    its, person, instant = id_of_team(team), current_person(), now()
    acting = cast(ActingForTeam, team_here())  # the address names one
    to_come = window(last_due(instant) + 1)
    published, rule = windows_and_rule(its, to_come.number)
    insights = team_insights(
        acting,
        zone_of(person),
        instant,
        has_not_risen=asks_about_goals(published),
        is_archived=acting.is_archived,
    )
    return render_template(
        "insights/team.html",
        person=person,
        team=acting,
        insights=insights,
        confidence=_confidence(published, rule, to_come),
        measures=(
            completion_card(insights.completion_rates, insights.next_due),
            decision_times_card(insights.decision_times),
            quality_card(insights.quality),
        ),
        cards=cards_of_team(its, insights),
        hints=hints_of_team(its, insights),
        groups=_groups(insights),
    )


def _confidence(
    published: Sequence[PublishedWindow], rule: Rule, to_come: Window
) -> TeamConfidence:
    return TeamConfidence(
        rows_of(published),
        says(published),
        rule,
        to_come.first,
        to_come.last,
        to_come.due,
    )


def _groups(insights: TeamInsights) -> list[tuple[str, list[Bar]]]:
    kinds = {kind.value: kind_name(kind) for kind in WinKind}
    tallies = insights.patterns
    by_kind = [(kinds.get(one.value or "", ""), one.wins) for one in tallies.kinds]
    by_day = [(weekday_name(number), wins) for number, wins in enumerate(tallies.weekdays)]
    return [(gettext("By kind"), bars_of(by_kind)), (gettext("By weekday"), bars_of(by_day))]
