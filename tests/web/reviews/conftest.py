"""A team that holds a review."""

import pytest

from tests.support.make import Someone
from tests.support.owners.some_team import SomeTeam, make_team
from tests.web.conftest import Browser


@pytest.fixture
def team(ana: Someone, ben: Someone) -> SomeTeam:
    """Return a team of Ana and Ben."""
    return make_team("Harbour", ana, ben)


@pytest.fixture
def room(team: SomeTeam, as_ana: Browser) -> str:
    """Begin a review of the team and return its address."""
    begun = as_ana.post(f"/teams/{team.id}/reviews/").location
    return str(begun).removesuffix("/edit")
