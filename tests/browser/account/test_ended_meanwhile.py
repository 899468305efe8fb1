"""A session that ended while the app was open, on a good line and on one that was dead: the page
goes to sign-in or to the other person, and words that were typed wait for whoever typed them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.support.phones.chromium import Phone
from tests.support.phones.verbs import EMAIL
from tests.support.proxy import Proxy
from tests.support.server import Server
from tests.support.visitor import PASSWORD, Visitor, sign_up

WORDS = "typed before it was known"
SAYS = "Another person is signed in in this browser by now"


def its_time_is_over(phone: Phone, server: Server) -> None:
    phone.context.clear_cookies(name="session")


def another_device_ended_it(phone: Phone, server: Server) -> None:
    with Visitor(server.port) as ana:
        ana.signs_in(EMAIL)
        ana.post("/devices/?_method=DELETE", password=PASSWORD)


def ben_signed_in(phone: Phone, server: Server) -> None:
    with sign_up(server.port, "Ben") as ben:
        name, _, value = ben.cookie.partition("=")
        phone.context.add_cookies([{"name": name, "value": value, "url": phone.url}])


ENDINGS = [its_time_is_over, another_device_ended_it, ben_signed_in]


@pytest.mark.parametrize("mode", ["pass", "blackhole"])
@pytest.mark.parametrize("ends", ENDINGS)
def test_the_page_is_left_and_the_words_wait_for_their_person(
    phone: Phone,
    line: Proxy,
    server: Server,
    mode: str,
    ends: Callable[[Phone, Server], None],
) -> None:
    phone.has_kept("/")
    phone.page.clock.install()
    line.set(mode)
    phone.open()
    expect(phone.page.locator("html")).to_have_attribute(
        "data-from", "server" if mode == "pass" else "phone"
    )
    box = phone.page.get_by_label("What did you get done?")
    box.fill(WORDS)
    ends(phone, server)
    line.set("pass")
    phone.page.clock.fast_forward("00:10")
    phone.page.evaluate("dispatchEvent(new Event('online'))")
    if ends is ben_signed_in:
        expect(box).to_have_value("")
        phone.context.clear_cookies(name="session")
        phone.open()
    expect(phone.page.get_by_role("heading", name="Sign in")).to_be_visible()
    phone.signs_in_here()
    expect(box).to_have_value(WORDS)


@pytest.mark.parametrize("ends", ENDINGS)
def test_a_plain_form_is_stored_for_nobody_else_and_its_words_wait(
    phone: Phone, server: Server, ends: Callable[[Phone, Server], None]
) -> None:
    plans_half(phone)
    ends(phone, server)  # and no page of this phone has heard of it
    phone.sends("Save")
    expect(phone.page.get_by_text(SAYS)).to_have_count(int(ends is ben_signed_in))
    finds_words_after_signing_in(phone)


def test_a_plain_form_on_a_dead_line_waits_for_its_person_too(
    phone: Phone, line: Proxy, server: Server
) -> None:
    plans_half(phone)
    ben_signed_in(phone, server)
    line.set("blackhole")
    phone.taps("Save")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Not sent", timeout=40_000)
    line.set("pass")
    phone.follows("Back to the form")
    expect(phone.page.locator("#statement")).to_have_value("")  # it is Ben's
    phone.context.clear_cookies(name="session")
    phone.open("/goals/new")
    finds_words_after_signing_in(phone)


def plans_half(phone: Phone) -> None:
    phone.has_worker()
    phone.open("/goals/new")
    phone.page.locator("#statement").fill(WORDS)


def finds_words_after_signing_in(phone: Phone) -> None:
    phone.fills("E-mail", EMAIL)
    phone.fills("Password", PASSWORD)
    phone.taps("Sign in")
    expect(phone.page.locator("#statement")).to_have_value(WORDS)


def test_a_form_is_left_as_soon_as_another_tab_is_somebody_elses(
    phone: Phone, server: Server
) -> None:
    """Else what Ana typed would be stored as Ben's."""
    phone.has_worker()
    phone.open("/goals/new")
    statement = phone.page.locator("#statement")
    statement.fill(WORDS)
    ben_signed_in(phone, server)
    phone.context.new_page().goto(phone.url)
    expect(statement).to_have_value("")
    phone.context.clear_cookies(name="session")
    phone.sign_in()
    phone.open("/goals/new")
    expect(statement).to_have_value(WORDS)
