"""A team of Ana's and Ben's."""

from typing import Any

import pytest

from tests.support.make import Someone
from tests.support.owners.some_team import SomeTeam, make_team
from tests.web.teams.owned import things_of_team


@pytest.fixture
def team(ana: Someone, ben: Someone) -> SomeTeam:
    """Return a team that Ana leads and Ben is in."""
    return make_team("Harbour", ana, ben)


@pytest.fixture
def its(team: SomeTeam) -> dict[str, Any]:
    """Return what the team has, by the name it has in routes."""
    return things_of_team(team)
