"""The chores of a minute: each in its turn, whatever becomes of the others."""

import logging
import threading

import pytest

from webapp.jobs.shared.minute import Chore, Minute, run_minute


def fail() -> None:
    raise OSError(28, "No space left on device")


def test_a_chore_that_fails_keeps_no_other_from_running_and_says_what_to_do(
    caplog: pytest.LogCaptureFixture,
) -> None:
    done: list[str] = []
    run_minute(Minute((Chore("writing", fail), Chore("reading", lambda: done.append("read")))))
    assert done == ["read"]
    assert [record.getMessage() for record in caplog.records] == [
        "writing: The disk is full. Make room, then try again; nothing was lost."
    ]


def test_a_chore_of_each_hour_runs_once_in_it(caplog: pytest.LogCaptureFixture) -> None:
    done: list[str] = []
    hourly = Chore("hourly", lambda: done.append("hourly"), 3600)
    minute = Minute((hourly, Chore("each", lambda: done.append("each"))))
    run_minute(minute)
    run_minute(minute)
    assert done == ["hourly", "each", "each"]


def test_one_that_failed_is_tried_again_at_the_next_tick() -> None:
    tries: list[str] = []

    def late() -> None:
        tries.append("tried")
        if len(tries) == 1:
            fail()

    minute = Minute((Chore("hourly", late, 3600),))
    for _ in range(3):
        run_minute(minute)
    assert len(tries) == 2


def test_nothing_is_begun_after_a_stop() -> None:
    done: list[str] = []
    stop = threading.Event()
    run_minute(Minute((Chore("a", stop.set), Chore("b", lambda: done.append("b"))), stop))
    assert done == []


def test_a_line_of_the_log_quotes_no_value(caplog: pytest.LogCaptureFixture) -> None:
    def quote() -> None:
        raise ValueError("Shipped the beta")

    with caplog.at_level(logging.ERROR):
        run_minute(Minute((Chore("parsing", quote),)))
    assert "Shipped" not in caplog.records[0].getMessage()
