"""Buckets in the database behave as the rule says."""

import pytest

from tests.support.make import DAY, MINUTE, NOON
from webapp.rules.shared.rate_limits import Limit, TooMany
from webapp.storage.account.rate_limits import Bucket, delete_full_buckets, take

TEN = Limit(10, 30 * MINUTE)
pytestmark = pytest.mark.usefixtures("db")


def full_after(times, now=NOON, key="a key"):
    """Return when the bucket is full after so many were taken, each at `now`."""
    return [take(key, TEN, now) for _ in range(times)][-1]


def test_an_unknown_bucket_is_full():
    assert full_after(1) == NOON + TEN.cost()


def test_each_one_adds_up():
    assert full_after(7) == NOON + TEN.cost(7)


def test_time_fills_it():
    full_after(7)
    assert full_after(1, NOON + TEN.cost(6)) == NOON + TEN.cost(8)


def test_it_never_holds_more_than_when_it_is_full():
    full_after(7)
    assert full_after(1, NOON + DAY) == NOON + DAY + TEN.cost()


def test_each_key_has_its_own():
    full_after(10)
    assert full_after(1, key="another key") == NOON + TEN.cost()


def test_a_clock_that_was_wrong_for_a_while_locks_nobody_out():
    full_after(10, NOON + 365 * DAY)
    full_at = full_after(1)
    TEN.check(full_at, NOON)
    assert full_at == NOON + TEN.cost()


def test_in_an_hour_no_more_are_taken_than_it_holds_and_receives():
    taken = 0
    for moment in range(NOON, NOON + 60 * MINUTE, 20_000):
        full_at = take("a key", TEN, moment)
        try:
            TEN.check(full_at, moment)
            taken += 1
        except TooMany:  # what was refused is rolled back where it is asked for
            Bucket.update(full_at=full_at - TEN.cost()).execute()
    assert taken == 10 + 19


def test_full_buckets_go_and_others_stay():
    full_after(1, key="soon full")
    full_after(3, key="not yet")
    delete_full_buckets(NOON + TEN.cost(2))
    assert [bucket.key for bucket in Bucket.select()] == ["not yet"]
