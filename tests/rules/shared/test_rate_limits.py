"""A bucket is stored as the moment at which it is full again."""

import pytest

from tests.support.make import MINUTE, NOON
from webapp.rules.shared.rate_limits import Limit, TooMany, network_of

TEN = Limit(10, 30 * MINUTE)


def test_each_one_puts_the_moment_off_by_its_share():
    assert TEN.cost() == 3 * MINUTE
    assert TEN.cost(4) == 12 * MINUTE


def test_what_a_full_bucket_holds_can_be_taken_at_once():
    TEN.check(NOON + TEN.cost(10), NOON)


def test_one_more_has_to_wait_until_it_has_dripped_in():
    with pytest.raises(TooMany) as refused:
        TEN.check(NOON + TEN.cost(11), NOON)
    assert refused.value.wait == 3 * MINUTE


def test_after_that_wait_there_is_room():
    TEN.check(NOON + TEN.cost(11), NOON + 3 * MINUTE)


def test_nobody_waits_longer_than_for_what_they_asked():
    with pytest.raises(TooMany) as refused:
        TEN.check(NOON + TEN.cost(10) + TEN.cost(2), NOON)
    assert refused.value.wait == TEN.cost(2)


ADDRESSES = [
    ("192.0.2.7", "192.0.2.7"),
    ("::ffff:192.0.2.7", "192.0.2.7"),
    ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"),
    ("2001:db8:1:ffff::1", "2001:db8:1::/48"),
    ("2001:db8:2::1", "2001:db8:2::/48"),
    ("fe80::1%eth0", "fe80::/48"),
    ("", ""),
    ("a socket", "a socket"),
]


@pytest.mark.parametrize(("address", "counted"), ADDRESSES)
def test_addresses_that_one_person_can_choose_from_count_as_one(address, counted):
    assert network_of(address) == counted
