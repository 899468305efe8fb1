"""What is due is sent by many at once, each prompt by one of them, and none is forgotten."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.support.make import MINUTE, Someone
from tests.support.owners.prompts import DUE, many_wait, states, waits
from webapp.domain.reminders.claims import LEASE, MOST_TRIES, End, Outcome
from webapp.domain.reminders.delivery import AT_ONCE, deliver_due
from webapp.rules.reminders.kinds import Reason, State
from webapp.storage.engine.database import connection
from webapp.storage.reminders.prompts import Prompt


class Sender:
    """Sends by remembering what it was given."""

    def __init__(self, outcome: Outcome | None = None) -> None:
        self.sent: list[str] = []
        self.outcome = outcome

    def __call__(self, prompt: Prompt, now: int) -> Outcome:
        self.sent.append(prompt.what)
        return self.outcome or Outcome(End.SENT, now)


def delivered(send, now: int = DUE, stop: threading.Event | None = None) -> int:
    """Deliver what is due at a moment that does not pass."""
    return deliver_due(send, lambda: now, stop or threading.Event())


def test_all_that_is_due_is_sent_and_nothing_twice(dora: Someone) -> None:
    names, send = many_wait(dora.id, 230), Sender()
    waits(dora.id, "review", due=DUE + 1)
    assert delivered(send) == 230
    assert Counter(send.sent) == Counter(names)
    assert states(dora.id) == {**dict.fromkeys(names, State.SENT), "review": State.WAITING}
    assert delivered(send) == 0


def test_two_workers_share_what_is_due(dora: Someone) -> None:
    names, send = many_wait(dora.id, 300), Sender()
    with ThreadPoolExecutor(2) as both:
        counts = list(both.map(lambda _: delivered(send), range(2)))
    assert sum(counts) == 300
    assert Counter(send.sent) == Counter(names)


def test_twenty_are_sent_at_once(dora: Someone) -> None:
    many_wait(dora.id, AT_ONCE)
    together = threading.Barrier(AT_ONCE)

    def send(prompt: Prompt, now: int) -> Outcome:
        together.wait(10)
        return Outcome(End.SENT, now)

    assert delivered(send) == AT_ONCE


def test_what_is_skipped_has_its_reason(dora: Someone) -> None:
    waits(dora.id)
    assert delivered(Sender(Outcome(End.SKIPPED, reason=Reason.PAUSED))) == 1
    with connection():
        row = Prompt.get(Prompt.person == dora.id)
    assert (row.state, row.reason) == (State.SKIPPED, Reason.PAUSED)


def test_what_is_to_be_tried_again_waits_for_its_moment(dora: Someone) -> None:
    waits(dora.id)
    assert delivered(Sender(Outcome(End.AGAIN, DUE + MINUTE))) == 0
    send = Sender()
    assert (delivered(send, DUE + MINUTE - LEASE - 1), delivered(send, DUE + MINUTE)) == (0, 1)


def test_a_fault_in_sending_is_logged_without_its_text_and_tried_again_after_a_minute(
    dora: Someone, caplog: pytest.LogCaptureFixture
) -> None:
    many_wait(dora.id, 3)

    def fail(prompt: Prompt, now: int) -> Outcome:
        raise ValueError("Shipped the beta")

    assert delivered(fail) == 0
    assert [record.getMessage()[:18] for record in caplog.records] == ["sending reminders:"]
    assert "Shipped" not in caplog.records[0].getMessage()
    assert delivered(Sender(), DUE + MINUTE) == 3


def test_one_that_was_tried_ten_times_is_given_up(dora: Someone) -> None:
    waits(dora.id, tries=MOST_TRIES)
    send = Sender()
    assert delivered(send) == 1
    with connection():
        row = Prompt.get(Prompt.person == dora.id)
    assert (send.sent, row.state, row.reason) == ([], State.SKIPPED, Reason.FAILED)


def test_a_stop_finishes_what_is_being_sent_and_gives_the_rest_back(dora: Someone) -> None:
    many_wait(dora.id, 60)
    stop, sent = threading.Event(), []

    def send(prompt: Prompt, now: int) -> Outcome:
        stop.set()
        sent.append(prompt.what)
        return Outcome(End.SENT, now)

    count = delivered(send, stop=stop)
    assert count == len(sent) <= AT_ONCE
    with connection():
        left = list(Prompt.select().where(Prompt.state == State.WAITING))
    assert {(row.lease, row.tries) for row in left} == {(None, 0)}
    assert count + len(left) == 60


def test_what_a_killed_worker_had_is_sent_as_soon_as_its_lease_is_over(dora: Someone) -> None:
    waits(dora.id, lease=DUE + LEASE, tries=1)
    waits(dora.id, "capture")
    moments = iter([DUE, DUE, DUE, DUE + LEASE - 1])
    send = Sender()
    count = deliver_due(send, lambda: next(moments, DUE + LEASE), threading.Event())
    assert (count, send.sent) == (2, ["capture", "check_in"])
