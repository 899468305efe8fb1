"""From the board of a team to what it owns, also where there is nothing yet."""

import re

import pytest

from tests.support.make import Someone
from tests.support.owners.teams import a_team
from tests.web.conftest import Browser


@pytest.fixture
def team(ana: Someone) -> int:
    """Return the number of a team of Ana."""
    return a_team(ana, "Platform")


@pytest.mark.parametrize("path", ["/teams/", "/teams/{}"])
def test_a_board_leads_to_what_the_team_owns(path: str, as_ana: Browser, team: int) -> None:
    page = as_ana.get(path.format(team)).text
    leads = [f'href="/teams/{team}/{one}/"' in page for one in ("goals", "decisions")]
    assert leads == [True, True]


def test_a_team_without_goals_is_shown_no_empty_card(as_ana: Browser, team: int) -> None:
    assert not re.search(r'class="card rows">\s*</div>', as_ana.get(f"/teams/{team}/goals/").text)
