"""A prompt that is due is in the hands of one worker at a time."""

from typing import Any

from tests.support.make import HOUR, MINUTE, NOON, Someone
from webapp.rules.reminders.kinds import Reason, State
from webapp.storage.reminders.claims import (
    claim_due,
    mark_sent,
    next_free,
    release,
    release_untried,
    renew_lease,
    skip_claimed,
)
from webapp.storage.reminders.prompts import Prompt, add_prompts

LEASE = NOON + MINUTE


def waits(someone: Someone, what: str = "check_in", **columns: Any) -> None:
    """Store a prompt that is due at noon."""
    row = {"person": someone.id, "what": what, "day": "2026-11-22", "number": 1}
    add_prompts([{**row, "due": NOON, "until": NOON + HOUR, "state": State.WAITING, **columns}])


def claimed(now: int = NOON, lease: int = LEASE, most: int = 100) -> list[str]:
    return [prompt.what for prompt in claim_due(now, lease, most)]


def test_what_is_due_is_claimed_by_one_only(ana: Someone, ben: Someone) -> None:
    waits(ana)
    waits(ben, due=NOON + 1)
    assert [prompt.person_id for prompt in claim_due(NOON, LEASE, 100)] == [ana.id]
    assert claimed() == []


def test_the_oldest_come_first(ana: Someone) -> None:
    for number, what in enumerate(("capture", "check_in", "review")):
        waits(ana, what, due=NOON - number)
    assert {*claimed(most=2)} == {"review", "check_in"}
    assert claimed() == ["capture"]


def test_what_was_sent_or_skipped_is_not_due(ana: Someone) -> None:
    waits(ana, "review", state=State.SENT)
    waits(ana, "capture", state=State.SKIPPED, reason=Reason.DONE)
    assert claimed() == []


def test_a_lease_that_is_over_binds_nobody(ana: Someone) -> None:
    waits(ana)
    claimed()
    assert claimed(LEASE - 1) == []
    assert claimed(LEASE, LEASE + MINUTE) == ["check_in"]


def test_a_lease_of_before_the_clock_was_put_back_does_not_count(ana: Someone) -> None:
    waits(ana, due=NOON - 3 * HOUR)
    claimed()
    assert claimed(NOON - 2 * HOUR, NOON - 2 * HOUR + MINUTE) == ["check_in"]


def test_who_was_too_slow_changes_nothing_of_what_another_one_has(ana: Someone) -> None:
    waits(ana)
    [mine] = claim_due(NOON, LEASE, 100)
    claim_due(LEASE, LEASE + MINUTE, 100)
    late = (renew_lease(mine, 0), release(mine, None), skip_claimed(mine, "off"))
    assert (*late, release_untried(mine)) == (False, False, False, False)
    assert Prompt.get().lease == LEASE + MINUTE


def test_that_it_was_sent_is_stored_whoever_says_so(ana: Someone) -> None:
    waits(ana)
    [mine] = claim_due(NOON, LEASE, 100)
    [other] = claim_due(LEASE, LEASE + MINUTE, 100)
    assert mark_sent(mine, LEASE)
    assert not mark_sent(other, LEASE + 5)
    row = Prompt.get()
    assert (row.state, row.sent, row.lease) == (State.SENT, LEASE, None)


def test_what_is_given_back_is_free_at_once_or_when_it_is_said(ana: Someone) -> None:
    waits(ana)
    [first] = claim_due(NOON, LEASE, 100)
    release(first, NOON + 5 * MINUTE)
    assert claimed(NOON + 5 * MINUTE - 1) == []
    [second] = claim_due(NOON + 5 * MINUTE, NOON + 6 * MINUTE, 100)
    release_untried(second)
    [third] = claim_due(NOON + 5 * MINUTE, NOON + 6 * MINUTE, 100)
    assert (first.tries, second.tries, third.tries) == (1, 2, 2)


def test_renewing_goes_on_holding_it(ana: Someone) -> None:
    waits(ana)
    [mine] = claim_due(NOON, LEASE, 100)
    assert renew_lease(mine, LEASE + MINUTE)
    assert claimed(LEASE) == []


def test_the_next_lease_that_ends_is_known_and_one_that_is_far_does_not_count(ana: Someone) -> None:
    waits(ana)
    assert next_free(NOON, LEASE) is None
    claimed()
    assert next_free(NOON, LEASE) == LEASE
    assert next_free(NOON, LEASE - 1) is None
    assert next_free(LEASE, LEASE + MINUTE) == LEASE


def test_the_reason_why_it_is_skipped_is_stored(ana: Someone) -> None:
    waits(ana)
    [mine] = claim_due(NOON, LEASE, 100)
    assert skip_claimed(mine, Reason.PAUSED)
    row = Prompt.get()
    assert (row.state, row.reason, row.lease) == (State.SKIPPED, Reason.PAUSED, None)


def test_what_becomes_of_it_is_stored_for_its_person_alone(ana: Someone, ben: Someone) -> None:
    waits(ana)
    waits(ben)
    [mine] = [one for one in claim_due(NOON, LEASE, 100) if one.person_id == ana.id]
    mark_sent(mine, NOON)
    assert {row.person_id: row.state for row in Prompt.select()} == {
        ana.id: State.SENT,
        ben.id: State.WAITING,
    }
