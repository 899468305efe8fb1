"""The list of signed-in devices."""

import pytest

from tests.support.make import DAY, KEYS, NOON
from webapp.domain.account.devices import devices_of, sign_out_device, sign_out_other_devices
from webapp.domain.account.sessions import find_person, start_session
from webapp.storage.account.sessions import Session


def listed(person, now=NOON, zone="Europe/Berlin"):
    """Return the person's devices as their own phone lists them."""
    return devices_of(person.me, person.token, KEYS, now, zone)


@pytest.fixture
def laptop(ana):
    """Return the token of a laptop on which Ana signed in a day later."""
    return start_session(ana.id, KEYS, NOON + DAY, "Firefox/143.0 (Windows NT 10.0)")


def test_this_device_comes_first_and_says_so(ana, laptop):
    assert [device.here for device in listed(ana)] == [True, False]


def test_a_device_has_a_name_and_the_day_it_was_seen(ana, laptop):
    device = listed(ana)[1]
    assert (device.name.browser, device.name.system) == ("Firefox", "Windows")
    assert device.seen == "2026-11-23"


def test_the_day_is_that_of_the_zone(ana, laptop):
    assert listed(ana, zone="Pacific/Kiritimati")[1].seen == "2026-11-24"


def test_another_persons_devices_are_not_listed(ana, ben):
    assert len(listed(ana)) == 1


def test_a_device_that_is_no_longer_signed_in_is_not_listed(ana, laptop):
    assert [device.seen for device in listed(ana, NOON + 181 * DAY)] == ["2026-11-23"]


def test_expired_sessions_leave_no_row_after_the_next_sign_in(ana, laptop):
    start_session(ana.id, KEYS, NOON + 181 * DAY)
    assert Session.select().where(Session.person == ana.id).count() == 2


def test_a_device_that_is_signed_out_from_afar_is_out_at_once(ana, laptop):
    sign_out_device(ana.me, listed(ana)[1].id)
    assert find_person(laptop, KEYS, NOON + DAY) is None
    assert len(listed(ana)) == 1


def test_another_persons_device_cannot_be_signed_out(ana, ben):
    sign_out_device(ben.me, listed(ana)[0].id)
    assert ana.me


@pytest.mark.parametrize("wrong", ["x", "", "\0", "%", "'"])
def test_an_unknown_device_changes_nothing(ana, wrong):
    sign_out_device(ana.me, wrong)
    assert len(listed(ana)) == 1


def test_all_others_can_be_signed_out_at_once(ana, ben, laptop):
    sign_out_other_devices(ana.me, ana.token, KEYS)
    assert find_person(laptop, KEYS, NOON + DAY) is None
    assert ana.me
    assert ben.me
