"""The canary of a whole organisation: who is answered whose words, whatever they ask (R29, A1)."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.support.make import NOON, OURS, edit, entry, undo
from tests.web.asking import ASKED, asked, named
from tests.web.conftest import Browser
from tests.web.teams.cast import (
    MEMBERS,
    NAME,
    ORGANISATION,
    PEOPLE,
    PRIVATE,
    SHARERS,
    TEAM,
    THANKS,
    Cast,
    play_all,
    words_in,
)
from webapp.storage.engine.database import database
from webapp.web.shared.permissions.routes import OF_TEAMS, ROUTES

# One engine: what an answer shows is asked of both in the tests of boards and of rights.
pytestmark = [pytest.mark.long, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
FRAGMENT = {"HX-Request": "true", "HX-Request-Type": "partial"}
OUTSIDE = ("former mate", "stranger", "admin elsewhere", "signed out")
BOARDS = ("", "?by=kind", "?by=person", "?by=objective", "?objective=other", "?kind=quick")


@pytest.fixture
def cast(db: None) -> Cast:
    """Return everybody, each with words of their own."""
    return play_all()


def allowed(who: str) -> set[tuple[str, str]]:
    """Return whose words the table of R29 lets somebody read, beside their own."""
    if who in OUTSIDE:
        return set()
    if who == "link":  # the objective, its indicators and the team's own wins
        return {(PRIVATE, "the team")}
    shown = {(kind, whose) for whose in SHARERS for kind in (ORGANISATION, NAME)}
    if who == "viewer":
        return shown
    if who == "admin":
        return {*shown, (NAME, "viewer")}
    to_team = {*shown, *((TEAM, whose) for whose in SHARERS), (PRIVATE, "the team")}
    if who == "lead":
        to_team.add((THANKS, "member"))  # said to the lead alone
    return {one for one in to_team if one[1] != who}


def answers(client: FlaskClient, who: str, cast: Cast) -> Iterator[tuple[str, str]]:
    """Yield (route, all that it answers); each request is taken back."""
    for route, things in requests(who, cast):
        for headers in ({}, FRAGMENT):
            yield route, taken_back(client, route, things, headers)
        if not route.startswith("GET "):
            yield route, without_form(client, route, things)
    if who in PEOPLE:
        yield "entries", verdicts(client, who, cast)


def requests(who: str, cast: Cast) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield every route, with what it can name: one's own of the same ids, and what is shown."""
    team = cast.of_team["int:team"]
    ids = {"int:organisation": cast.organisation, "int:its_team": team, "int:team": team}
    person = cast.people[who].me.key if who in PEOPLE else "nobody"
    own = {**cast.own, **ids, "person": person, "link": "of another", "notice_id": "n"}
    own["path:link"] = cast.of_team["path:link"] if who == "link" else "of another"
    for route in (*ROUTES, *ASKED, *(f"GET /teams/{team}{query}" for query in BOARDS)):
        things = {**cast.of_team, **ids} if route in OF_TEAMS else own
        if "int:owner" in route or "<win_id>" in route:
            yield from ((route, {**things, **one}) for one in shown_wins(cast))
        if "int:owner" not in route:
            yield route, {**things, "int:member": cast.people["member"].id}


def shown_wins(cast: Cast) -> Iterator[dict[str, object]]:
    for whose, ids in cast.shared.items():
        for one in ids:
            yield {"int:owner": cast.people[whose].id, "shared_id": one, "win_id": one}


def taken_back(
    client: FlaskClient, route: str, things: dict[str, object], headers: dict[str, str]
) -> str:
    with still_signed_in(client):
        answer = asked(Browser(client), route, things, **headers)
    return f"{answer.headers} {answer.text}"


def without_form(client: FlaskClient, route: str, things: dict[str, object]) -> str:
    """Return the answer to a change that says nothing, usually its form again."""
    method, path = route.split()
    with still_signed_in(client):
        answer = client.open(named(path, things), method=method, headers=OURS, buffered=True)
    return f"{answer.headers} {answer.text}"


@contextmanager
def still_signed_in(client: FlaskClient) -> Iterator[None]:
    """Take back what a request changes, also that it signs out."""
    session = client.get_cookie("session")
    with database.atomic() as attempt:
        yield
        attempt.rollback()
    if session:
        client.set_cookie("session", session.value)


def verdicts(client: FlaskClient, who: str, cast: Cast) -> str:
    """Return what a phone is answered to entries about wins and goals that are others'."""
    team, goal = cast.of_team["int:team"], cast.of_team["goal_id"]
    about = [entry("log_win", what="Mine", kind="quick", team=team)]
    about += [entry("meet_goal", target=goal, team=team)]
    for one in shown_wins(cast):
        its = {"id": one["win_id"]}
        about += [edit(its, at=NOON + 10**8, what="Mine"), undo(its)]
    sent = {"person": cast.people[who].me.key, "entries": about}
    with still_signed_in(client):
        return str(client.post("/outbox/", json=sent, headers=OURS).text)


def seen_by(who: str, app: Flask, cast: Cast) -> dict[tuple[str, str], set[str]]:
    """Return the routes at which somebody is shown each word that is not their own."""
    client = cast.people[who].browser(app) if who in PEOPLE else app.test_client()
    seen: dict[tuple[str, str], set[str]] = {}
    for route, text in answers(client, who, cast):
        for one in words_in(text):
            seen.setdefault(one, set()).add(route)
    return {one: routes for one, routes in seen.items() if one[1] != who}


@pytest.mark.parametrize("group", [MEMBERS, ("admin", "viewer"), (*OUTSIDE, "link")])
def test_everybody_is_shown_what_the_table_lets_them_read_and_no_word_more(
    group: tuple[str, ...], app: Flask, cast: Cast
) -> None:
    for who in group:
        seen = seen_by(who, app, cast)
        assert {one: at for one, at in seen.items() if one not in allowed(who)} == {}, who
        assert seen.keys() == allowed(who), who
    assert {*MEMBERS, "admin", "viewer", *OUTSIDE} == {*PEOPLE, "signed out"}  # nobody is left out
