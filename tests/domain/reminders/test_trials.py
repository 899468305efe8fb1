"""A person has one sent now, to see that it arrives; not for ever."""

import pytest

from tests.support.make import MINUTE, NOON, Someone
from webapp.domain.reminders.trials import LIFE, MOST, ask_for_one
from webapp.rules.shared.problems import Conflict
from webapp.storage.reminders.prompts import Prompt

ZONE = "Europe/Berlin"


def prompts(ana: Someone) -> list[int]:
    return sorted(one.number for one in Prompt.select().where(Prompt.person == ana.id))


def test_one_that_waits_is_enough(ana: Someone) -> None:
    for now in (NOON, NOON + MINUTE):
        ask_for_one(ana.me, ZONE, now)
    assert prompts(ana) == [1]


def test_there_are_ten_a_day_at_most(ana: Someone) -> None:
    for number in range(MOST):
        ask_for_one(ana.me, ZONE, NOON + number * LIFE)
    with pytest.raises(Conflict):
        ask_for_one(ana.me, ZONE, NOON + MOST * LIFE)
    assert prompts(ana) == list(range(1, MOST + 1))
