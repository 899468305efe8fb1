"""Clients: browsers that are signed in, or not."""

import time
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.support.make import HOUR, NOON, OURS, Someone
from tests.web.asking import own_names, team_of, things_of
from tests.web.twins.again import Remembered, put_again, remember
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
def remembered(app: Flask) -> list[Remembered]:
    """Return a list for what was stored once on this engine."""
    return []


@pytest.fixture
def theirs(ana: Someone, remembered: list[Remembered]) -> dict[str, Any]:
    """Return what Ana has, by the name it has in routes; she leads a team."""
    if remembered:
        return {**put_again(remembered[0], ana), **own_names(ana), **team_of(ana)}
    remembered.append(remember(ana, things_of))
    return {**remembered[0].things, **team_of(ana)}
