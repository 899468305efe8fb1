"""A person has one sent now, to see that it arrives; not for ever."""

import pytest

from tests.support.make import MINUTE, NOON, Someone
from webapp.domain.reminders.trials import LIFE, MOST, ask_for_one
from webapp.rules.reminders.kinds import Way
from webapp.rules.shared.problems import Conflict
from webapp.storage.reminders.prompts import Prompt

ZONE = "Europe/Berlin"


def prompts(ana: Someone) -> list[int]:
    return sorted(one.number for one in Prompt.select().where(Prompt.person == ana.id))


def test_one_that_waits_is_enough(ana: Someone) -> None:
    for now in (NOON, NOON + MINUTE):
        ask_for_one(ana.me, Way.PUSH, ZONE, now)
    assert prompts(ana) == [1]


def test_there_are_ten_a_day_at_most(ana: Someone) -> None:
    for number in range(MOST):
        ask_for_one(ana.me, Way.PUSH, ZONE, NOON + number * LIFE)
    with pytest.raises(Conflict):
        ask_for_one(ana.me, Way.PUSH, ZONE, NOON + MOST * LIFE)
    assert prompts(ana) == list(range(1, MOST + 1))


def test_one_comes_by_the_way_that_is_asked_for(ana: Someone) -> None:
    for way in (Way.PUSH, Way.MAIL):
        ask_for_one(ana.me, way, ZONE, NOON)
    assert {one.what for one in Prompt.select()} == {"now:push", "now:mail"}
    with pytest.raises(Conflict):
        ask_for_one(ana.me, Way.NONE, ZONE, NOON)
