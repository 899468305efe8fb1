"""Guessing is slowed down, and nobody is locked out by others."""

from contextlib import suppress

import pytest

from tests.support.make import KEYS, MINUTE, NOON, visit, win
from webapp.domain.account import rate_limits
from webapp.domain.account.authentication import authenticate
from webapp.domain.account.known_devices import with_person
from webapp.domain.account.people import create_person
from webapp.domain.account.rate_limits import PER_ACCOUNT, PER_NETWORK
from webapp.domain.outbox.outbox import FORM_LIMIT, deliver, record
from webapp.rules.account.people import NewPerson
from webapp.rules.shared.problems import Invalid
from webapp.rules.shared.rate_limits import Limit, TooMany
from webapp.storage.account.rate_limits import Bucket
from webapp.storage.outbox.receipts import has_receipt

PASSWORD = "correct horse"
EMMA = NewPerson("Emma", "emma@example.org", PASSWORD, "Asia/Tokyo")
ELSEWHERE = "198.51.100.9"


def tries(count, account="emma@example.org", here=None):
    """Count so many tries to sign in to this account."""
    for _ in range(count):
        rate_limits.take_for_account(here or visit(), "sign in", account)


def test_ten_guesses_at_one_account_are_taken_and_no_more(db):
    tries(10)
    with pytest.raises(TooMany) as refused:
        tries(1)
    assert refused.value.wait == 3 * MINUTE


def test_after_the_wait_there_is_one_more_and_trying_in_vain_does_not_prolong_it(db):
    tries(10)
    for _ in range(20):
        with suppress(TooMany):
            tries(1)
    later = visit(now=NOON + 3 * MINUTE)
    tries(1, here=later)
    with pytest.raises(TooMany):
        tries(1, here=later)


def test_the_owner_signs_in_from_elsewhere_while_somebody_guesses(db):
    emma = create_person(EMMA)
    tries(10)
    assert authenticate("emma@example.org", PASSWORD, visit(ELSEWHERE)) == emma


def test_on_a_known_device_the_owner_signs_in_beside_a_guesser(db):
    emma = create_person(EMMA)
    for number in range(60):
        tries(1, f"person-{number % 7}@example.org")
    known = visit(device=with_person("", emma, KEYS, NOON))
    assert authenticate("emma@example.org", PASSWORD, known) == emma
    with pytest.raises(TooMany):
        authenticate(
            "emma@example.org", PASSWORD, visit(device=with_person("", emma + 1, KEYS, NOON))
        )


def test_on_a_known_device_ten_guesses_are_taken_and_no_more(db):
    known = visit(device=with_person("", create_person(EMMA), KEYS, NOON))
    for _ in range(10):
        with pytest.raises(Invalid):
            authenticate("emma@example.org", "wrong horse", known)
    with pytest.raises(TooMany):
        authenticate("emma@example.org", "wrong horse", known)


def test_one_account_is_not_guessed_at_from_many_networks_of_one_tunnel(db):
    for number in range(10):
        tries(1, here=visit(f"2001:db8:1:{number:x}::1"))
    with pytest.raises(TooMany):
        tries(1, here=visit("2001:db8:1:ffff::1"))


def test_after_too_many_tries_the_right_password_is_refused_too(db):
    create_person(EMMA)
    for _ in range(10):
        with pytest.raises(Invalid):
            authenticate("emma@example.org", "wrong horse", visit())
    with pytest.raises(TooMany):
        authenticate(" EMMA@example.org", PASSWORD, visit())


def test_an_address_that_nobody_has_is_limited_like_one_that_somebody_has(db):
    for _ in range(10):
        with pytest.raises(Invalid):
            authenticate("nobody@example.org", PASSWORD, visit())
    with pytest.raises(TooMany):
        authenticate("nobody@example.org", PASSWORD, visit())


def test_one_guess_at_each_of_many_accounts_is_limited_by_network(db):
    for number in range(60):
        tries(1, f"person-{number}@example.org")
    with pytest.raises(TooMany):
        tries(1, "another@example.org")


def test_guessing_at_one_account_leaves_its_neighbours_room(db):
    for _ in range(100):
        with suppress(TooMany):
            tries(1)
    tries(1, "neighbour@example.org")


def test_what_the_buckets_are_of_is_not_written_down(db):
    tries(1)
    stored = " ".join(bucket.key for bucket in Bucket.select())
    assert "emma" not in stored
    assert visit().address not in stored


def test_buckets_that_are_full_again_leave_no_row(db):
    tries(1)
    tries(1, "later@example.org", visit(ELSEWHERE, NOON + 40 * MINUTE))
    assert Bucket.select().count() == 2


@pytest.mark.parametrize("limit", [PER_ACCOUNT, PER_NETWORK])
def test_no_bucket_stays_shut_for_longer_than_a_few_minutes(db, limit):
    for _ in range(limit.most):
        rate_limits.take(visit(), limit, "anything")
    with pytest.raises(TooMany) as refused:
        rate_limits.take(visit(), limit, "anything")
    assert refused.value.wait <= 3 * MINUTE


THREE = Limit(3, MINUTE)


def test_entries_are_taken_until_the_bucket_is_empty(ana):
    deliver(ana.me, [win(), win(), win()], NOON, THREE)
    with pytest.raises(TooMany) as refused:
        deliver(ana.me, [win()], NOON, THREE)
    assert refused.value.wait == 20_000


def test_of_entries_that_come_too_soon_none_is_taken_and_all_can_come_again(ana):
    entries, rev = [win(), win(), win(), win()], ana.me.rev
    with pytest.raises(TooMany):
        deliver(ana.me, entries, NOON, THREE)
    assert ana.me.rev == rev
    assert not any(has_receipt(ana.id, entry["id"]) for entry in entries)
    assert len(deliver(ana.me, entries[:3], NOON, THREE).verdicts) == 3


def test_the_same_entry_sent_over_and_over_counts_each_time(ana):
    entry = win()
    for _ in range(3):
        deliver(ana.me, [entry], NOON, THREE)
    with pytest.raises(TooMany):
        deliver(ana.me, [entry], NOON, THREE)


def test_one_persons_entries_cost_the_others_nothing(ana, ben):
    deliver(ana.me, [win(), win(), win()], NOON, THREE)
    deliver(ben.me, [win()], NOON, THREE)


def test_entries_drip_in_again(ana):
    deliver(ana.me, [win(), win(), win()], NOON, THREE)
    deliver(ana.me, [win()], NOON + 20_000, THREE)


def test_what_a_form_records_counts_with_what_phones_send(ana):
    deliver(ana.me, [win() for _ in range(FORM_LIMIT.most)], NOON, FORM_LIMIT)
    with pytest.raises(TooMany):
        record(ana.me, win(), NOON)
