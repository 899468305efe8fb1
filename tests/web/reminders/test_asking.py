"""A person is asked once whether they want reminders: after the second check-in, on Today."""

from collections.abc import Iterator

import pytest

from tests.support.make import DAY, NOON, Someone, rating
from tests.support.push.browsers import PushBrowser
from tests.support.push.pushed import pushing_by
from tests.web.conftest import Browser
from webapp.domain.reminders.push_setup import Missing, bind
from webapp.domain.reminders.wishes import wishes_of
from webapp.gateways.push.memory import InMemory
from webapp.rules.reminders.kinds import Way

ASKS = "Shall your phone remind you?"


@pytest.fixture(autouse=True)
def service() -> Iterator[InMemory]:
    service = InMemory()
    with pushing_by(service):
        yield service


@pytest.fixture
def twice(ana: Someone) -> None:
    """Let Ana check in yesterday and today."""
    ana.sends(rating(at=NOON - DAY), rating(at=NOON))


def test_nobody_is_asked_after_the_first(as_ana: Browser, ana: Someone) -> None:
    ana.sends(rating(at=NOON))
    assert ASKS not in as_ana.get("/").text


@pytest.mark.usefixtures("twice")
def test_after_the_second_the_question_is_there(as_ana: Browser) -> None:
    assert ASKS in as_ana.get("/").text


@pytest.mark.usefixtures("twice")
def test_who_says_no_is_not_asked_again(as_ana: Browser, ana: Someone) -> None:
    answer = as_ana.post("/reminders/answers/")
    assert (answer.status_code, answer.location) == (303, "/")
    assert ASKS not in as_ana.get("/").text
    assert wishes_of(ana.me).way is Way.NONE


@pytest.mark.usefixtures("twice")
def test_who_switches_a_phone_on_is_not_asked_again(as_ana: Browser, ana: Someone) -> None:
    as_ana.post("/reminders/devices/", **PushBrowser().form, chosen="yes")
    assert ASKS not in as_ana.get("/").text
    assert wishes_of(ana.me).way is Way.PUSH


@pytest.mark.usefixtures("twice")
def test_a_worker_that_renews_chooses_nothing(as_ana: Browser, ana: Someone) -> None:
    as_ana.post("/reminders/answers/")
    as_ana.post("/reminders/devices/", **PushBrowser().form, chosen="")
    assert wishes_of(ana.me).way is Way.NONE


@pytest.mark.usefixtures("twice")
def test_a_no_that_comes_late_takes_nothing_back(as_ana: Browser, ana: Someone) -> None:
    as_ana.post("/reminders/devices/", **PushBrowser().form, chosen="yes")
    as_ana.post("/reminders/answers/")
    assert wishes_of(ana.me).way is Way.PUSH


@pytest.mark.usefixtures("twice")
def test_where_the_server_cannot_push_nobody_is_asked(as_ana: Browser) -> None:
    bind(Missing.SUBJECT)
    assert ASKS not in as_ana.get("/").text
