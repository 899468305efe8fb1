"""The main job in WebKit and Firefox: a tap is stored exactly once, whatever happens."""

import pytest

from tests.engines.elsewhere import count_of_checkins, wins_of
from tests.engines.trouble import KINDS, Trouble
from tests.support.phones.driven import Phone
from tests.support.phones.patience import AT_ONCE


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_is_on_the_server_once_after_trouble(
    phone: Phone, trouble: Trouble, elsewhere, kind: str
) -> None:
    phone.logs("Fixed the flaky sign-in test")
    phone.checks_in(7)
    phone.sees_status("Sent")
    trouble.begins(kind)
    phone.logs("Wrote the release note", "Milestone")
    phone.sees_status("Saved on this phone", AT_ONCE)
    phone.adds_what_it_changed("40 % faster")
    phone.logs(kind="Process improvement")
    phone.undoes()
    phone.restart()
    phone.open()
    phone.lists("Wrote the release note", "Fixed the flaky sign-in test")
    trouble.ends()
    phone.open()
    phone.has_sent_all()
    ana = elsewhere()
    assert wins_of(ana) == ["Wrote the release note", "Fixed the flaky sign-in test"]
    assert ana.get("/wins/").text.count("40 % faster") == 1
    assert count_of_checkins(ana) == 1


def test_today_opens_from_the_phone_and_says_as_of_when(phone: Phone, trouble: Trouble) -> None:
    phone.logs("Shipped the importer")
    phone.sees_status("Sent")
    phone.open()
    phone.counts(".as-of", 0)  # the server's answer, which may come after the cached page
    trouble.begins()
    phone.restart()
    phone.open()
    phone.lists("Shipped the importer")
    phone.sees_the_time_of_the_page()


def test_two_tabs_send_each_entry_once(phone: Phone, trouble: Trouble, elsewhere) -> None:
    trouble.begins()
    phone.logs("In the first tab")
    phone.opens_a_second_tab()
    phone.lists("In the first tab")
    phone.logs("In the second tab")
    trouble.ends()
    phone.open()
    phone.has_sent_all()
    phone.goes_to_the_first_tab()
    phone.has_sent_all()
    assert wins_of(elsewhere()) == ["In the second tab", "In the first tab"]


def test_an_ended_session_keeps_entries_until_signed_in_again(phone: Phone, elsewhere) -> None:
    phone.forgets_who_is_signed_in()
    phone.logs("After the session ended")
    phone.sees_status("Sign in to send")
    phone.browser.click("[role=status] a")
    phone.signs_in_here()
    phone.sees_status("Sent")
    assert wins_of(elsewhere()) == ["After the session ended"]


def test_another_persons_entries_are_neither_seen_nor_sent(phone: Phone, elsewhere) -> None:
    phone.forgets_who_is_signed_in()
    phone.logs("Ana only")
    phone.sees_status("Sign in to send")
    phone.sign_up("Ben", "ben@example.org")
    phone.lists()
    phone.logs("Ben only")
    phone.sees_status("Sent")
    assert wins_of(elsewhere("ben@example.org")) == ["Ben only"]
    assert wins_of(elsewhere()) == []
    phone.forgets_who_is_signed_in()
    phone.sign_in()
    phone.lists("Ana only")
    phone.sees_status("Sent")
    assert wins_of(elsewhere()) == ["Ana only"]
