"""Whoever prefers mail is reminded by mail, until they press the link in one that stops them."""

import threading
from urllib.parse import urlsplit

from tests.domain.mail.mails import confirmed
from tests.domain.reminders.test_planning import AT, MONDAY, plan_all, prompt
from tests.gateways.mail.twin import mail_in_memory
from tests.support.aside import open_at
from tests.support.make import HOUR, KEYS, NOON, Someone, make_person, win
from webapp.catalogues import translations_of
from webapp.domain.mail.unsubscribing import unsubscribe
from webapp.domain.reminders.delivery import deliver_due
from webapp.domain.reminders.sending import sender
from webapp.domain.reminders.wishes import store_wishes, wishes_of
from webapp.gateways.mail.memory import MemoryMailer
from webapp.rules.reminders.kinds import Reason, State, Way
from webapp.rules.reminders.settings import Wishes

SECRET = "Told Ben that I was wrong"


def reminded_by_mail(mailer: MemoryMailer) -> Someone:
    """Return Ana, who wants mail, and whose check-in is due at AT."""
    ana = confirmed(make_person("Ana"), mailer)
    ana.sends(win(SECRET))
    store_wishes(ana.me, Wishes(way=Way.MAIL), NOON)
    return ana


def deliver(now: int) -> None:
    plan_all(now)
    deliver_due(sender(translations_of), lambda: now, threading.Event())


def test_a_reminder_arrives_by_mail_and_says_nothing_of_what_was_logged(tmp_path) -> None:
    with open_at(tmp_path / "smallwins.db"), mail_in_memory() as mailer:
        ana = reminded_by_mail(mailer)
        deliver(AT)
        assert prompt(ana).state == State.SENT
    [mail] = mailer.sent
    assert (mail.recipient, mail.subject) == ("ana@example.org", "How confident are you today?")
    assert "https://wins.example.org/checkins/new" in mail.text
    assert not [word for word in (SECRET, "Ana") if word in mail.text + mail.subject]


def test_the_link_in_it_stops_them_and_says_so_of_the_next(tmp_path) -> None:
    with open_at(tmp_path / "smallwins.db"), mail_in_memory() as mailer:
        ana = reminded_by_mail(mailer)
        deliver(AT)
        link = urlsplit(mailer.sent[0].unsubscribe).path.rpartition("/")[2]
        unsubscribe(link, KEYS, AT)
        deliver(AT + 4 * HOUR)
        assert wishes_of(ana.me).way == Way.NONE
        assert prompt(ana, number=2).reason == Reason.OFF
    assert len(mailer.sent) == 1


def test_an_address_that_is_not_confirmed_gets_none_and_it_is_recorded(tmp_path) -> None:
    with open_at(tmp_path / "smallwins.db"), mail_in_memory() as mailer:
        ana = make_person("Ana")
        ana.sends(win())
        store_wishes(ana.me, Wishes(way=Way.MAIL), NOON)
        plan_all(MONDAY)
        deliver(AT)
        assert (prompt(ana).state, prompt(ana).reason) == (State.SKIPPED, Reason.NOWHERE)
    assert mailer.sent == []
