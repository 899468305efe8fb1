"""A device belongs to the person who is signed in there, and to nobody else."""

from collections.abc import Iterator

import pytest

from tests.support.make import KEYS, NOON, Someone
from tests.support.push.browsers import PushBrowser
from tests.support.push.pushed import pushing_by, subscribe
from webapp.domain.reminders.push_devices import (
    MOST_DEVICES,
    At,
    add_device,
    reminded_on,
    remove_device,
    report,
    state_of,
)
from webapp.domain.reminders.push_setup import Missing, bind
from webapp.gateways.push.memory import InMemory
from webapp.rules.shared.ids import id_of_person
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.storage.account.people import Person
from webapp.storage.reminders.devices import PushDevice, language_of_devices


@pytest.fixture(autouse=True)
def service() -> Iterator[InMemory]:
    service = InMemory()
    with pushing_by(service):
        yield service


def test_switching_on_twice_is_one_device(ana: Someone) -> None:
    own = PushBrowser().subscription
    for now in (NOON, NOON + 1):
        add_device(ana.me, own, "", "en", "", At(ana.token, KEYS, now))
    assert [one.id for one in reminded_on(ana.me, NOON)] == [own.id]


def test_a_new_subscription_replaces_the_one_before(ana: Someone) -> None:
    before = subscribe(ana).subscription.id
    after = PushBrowser("/201/new").subscription
    add_device(ana.me, after, before, "en", "", At(ana.token, KEYS, NOON))
    assert [one.id for one in reminded_on(ana.me, NOON)] == [after.id]


def test_nobody_removes_or_reports_for_a_device_of_another(ana: Someone, ben: Someone) -> None:
    device = subscribe(ana).subscription.id
    with pytest.raises(NotFound):
        remove_device(ben.me, device)
    with pytest.raises(NotFound):
        report(ben.me, device, "opened", NOON)
    assert [state_of(one.me, device, NOON) for one in (ana, ben)] == ["on", "unknown"]


def test_a_device_tells_when_it_showed_and_opened_one(ana: Someone) -> None:
    device = subscribe(ana).subscription.id
    report(ana.me, device, "shown", NOON + 1)
    report(ana.me, device, "opened", NOON + 2)
    assert [(one.shown, one.opened) for one in reminded_on(ana.me, NOON)] == [(NOON + 1, NOON + 2)]


def test_a_report_of_anything_else_changes_nothing(ana: Someone) -> None:
    device = subscribe(ana).subscription.id
    with pytest.raises(NotFound):
        report(ana.me, device, "endpoint", NOON)


def test_the_newest_devices_stay(ana: Someone) -> None:
    made = [subscribe(ana, f"/201/{number}", NOON + number) for number in range(MOST_DEVICES + 2)]
    ids = [one.subscription.id for one in made]
    assert [one.id for one in reminded_on(ana.me, NOON)] == ids[2:]


def test_a_server_that_cannot_push_stores_no_device(ana: Someone) -> None:
    bind(Missing.LIBRARIES)
    with pytest.raises(Invalid):
        subscribe(ana)


def test_devices_go_with_their_person(ana: Someone) -> None:
    subscribe(ana)
    Person.delete().where(Person.id == ana.id).execute()
    assert PushDevice.select().where(PushDevice.person == ana.id).count() == 0


def test_a_device_that_was_switched_off_learns_it_and_can_be_switched_on_again(
    ana: Someone,
) -> None:
    device = subscribe(ana)
    remove_device(ana.me, device.subscription.id)
    assert state_of(ana.me, device.subscription.id, NOON) == "off"
    assert reminded_on(ana.me, NOON) == []
    add_device(ana.me, device.subscription, "", "en", "", At(ana.token, KEYS, NOON))
    assert state_of(ana.me, device.subscription.id, NOON) == "on"


def test_a_device_is_added_in_a_session_of_the_person_only(ana: Someone, ben: Someone) -> None:
    for token in (ben.token, "", "1.nobody"):
        with pytest.raises(NotFound):
            subscribe(ana, token=token or "none")
    assert PushDevice.select().count() == 0


def test_the_language_of_a_person_is_that_of_their_newest_phone(ana: Someone, ben: Someone) -> None:
    assert language_of_devices(id_of_person(ana.id)) == ""
    for who, language, now in ((ana, "en", NOON), (ana, "ar", NOON + 1), (ben, "en", NOON + 2)):
        at = At(who.token, KEYS, now)
        own = PushBrowser(f"/201/{now}").subscription
        add_device(who.me, own, "", language, "", at)
    assert language_of_devices(id_of_person(ana.id)) == "ar"


def test_switching_off_what_is_not_there_is_no_success(ana: Someone) -> None:
    for name in ("0" * 32, "\0"):
        with pytest.raises(NotFound):
            remove_device(ana.me, name)
