"""Answers that arrive late, or are changed, and people who are gone (R36)."""

import uuid
from pathlib import Path

import pytest

from tests.support.make import HOUR, MINUTE, correct, undo
from tests.support.owners.teams import number
from tests.support.owners.windows import (
    DUE,
    W,
    answers,
    at,
    five,
    publish,
    shown,
)
from webapp.domain.teams import memberships
from webapp.storage.account.people import Person

pytestmark = pytest.mark.usefixtures("db")


def test_late_entries_edits_and_deletions_change_nothing_that_is_published(tmp_path: Path):
    team, people = five()
    sent = [answers(one, 5) for one in people]
    publish(tmp_path)
    people[0].sends(correct(sent[0], at=DUE, rating="0"), now=DUE)
    people[1].sends(undo(sent[1], at=at(W, 5) + MINUTE), now=DUE)
    answers(people[2], 0, when=at(W, 6))
    assert publish(tmp_path, DUE + HOUR) == []
    assert shown(team) == {W: "5-6 of 5-7"}


def test_offline_entries_that_arrive_before_it_is_published_count(tmp_path: Path):
    team, people = five()
    for one in people[1:]:
        answers(one, 5)
    sent = {**answers(people[0], 5, when=at(W, 28, 12))}
    people[0].sends({**sent, "id": str(uuid.uuid4()), "at": at(W, 20)}, now=DUE - 1)
    publish(tmp_path)
    assert shown(team) == {W: "5-6 of 5-7"}


def test_a_person_who_is_deleted_before_the_publishing_is_not_counted(tmp_path: Path):
    team, people = five()
    for one in people:
        answers(one, 5)
    memberships.leave_every_team(number(people[4]), at(W, 30))
    Person.delete().where(Person.id == people[4].id).execute()
    assert publish(tmp_path) == [W - 1, W]
    assert shown(team) == {}


def test_a_person_who_is_deleted_afterwards_leaves_the_figure(tmp_path: Path):
    team, people = five()
    for one in people:
        answers(one, 5)
    publish(tmp_path)
    memberships.leave_every_team(number(people[4]), DUE + 1)
    Person.delete().where(Person.id == people[4].id).execute()
    assert shown(team) == {W: "5-6 of 5-7"}
