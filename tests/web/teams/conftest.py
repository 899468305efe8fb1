"""A team of Ana's and Ben's."""

from typing import Any

import pytest

from tests.support.make import Someone
from tests.support.owners.some_team import SomeTeam, make_team


@pytest.fixture
def team(begins: dict[str, Any], ana: Someone, ben: Someone) -> SomeTeam:
    """Return a team that Ana leads and Ben is in."""
    return begins.get("team") or make_team("Harbour", ana, ben)


@pytest.fixture
def its(begins: dict[str, Any]) -> dict[str, Any]:
    """Return what the team has, by the name it has in routes."""
    return dict(begins["its"])
