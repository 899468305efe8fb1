"""A team of Ana, Ben and Dee."""

import pytest
from flask import Flask

from tests.support.make import Someone, make_person
from tests.support.owners.teams import a_team
from tests.web.conftest import Browser
from webapp.rules.shared.ids import TeamId


@pytest.fixture
def dee(ana: Someone, ben: Someone) -> Someone:
    """Return a third member of the team."""
    return make_person("Dee")


@pytest.fixture
def as_dee(app: Flask, dee: Someone) -> Browser:
    return Browser(dee.browser(app))


@pytest.fixture
def platform(ana: Someone, ben: Someone, dee: Someone) -> TeamId:
    """Return the number of a team of Ana, Ben and Dee; Ana leads it."""
    return a_team(ana, "Platform", ben, dee)
