"""A team of Ana, who leads it, and Ben, with an objective; and what links of it show."""

from collections.abc import Callable

import pytest

from tests.support.make import KEYS, NOON, Someone, win
from tests.support.owners.teams import a_team
from webapp.domain.links.links import add_link, link_of
from webapp.domain.links.pages import OutsidePage, outside_page
from webapp.domain.objectives.objectives import add_objective
from webapp.domain.teams.acting import ActingForTeam, acting_for_team
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.rules.shared.ids import TeamId
from webapp.rules.teams.links import LinkFields

Shows = Callable[..., str]


@pytest.fixture
def platform(ana: Someone, ben: Someone) -> TeamId:
    """Return the number of a team that Ana leads, and Ben is in."""
    return a_team(ana, "Platform", ben)


@pytest.fixture
def lead(ana: Someone, platform: TeamId) -> ActingForTeam:
    """Return Ana as she acts for the team."""
    return acting_for_team(platform, ana.me.id)


@pytest.fixture
def faster(lead: ActingForTeam) -> str:
    """Return the id of the team's objective."""
    return add_objective(lead, ObjectiveFields("Faster builds", "Nobody waits"), NOON)


@pytest.fixture
def shows(platform: TeamId, faster: str) -> Shows:
    """Return a function that lets somebody show the team a win for its objective, by its id."""

    def show(someone: Someone, what: str, **more: object) -> str:
        one = win(what, visibility=f"team:{platform}", **{"objectives": [faster], **more})
        someone.sends(one)
        return str(one["id"])

    return show


def token_of(acting: ActingForTeam, objective: str, *wins: str) -> str:
    """Make a link for an objective and these wins of whoever acts; return its token."""
    made = add_link(acting, LinkFields(objective, "", wins), KEYS, NOON)
    return link_of(acting, made, KEYS).token


def page_at(token: str) -> OutsidePage:
    """Return what a link shows."""
    page = outside_page(token, KEYS, NOON, None)
    assert page
    return page


def words_at(token: str) -> list[tuple[str, str]]:
    """Return (name, words) of the wins that a link shows, newest first."""
    return [(win.name, win.what) for win in page_at(token).shown.wins]
