"""How reminders reach a person: nothing that cannot arrive is chosen without a word."""

from collections.abc import Iterator

import pytest

from tests.domain.mail.mails import confirmed
from tests.gateways.mail.twin import mail_in_memory
from tests.support.make import NOON, Someone
from tests.support.push.browsers import PushBrowser
from tests.support.push.pushed import pushing_by
from tests.web.conftest import Browser
from webapp.domain.reminders.asking import choose_phones
from webapp.domain.reminders.wishes import store_wishes, wishes_of
from webapp.gateways.mail.memory import MemoryMailer
from webapp.gateways.push.memory import InMemory
from webapp.rules.reminders.kinds import Kind, Way
from webapp.rules.reminders.settings import Wishes
from webapp.storage.reminders.prompts import Prompt

PAGE, FORM = "/reminders/", "/reminders/current/edit"
TIMES = {"habit_at": "13:00", "dated_at": "09:00", "quiet_from": "20:00", "quiet_until": "08:00"}
LACKS = "Nothing reaches you yet."


@pytest.fixture
def pushes() -> Iterator[None]:
    with pushing_by(InMemory()):
        yield


@pytest.fixture
def mails() -> Iterator[MemoryMailer]:
    with mail_in_memory() as mailer:
        yield mailer


def chooses(browser: Browser, way: str) -> int:
    sent = {"way": way, "kinds": "check_in", **TIMES}
    return int(browser.post("/reminders/current?_method=PATCH", **sent).status_code)


def test_a_server_that_sends_nothing_says_where_it_says_why(as_ana: Browser, ana: Someone) -> None:
    page = as_ana.get(PAGE).text
    assert "This server sends no reminders yet" in page
    assert 'value="mail"' not in page
    assert "Remind me on" not in page
    for way in ("push", "mail", "pigeon", ""):
        answer = as_ana.post(PAGE, way=way)
        assert (answer.status_code, "field__problem" in answer.text) == (422, True)
    assert wishes_of(ana.me) is None


@pytest.mark.parametrize(
    ("way", "says"),
    [("push", "This server does not send to phones"), ("mail", "This server sends no mail")],
)
def test_a_way_that_the_server_lacks_is_not_offered_and_not_taken(
    as_ana: Browser, ana: Someone, way: str, says: str
) -> None:
    page = as_ana.get(FORM).text
    assert f'value="{way}"' not in page
    assert says.removesuffix("to phones") in page
    assert chooses(as_ana, way) == 422
    assert wishes_of(ana.me) is None


def test_who_chose_a_way_before_the_server_lost_it_can_change_the_rest(
    as_ana: Browser, ana: Someone
) -> None:
    store_wishes(ana.me, Wishes(way=Way.MAIL), NOON)
    assert chooses(as_ana, "mail") == 303
    page = as_ana.get(PAGE).text
    assert f"{LACKS} This server sends no mail." in page
    assert "Send me one now" not in page


@pytest.mark.usefixtures("pushes")
def test_phones_without_one_that_is_switched_on_are_said_to_be_missing(
    as_ana: Browser, ana: Someone
) -> None:
    assert as_ana.post(PAGE, way="push").location == PAGE
    wishes = wishes_of(ana.me)
    assert wishes
    assert (wishes.way, Kind.CHECK_IN in wishes.kinds) == (Way.PUSH, True)
    page = as_ana.get(PAGE).text
    assert f"{LACKS} No phone is switched on yet" in page
    assert "Remind me on this phone" in page  # the script shows it where that is true
    as_ana.post("/reminders/devices/", **PushBrowser().form, chosen="yes")
    page = as_ana.get(PAGE).text
    assert LACKS not in page
    assert "1 phone" in page


def test_mail_to_an_address_that_is_not_confirmed_is_said_to_be_missing(
    as_ana: Browser, ana: Someone, mails: MemoryMailer
) -> None:
    assert as_ana.post(PAGE, way="mail").location == PAGE
    page = as_ana.get(PAGE).text
    assert f"{LACKS} No mail goes to ana@example.org" in page
    assert 'href="/mails/"' in page
    confirmed(ana, mails)
    assert LACKS not in as_ana.get(PAGE).text


def test_one_that_is_asked_for_comes_the_way_that_was_chosen(
    as_ana: Browser, ana: Someone, mails: MemoryMailer
) -> None:
    confirmed(ana, mails)
    as_ana.post(PAGE, way="mail")
    assert "Send me one now" in as_ana.get(PAGE).text
    answer = as_ana.post("/reminders/trials/", way="mail")
    assert answer.location == f"{PAGE}?asked=yes"
    assert "within a minute" in as_ana.get(answer.location).text
    assert [one.what for one in Prompt.select()] == ["now:mail"]


@pytest.mark.usefixtures("pushes")
def test_who_said_no_and_switches_a_phone_on_is_not_told_what_was_due_before(ana: Someone) -> None:
    store_wishes(ana.me, Wishes(way=Way.NONE), NOON)
    choose_phones(ana.me, NOON + 7)
    choose_phones(ana.me, NOON + 9)  # a second phone
    wishes = wishes_of(ana.me)
    assert wishes
    assert (wishes.way, wishes.chosen) == (Way.PUSH, NOON + 7)


@pytest.mark.usefixtures("pushes", "mails")
def test_every_page_of_reminders_is_reached_from_the_one_row_of_settings(as_ana: Browser) -> None:
    settings = as_ana.get("/settings/").text
    assert 'href="/reminders/"' in settings
    assert 'href="/reminders/devices/"' not in settings
    page = as_ana.get(PAGE).text
    for path in (FORM, "/reminders/devices/", "/mails/"):
        assert f'href="{path}"' in page
    assert 'href="/reminders/"' in as_ana.get("/reminders/devices/").text
