"""A prompt is stored once, whatever plans it; one that was sent stays as it was."""

from typing import Any

from tests.support.make import HOUR, NOON, Someone
from webapp.rules.reminders.kinds import Reason, State
from webapp.storage.reminders.prompts import (
    Prompt,
    add_prompts,
    change_prompt,
    one_prompt,
    prompts_since,
    skip_prompt,
)

DAY = "2026-11-23"


def planned(someone: Someone, what: str = "check_in", **more: Any) -> dict[str, Any]:
    return {
        **{"person": someone.id, "what": what, "day": DAY, "number": 1},
        **{"due": NOON, "until": NOON + HOUR, "state": State.WAITING, **more},
    }


def test_the_same_prompt_planned_twice_is_stored_once(ana: Someone) -> None:
    add_prompts([planned(ana), planned(ana, number=2)])
    add_prompts([planned(ana, due=NOON + HOUR)])
    assert [(row.number, row.due) for row in prompts_since(ana.id, DAY, 9)] == [
        (1, NOON),
        (2, NOON),
    ]


def test_what_was_sent_is_neither_moved_nor_skipped(ana: Someone) -> None:
    add_prompts([planned(ana, state=State.SENT, sent=NOON)])
    assert not change_prompt(ana.id, "check_in", DAY, 1, due=NOON + HOUR)
    assert not skip_prompt(ana.id, "check_in", DAY, 1, Reason.DONE)
    row = one_prompt(ana.id, "check_in", DAY, 1)
    assert row
    assert (row.due, row.state, row.reason) == (NOON, "sent", "")


def test_a_skipped_prompt_says_why(ana: Someone) -> None:
    add_prompts([planned(ana, lease=NOON)])
    assert skip_prompt(ana.id, "check_in", DAY, 1, Reason.QUIET)
    row = one_prompt(ana.id, "check_in", DAY, 1)
    assert row
    assert (row.state, row.reason, row.lease) == ("skipped", "quiet", None)


def test_prompts_of_others_are_not_read(ana: Someone, ben: Someone) -> None:
    add_prompts([planned(ana), planned(ben)])
    skip_prompt(ben.id, "check_in", DAY, 1, Reason.DONE)
    assert [row.state for row in prompts_since(ana.id, DAY, 9)] == ["waiting"]
    assert Prompt.select().count() == 2
