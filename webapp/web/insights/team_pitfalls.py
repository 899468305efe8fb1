"""Pitfalls of a team in words, each with its remedy one tap away; none names a person (R43)."""

from collections.abc import Iterator

from flask_babel import gettext, ngettext

from webapp.domain.insights.team_insights import TeamInsights
from webapp.rules.insights.pitfalls import FoundPitfall, Pitfall
from webapp.rules.shared.ids import TeamId
from webapp.web.insights.pitfalls import Hint, hint_of

WINS = 5  # on the board, before anything is asked about goals


def hints_of_team(team: TeamId, insights: TeamInsights, *, has_not_risen: bool) -> list[Hint]:
    """Return the pitfalls that are found, in words.

    has_not_risen: what the published bands say, and nothing else about confidence.
    """
    at = f"/teams/{team}"
    found = [hint for one in insights.pitfalls for hint in _hints(at, one, insights)]
    asks = has_not_risen and len(insights.wins) >= WINS
    return [_goals_in_reach(at, insights), *found] if asks else found


def _goals_in_reach(at: str, insights: TeamInsights) -> Hint:
    title = ngettext(
        "%(num)s win on the board in twelve weeks, while the band of confidence did not go up over"
        " three figures. That may be chance. Are the goals within reach, and do wins connect to"
        " them?",
        "%(num)s wins on the board in twelve weeks, while the band of confidence did not go up over"
        " three figures. That may be chance. Are the goals within reach, and do wins connect to"
        " them?",
        len(insights.wins),
    )
    rows = [(f"{at}/goals/{goal}", insights.goals.get(goal, "")) for goal in insights.missed]
    return hint_of(title, rows, f"{at}/goals/", gettext("Look at goals"))


def _hints(at: str, found: FoundPitfall, insights: TeamInsights) -> Iterator[Hint]:
    if found.pitfall is Pitfall.TOO_MANY_GOALS:
        yield _too_many(at, found, insights)
        return
    if found.rows:
        yield _unfiled(at, found, insights)
    if found.goals:
        yield _adrift(at, found, insights)


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
