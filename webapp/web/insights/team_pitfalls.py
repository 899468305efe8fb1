"""Pitfalls of a team in words, each with its remedy one tap away; none names a person (R43)."""

from collections.abc import Iterator
from datetime import date

from flask_babel import gettext, ngettext

from webapp.domain.insights.team_insights import TeamInsights
from webapp.rules.insights.pitfalls import FoundPitfall, Pitfall
from webapp.rules.shared.ids import TeamId
from webapp.web.insights.pitfalls import Hint, hint_of
from webapp.web.shared.i18n.dates import short_day


def hints_of_team(team: TeamId, insights: TeamInsights) -> list[Hint]:
    """Return the pitfalls that are found, in words."""
    at = f"/teams/{team}"
    found = [hint for one in insights.pitfalls for hint in _hints(at, one, insights)]
    return [*found, _out_of_proportion(at)] if insights.thanks.out_of_proportion else found


def _out_of_proportion(at: str) -> Hint:
    # In no numbers: of six thanks, all of them light, each would say what a mate's win lacks.
    title = gettext(
        "Most thanks to the team of late are for quick tasks. What moved an indicator, or met a"
        " goal?"
    )
    return hint_of(title, [], f"{at}/recognitions/new", gettext("Thank for an outcome"))


def _hints(at: str, found: FoundPitfall, insights: TeamInsights) -> Iterator[Hint]:
    if found.pitfall is Pitfall.TOO_MANY_GOALS:
        yield _too_many(at, found, insights)
    if found.pitfall is Pitfall.INCONSISTENT and insights.last_review:
        yield _no_review_since(at, insights.last_review)
    if found.pitfall is Pitfall.NO_OUTCOME:
        yield from _no_outcome(at, found, insights)


def _no_outcome(at: str, found: FoundPitfall, insights: TeamInsights) -> Iterator[Hint]:
    if found.rows:
        yield _unfiled(at, found, insights)
    if found.goals:
        yield _adrift(at, found, insights)


def _no_review_since(at: str, last: date) -> Hint:
    title = gettext(
        "The last review was on %(day)s. That is longer ago than the team’s own rhythm.",
        day=short_day(last.isoformat()),
    )
    return hint_of(title, [], f"{at}/reviews/", gettext("Hold the review"))


def _unfiled(at: str, found: FoundPitfall, insights: TeamInsights) -> Hint:
    title = gettext(
        "%(bare)s of the last %(total)s wins on the board are filed under no objective of the"
        " team.",
        bare=len(found.rows),
        total=found.total,
    )
    rows = [(f"{at}/wins/{win}", insights.texts.get(win, "")) for win in found.rows]
    return hint_of(title, rows, f"{at}/objectives/", gettext("Look at objectives"))


def _adrift(at: str, found: FoundPitfall, insights: TeamInsights) -> Hint:
    title = ngettext(
        "%(num)s micro-goal serves no objective yet.",
        "%(num)s micro-goals serve no objective yet.",
        len(found.goals),
    )
    rows = [(f"{at}/goals/{goal}", insights.goals.get(goal, "")) for goal in found.goals]
    return hint_of(title, rows, f"{at}/goals/", gettext("Choose an objective"))


def _too_many(at: str, found: FoundPitfall, insights: TeamInsights) -> Hint:
    title = ngettext(
        "%(num)s micro-goal is active at once.",
        "%(num)s micro-goals are active at once.",
        found.total,
    )
    rows = [(f"{at}/goals/{goal}", insights.goals.get(goal, "")) for goal in found.rows]
    return hint_of(title, rows, f"{at}/goals/", gettext("Park or close some"))
