"""Whoever acts for another owner, as for a team: nothing of their own is read or written (R29)."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import is_dataclass, replace
from functools import partial
from typing import Any

import pytest
from peewee import Model

from tests.domain.account.calls import NOT_CALLED, call
from tests.domain.account.scenes import SCENES, Scene
from tests.support.acting import acting_for, all_that_act
from tests.support.make import KEYS, NOON, Someone, make_person, rating, store_wins
from tests.web.asking import link_of, things_of
from tests.web.marked import MARKER, WORDS, live, text_fields
from tests.web.twins.life import fill
from tests.web.twins.rows import copy_things, owned, rows_of, table_of
from webapp.domain.account.sessions import start_session
from webapp.domain.capture.search_parts import end_of_search
from webapp.rules.capture.searches import Search
from webapp.rules.shared.ids import OwnerId, id_of_person
from webapp.rules.shared.problems import NotFound
from webapp.storage.account.people import Owner, Person
from webapp.storage.capture import searches
from webapp.storage.engine.database import database

HERS = 987_654_321  # a number that no other value of a statement is
# What she is to the owner (role_of), receipts, which are of whose phone or form made an entry, and
# who says something in a review, takes an obstacle, or is done.
WHAT_SHE_IS = re.compile(
    r'FROM "(membership|organisation_role|receipt)"|INTO "receipt"'
    r'|INTO "review_(line|tick)"|UPDATE "review_line" SET "holder"|DELETE FROM "review_tick"'
    r'|INTO "review_calendar"|"review_calendar" .*person_id" = '
)
REFUSED = {
    *("confidences.state_confidence", "confidences.calibration_of", "roles.require"),
    *("links.add_link", "links.change_link", "links.renew_link", "links.revoke_link"),
    *("shared_objectives.share_objective",),
}


@pytest.fixture
def team(db: None) -> Someone:
    """Return an account that stands in for a team."""
    return make_person("Team")


def test_a_search_in_parts_ends_at_a_win_of_the_owner(
    team: Someone, ana: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searches, "MOST_TIME", 1)
    newest, *_ = store_wins(team, 3, folded="words\n")
    end = end_of_search(acting_for(team, ana), Search(words=("words",)))
    assert end
    assert end.id == newest


@pytest.fixture
def things(team: Someone) -> dict[str, Any]:
    """Return what the team has, by the name it has in routes."""
    found = {**things_of(team), **link_of(team)}
    live(team, found)
    fill(team, found)
    rows = rows_of(team)
    [found["abandoned_id"]] = [one["id"] for one in rows["goal"] if one["state"] == "abandoned"]
    [found["weekly_id"]] = [one["id"] for one in rows["goal"] if one["cadence"] == "weekly"]
    return {**found, "step_id": rows["decision_step"][0]["id"]}


@pytest.fixture
def member(team: Someone, things: dict[str, Any]) -> Someone:
    """Return somebody with a private life: the same ids as the team's, with other words."""
    Owner.create(id=HERS)
    columns = {"password_hash": "", "time_zone": "Europe/Berlin"}
    Person.create(id=HERS, key="hers", name="Ana", email="ana@example.org", **columns)
    Owner.update(person=HERS).where(Owner.id == HERS).execute()
    found = Someone("Ana", HERS, start_session(id_of_person(HERS), KEYS, NOON))
    copy_things(team, found)
    _mark(found)
    found.sends(rating(3))
    return found


def _mark(someone: Someone) -> None:
    fields = {(of, name) for of, names in WORDS.items() for name in names.split()}
    for model, whose in owned():
        own = getattr(model, whose) == someone.id
        for _, of, name in text_fields():
            if of == table_of(model) and (of, name) in fields:
                model.update({name: MARKER}).where(own).execute()


@contextmanager
def numbers_given() -> Iterator[list[str]]:
    """Yield the statements inside the block that were given the member's number."""
    found: list[str] = []

    def note(event: Any) -> None:
        given = [*(event.params or ())].count(HERS)
        if given > bool(WHAT_SHE_IS.search(event.sql)):
            found.append(event.sql)

    database.obj.query_hooks.append(note)
    try:
        yield found
    finally:
        database.obj.query_hooks.remove(note)


def told(answer: Any) -> str:
    """Return everything that an answer holds, as text."""
    if isinstance(answer, Model):
        return repr(answer.__data__)
    if is_dataclass(answer) and not isinstance(answer, type):
        return repr({name: told(value) for name, value in vars_of(answer)})
    if isinstance(answer, dict):
        return repr({key: told(value) for key, value in answer.items()})
    if isinstance(answer, str) or not hasattr(answer, "__iter__"):
        return repr(answer)
    return repr([told(one) for one in answer])


def vars_of(answer: Any) -> list[tuple[str, Any]]:
    return [(name, getattr(answer, name)) for name in answer.__dataclass_fields__]


def outcome(act: Callable[[], Any]) -> str:
    """Do one thing and take it back; return what is wrong with it, "" for nothing."""
    with database.atomic() as attempt:
        try:
            with numbers_given() as given:
                answer = told(act())
        except NotFound:
            return "not found"
        finally:
            attempt.rollback()
    hers = [one for one in (MARKER, str(HERS)) if one in answer]
    return f"was given or told what is the member's: {given} {hers}" if given or hers else ""


def test_nothing_of_the_one_who_acts_is_in_what_another_owner_has(
    team: Someone, things: dict[str, Any], member: Someone
) -> None:
    acting, before = acting_for(team, member), rows_of(member)
    found = {
        name: outcome(partial(call, name, function, acting, things))
        for name, function in all_that_act()
        if name not in NOT_CALLED
    }
    refused = dict.fromkeys(REFUSED, "not found")
    assert {name: wrong for name, wrong in found.items() if wrong} == refused
    assert len(found) > 120
    assert rows_of(member) == before


@pytest.mark.parametrize("scene", SCENES)
def test_nor_is_it_where_one_thing_follows_another(
    scene: Scene, team: Someone, things: dict[str, Any], member: Someone
) -> None:
    acting, before = acting_for(team, member), rows_of(member)
    assert outcome(partial(scene, acting, things)) == ""
    assert rows_of(member) == before


def test_an_owner_who_is_no_person_is_read_like_any_other(
    team: Someone, things: dict[str, Any], member: Someone
) -> None:
    bare = OwnerId(Owner.create().id)
    for model, name in owned():
        if model._meta.fields[name].rel_model is Owner:  # type: ignore[attr-defined]
            for row in rows_of(team)[table_of(model)]:
                model.insert({**row, name: bare}).execute()
    acting = replace(acting_for(team, member), owner=bare)
    found = {
        name: outcome(partial(call, name, function, acting, things))
        for name, function in all_that_act()
        if name not in NOT_CALLED
    }
    assert {*found.values()} <= {"", "not found"}  # what changes something needs a rev, of a person
    assert sum(not wrong for wrong in found.values()) > 70
