"""Two teams: of Ana and Ben, and of Ana alone."""

import pytest

from tests.support.make import Someone
from tests.support.owners.teams import a_team


@pytest.fixture
def platform(ana: Someone, ben: Someone) -> int:
    """Return the number of a team of Ana and Ben."""
    return a_team(ana, "Platform", ben)


@pytest.fixture
def sales(ana: Someone) -> int:
    """Return the number of a team of Ana alone."""
    return a_team(ana, "Sales")
