"""Clients: browsers that are signed in, or not."""

import time
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.support.make import HOUR, NOON, OURS, Someone, make_person
from tests.support.owners.some_team import make_team
from tests.web.asking import team_of, things_of
from tests.web.teams.owned import things_of_team
from tests.web.twins.scenes import Scenes
from webapp.web.shared import clock


class Browser:
    """A client whose posts come from pages of ours, as a browser's do."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.get = partial(client.get, buffered=True)  # closes files it was answered with

    def post(self, path: str, **form: str):  # type: ignore[no-untyped-def]
        return self.client.post(path, data=form, headers=OURS)

    def htmx(self, path: str, **form: str):  # type: ignore[no-untyped-def]
        headers = {**OURS, "HX-Request": "true", "HX-Request-Type": "partial"}
        return self.client.post(path, data=form, headers=headers)

    def sends(self, content: object):  # type: ignore[no-untyped-def]
        return self.client.post("/outbox/", json=content, headers=OURS)


@pytest.fixture(autouse=True)
def one_o_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set the clock to an hour after NOON, whenever tests run: what began then never ends."""
    ahead = (NOON + HOUR) * 1_000_000 - time.time_ns()
    monkeypatch.setattr(clock, "time", SimpleNamespace(time_ns=lambda: time.time_ns() + ahead))


@pytest.fixture
def as_ana(app: Flask, ana: Someone) -> Browser:
    return Browser(ana.browser(app))


@pytest.fixture
def as_ben(app: Flask, ben: Someone) -> Browser:
    return Browser(ben.browser(app))


@pytest.fixture
def as_cleo(app: Flask, cleo: Someone) -> Browser:
    return Browser(cleo.browser(app))


@pytest.fixture
def signed_out(app: Flask, db: None) -> Browser:
    return Browser(app.test_client())


@pytest.fixture(scope="session")
def scenes(app: Flask) -> Scenes:
    """Return what was stored once on this engine."""
    return Scenes()


@pytest.fixture
def begins(request: pytest.FixtureRequest, db: None, scenes: Scenes) -> dict[str, Any]:
    """Return what is stored before a test, by the names of the fixtures that give it.

    A module that stores something else for Ana gives its fixture another name.
    """
    for name, build in BEGINNINGS.items():
        if name in request.fixturenames:
            return scenes.play(name, build)
    return {}


def ana_with_things() -> dict[str, Any]:
    """Store Ana with things of each kind; she leads a team."""
    ana = make_person("Ana")
    return {"ana": ana, "theirs": {**things_of(ana), **team_of(ana)}}


def team_with_things() -> dict[str, Any]:
    """Store a team that Ana leads and Ben is in, with things of each kind."""
    ana, ben = make_person("Ana"), make_person("Ben")
    team = make_team("Harbour", ana, ben)
    return {"ana": ana, "ben": ben, "team": team, "its": things_of_team(team)}


BEGINNINGS = {"theirs": ana_with_things, "its": team_with_things}


@pytest.fixture
def ana(begins: dict[str, Any]) -> Someone:
    """Return the owner."""
    return begins.get("ana") or make_person("Ana")


@pytest.fixture
def ben(begins: dict[str, Any]) -> Someone:
    """Return Ana's team mate."""
    return begins.get("ben") or make_person("Ben")


@pytest.fixture
def theirs(begins: dict[str, Any]) -> dict[str, Any]:
    """Return what Ana has, by the name it has in routes."""
    return dict(begins["theirs"])
