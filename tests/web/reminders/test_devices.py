"""Switching reminders on for a phone, what it reports, and what the page shows of it."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.make import NOON, Someone
from tests.support.push.browsers import PushBrowser
from tests.support.push.hostile import HOSTILE
from tests.support.push.pushed import MESSAGE, pushing_by
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.domain.reminders.push_devices import reminded_on
from webapp.domain.reminders.push_setup import Missing, bind
from webapp.domain.reminders.pushing import push
from webapp.gateways.push.memory import InMemory
from webapp.rules.reminders.messages import Delivery
from webapp.storage.reminders.devices import PushDevice
from webapp.storage.reminders.prompts import Prompt
from webapp.web.shared import clock

PAGE = "/reminders/devices/"


@pytest.fixture(autouse=True)
def service() -> Iterator[InMemory]:
    service = InMemory()
    with pushing_by(service):
        yield service


def switch_on(browser: Browser, phone: PushBrowser, **more: str) -> Any:
    return browser.post(PAGE, **phone.form, **more)


def asks_for_one(browser: Browser, page: str) -> Any:
    headers = {"Origin": "http://localhost", "Referer": f"http://localhost{page}"}
    return browser.client.post("/reminders/trials/", data={"way": "push"}, headers=headers)


def test_a_phone_that_was_switched_on_gets_reminders(
    as_ana: Browser, ana: Someone, service: InMemory
) -> None:
    phone = PushBrowser()
    answer = switch_on(as_ana, phone)
    assert (answer.status_code, answer.json) == (201, {"id": phone.subscription.id})
    assert push(ana.id, MESSAGE, clock.now()).how is Delivery.TAKEN
    assert service.sent[0][0].to == phone.subscription


def test_the_page_shows_what_became_of_the_last_one(as_ana: Browser, ana: Someone) -> None:
    phone = PushBrowser()
    switch_on(as_ana, phone)
    assert "Nothing was sent to it yet" in as_ana.get(PAGE).text
    push(ana.id, MESSAGE, NOON)
    assert "Taken by the service of Mozilla Sun 22 Nov 12:00" in as_ana.get(PAGE).text
    for event, words in (("shown", "Shown on this phone"), ("opened", "Opened")):
        answer = as_ana.client.patch(
            f"{PAGE}{phone.subscription.id}",
            data={"event": event},
            headers={"Origin": "http://localhost"},
        )
        assert answer.status_code == 204
        assert words in as_ana.get(PAGE).text


@pytest.mark.parametrize("url", HOSTILE[:3])
def test_a_hostile_endpoint_is_refused_with_a_sentence(as_ana: Browser, url: str) -> None:
    answer = as_ana.post(PAGE, **{**PushBrowser().form, "endpoint": url})
    assert answer.status_code == 422
    assert "push service" in answer.json["says"]
    assert PushDevice.select().count() == 0


def test_a_phone_asks_whether_the_server_still_knows_it(as_ana: Browser, ana: Someone) -> None:
    phone = PushBrowser()
    switch_on(as_ana, phone)
    asked = as_ana.get(f"{PAGE}{phone.subscription.id}")
    assert asked.json == {"person": ana.me.key, "state": "on", "key": "public-1"}
    assert asked.headers["Cache-Control"] == "no-store"
    assert as_ana.get(f"{PAGE}{'0' * 32}").json["state"] == "unknown"


def test_a_phone_that_is_switched_off_gets_none_and_learns_why(
    as_ana: Browser, ana: Someone
) -> None:
    phone = PushBrowser()
    switch_on(as_ana, phone)
    path = f"{PAGE}{phone.subscription.id}"
    answer = as_ana.post(f"{path}?_method=DELETE", owner=ana.me.key)
    assert (answer.status_code, answer.location) == (303, PAGE)
    assert push(ana.id, MESSAGE, clock.now()).how is Delivery.NOWHERE
    assert as_ana.get(path).json["state"] == "off"


def test_signing_out_ends_the_reminders_of_that_phone(as_ana: Browser, ana: Someone) -> None:
    switch_on(as_ana, PushBrowser())
    as_ana.client.delete("/sessions/current", headers={"Origin": "http://localhost"})
    assert push(ana.id, MESSAGE, clock.now()).how is Delivery.NOWHERE
    assert PushDevice.select().count() == 0


def test_a_device_of_another_person_cannot_be_switched_off(
    as_ana: Browser, as_ben: Browser, ana: Someone
) -> None:
    phone = PushBrowser()
    switch_on(as_ana, phone)
    answer = as_ben.post(f"{PAGE}{phone.subscription.id}?_method=DELETE")
    assert answer.status_code == 404
    assert len(reminded_on(ana.me, clock.now())) == 1


@pytest.mark.parametrize(
    ("missing", "named"),
    [
        (Missing.PUBLIC_URL, "SMALLWINS_PUBLIC_URL"),
        (Missing.SUBJECT, "SMALLWINS_PUSH_SUBJECT"),
        (Missing.LIBRARIES, "“push”"),
    ],
)
def test_a_server_that_cannot_push_says_what_is_missing(
    as_ana: Browser, missing: Missing, named: str
) -> None:
    bind(missing)
    page = as_ana.get(PAGE).text
    assert named in page
    assert "push-on" not in page
    assert switch_on(as_ana, PushBrowser()).status_code == 422


def test_one_that_is_asked_for_waits_for_the_jobs_once(as_ana: Browser, ana: Someone) -> None:
    switch_on(as_ana, PushBrowser())
    for _ in range(2):  # impatient
        answer = asks_for_one(as_ana, PAGE)
        assert (answer.status_code, answer.location) == (303, f"{PAGE}?asked=yes")
    [waiting] = Prompt.select().where(Prompt.person == ana.id)
    assert (waiting.what, waiting.number, waiting.state) == ("now:push", 1, "waiting")
    assert waiting.due <= clock.now() < waiting.until
    assert "within a minute" in as_ana.get(answer.location).text


def test_signed_out_people_are_asked_to_sign_in(signed_out: Browser) -> None:
    assert signed_out.get(PAGE).location.startswith("/sessions/new")
    assert switch_on(signed_out, PushBrowser()).status_code == 303


def test_the_page_costs_the_same_with_many_phones(as_ana: Browser) -> None:
    counts = []
    for number in range(4):
        switch_on(as_ana, PushBrowser(f"/201/{number}"))
        with counted_queries() as statements:
            as_ana.get(PAGE)
        counts.append(len(statements))
    assert len(set(counts)) == 1
