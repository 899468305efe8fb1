"""A reminder reaches each phone of a person once, and phones that are gone are forgotten."""

from collections.abc import Iterator

import pytest

from tests.support.make import DAY, HOUR, KEYS, MINUTE, NOON
from tests.support.push.pushed import MESSAGE, NEXT, SITE, pushing_by, subscribe
from webapp.domain.account.sessions import end_session, start_session
from webapp.domain.reminders.push_devices import reminded_on
from webapp.domain.reminders.push_keys import replace_key
from webapp.domain.reminders.push_setup import Missing, bind
from webapp.domain.reminders.pushing import push
from webapp.gateways.push.memory import InMemory
from webapp.gateways.push.service import Answer, Outcome
from webapp.rules.reminders.messages import Delivery, Sent
from webapp.storage.reminders.devices import PushDevice, PushKey

LATER = Answer(Outcome.LATER)
REFUSED = Answer(Outcome.REFUSED)


@pytest.fixture
def service() -> Iterator[InMemory]:
    service = InMemory()
    with pushing_by(service):
        yield service


def endpoints(service: InMemory) -> list[str]:
    return [sent.to.endpoint for sent, _ in service.sent]


def test_every_phone_of_the_person_gets_it_and_nobody_elses(service, ana, ben) -> None:
    phones = [subscribe(ana, "/201/one"), subscribe(ana, "/201/two")]
    subscribe(ben, "/201/bens")
    assert push(ana.id, MESSAGE, NOON) == Sent(Delivery.TAKEN)
    assert len(reminded_on(ben.me, NOON)) == 1
    assert sorted(endpoints(service)) == [one.subscription.endpoint for one in phones]


def test_it_ends_with_the_prompts_window_and_replaces_itself(service, ana) -> None:
    subscribe(ana)
    push(ana.id, MESSAGE, NOON + HOUR)
    (sent, _) = service.sent[0]
    assert (sent.ttl, sent.topic) == (3_600, MESSAGE.tag)


def test_the_page_shows_when_a_phone_last_took_one(service, ana) -> None:
    subscribe(ana)
    assert [one.taken for one in reminded_on(ana.me, NOON)] == [None]
    push(ana.id, MESSAGE, NOON + MINUTE)
    assert [(one.vendor, one.taken) for one in reminded_on(ana.me, NOON)] == [
        ("Mozilla", NOON + MINUTE)
    ]


def test_without_a_phone_there_is_nowhere_to_send(service, ana) -> None:
    assert push(ana.id, MESSAGE, NOON) == Sent(Delivery.NOWHERE)


def test_a_server_that_cannot_push_sends_nowhere(service, ana) -> None:
    subscribe(ana)
    bind(Missing.SUBJECT)
    assert push(ana.id, MESSAGE, NOON) == Sent(Delivery.NOWHERE)
    assert service.sent == []


@pytest.mark.parametrize("wait", [None, 7_000])
def test_a_busy_service_is_tried_again_when_it_says(service, ana, wait) -> None:
    phone = subscribe(ana)
    service.will_answer(phone.subscription.endpoint, Answer(Outcome.LATER, wait))
    again = None if wait is None else NOON + wait
    assert push(ana.id, MESSAGE, NOON) == Sent(Delivery.LATER, again)
    assert push(ana.id, MESSAGE, NOON + 7_000) == Sent(Delivery.TAKEN)


def test_a_phone_that_has_it_is_not_sent_it_again_with_the_other(service, ana) -> None:
    subscribe(ana, "/201/one")
    slow = subscribe(ana, "/201/two").subscription.endpoint
    service.will_answer(slow, LATER)
    assert push(ana.id, MESSAGE, NOON).how is Delivery.LATER
    service.sent.clear()
    assert push(ana.id, MESSAGE, NOON + MINUTE).how is Delivery.TAKEN
    assert endpoints(service) == [slow]


def test_what_comes_too_late_for_one_phone_is_not_tried_for_ever(service, ana) -> None:
    subscribe(ana, "/201/one")
    slow = subscribe(ana, "/201/two").subscription.endpoint
    service.will_answer(slow, Answer(Outcome.LATER, 3 * HOUR))
    assert push(ana.id, MESSAGE, NOON) == Sent(Delivery.TAKEN)


def test_a_phone_that_is_gone_is_forgotten(service, ana) -> None:
    phone = subscribe(ana)
    service.will_answer(phone.subscription.endpoint, Answer(Outcome.GONE))
    assert push(ana.id, MESSAGE, NOON) == Sent(Delivery.NOWHERE)
    assert reminded_on(ana.me, NOON) == []


def test_a_phone_is_forgotten_after_five_refusals_in_a_row(service, ana) -> None:
    phone = subscribe(ana)
    service.will_answer(phone.subscription.endpoint, *[REFUSED] * 5)
    for left in (1, 1, 1, 1, 0):
        assert push(ana.id, MESSAGE, NOON).how is Delivery.NOWHERE
        assert len(reminded_on(ana.me, NOON)) == left


def test_a_success_between_refusals_keeps_the_phone(service, ana) -> None:
    endpoint = subscribe(ana).subscription.endpoint
    service.will_answer(endpoint, *[REFUSED] * 4, Answer(Outcome.TAKEN), *[REFUSED] * 4)
    for number in range(9):
        push(ana.id, MESSAGE if number < 5 else NEXT, NOON)
    assert len(reminded_on(ana.me, NOON)) == 1


def test_a_phone_that_signed_out_gets_nothing_and_is_forgotten(service, ana) -> None:
    other = start_session(ana.id, KEYS, NOON - DAY)
    subscribe(ana, "/201/stays")
    subscribe(ana, "/201/leaves", token=other)
    end_session(other, KEYS, NOON)
    assert push(ana.id, MESSAGE, NOON).how is Delivery.TAKEN
    assert [one.rpartition("/")[2] for one in endpoints(service)] == ["stays"]
    assert PushDevice.select().where(PushDevice.person == ana.id).count() == 1


def test_the_key_of_the_server_is_made_once(service, ana, ben) -> None:
    for who in (ana, ben):
        subscribe(who)
        push(who.id, MESSAGE, NOON)
    assert {key.public for _, key in service.sent} == {"public-1"}
    assert PushKey.select().count() == 1


def test_links_begin_with_the_public_address(service, ana) -> None:
    subscribe(ana)
    push(ana.id, MESSAGE, NOON)
    assert f'"navigate":"{SITE}/checkins/new"'.encode() in service.sent[0][0].content


def test_with_another_key_of_the_server_pushes_are_signed_by_it(service, ana) -> None:
    subscribe(ana)
    push(ana.id, MESSAGE, NOON)
    replace_key(service)
    push(ana.id, NEXT, NOON)
    assert [key.public for _, key in service.sent] == ["public-1", "public-2"]


def test_a_key_that_was_lost_is_made_again(service, ana) -> None:
    subscribe(ana)
    push(ana.id, MESSAGE, NOON)
    PushKey.delete().execute()
    push(ana.id, NEXT, NOON)
    assert PushKey.get().public == "public-2"
