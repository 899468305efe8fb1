"""Reminders by mail, for whoever prefers them."""

from tests.domain.mail.mails import confirmed
from tests.support.make import HOUR, MINUTE, NOON, Someone
from webapp.domain.account.confirmations import state_of_address
from webapp.domain.reminders.mailing import mail_reminder
from webapp.gateways.mail.mails import Answer, Outcome
from webapp.gateways.mail.memory import MemoryMailer
from webapp.rules.reminders.kinds import Kind
from webapp.rules.reminders.messages import Delivery, Message, Sent
from webapp.rules.shared.ids import id_of_person

REMINDER = Message(
    kind=Kind.CHECK_IN,
    subject="check_in",
    day="2026-11-22",
    number=1,
    title="Time to check in",
    text="How confident are you?",
    address="/checkins/new",
    language="en",
    tag="0" * 32,
    until=NOON + HOUR,
)
BOUNCE = Answer(Outcome.REFUSED, "550 5.1.1", is_bounce=True)


def sent_to(person: Someone, now: int = NOON) -> Sent:
    return mail_reminder(id_of_person(person.id), REMINDER, now)


def test_a_reminder_is_a_mail_that_opens_the_check_in(ana: Someone, mailer: MemoryMailer) -> None:
    assert sent_to(confirmed(ana, mailer)) == Sent(Delivery.TAKEN)
    [mail] = mailer.sent
    assert (mail.recipient, mail.subject) == ("ana@example.org", "Time to check in")
    assert "https://wins.example.org/checkins/new" in mail.text
    assert mail.unsubscribe.startswith(f"https://wins.example.org/unsubscriptions/{ana.id}-remind")


def test_what_is_sent_twice_is_the_same_mail(ana: Someone, mailer: MemoryMailer) -> None:
    confirmed(ana, mailer)
    for minute in range(2):
        sent_to(ana, NOON + minute * MINUTE)
    assert [mail.message_id for mail in mailer.sent] == ["0" * 32] * 2


def test_nothing_goes_to_an_address_that_is_not_confirmed(
    ana: Someone, mailer: MemoryMailer
) -> None:
    assert sent_to(ana) == Sent(Delivery.NOWHERE)
    assert mailer.sent == []


def test_without_a_mail_server_there_is_nothing_to_try_again(ana: Someone) -> None:
    assert sent_to(ana) == Sent(Delivery.NOWHERE)


def test_a_server_that_is_busy_or_away_is_tried_again(ana: Someone, mailer: MemoryMailer) -> None:
    confirmed(ana, mailer)
    mailer.answers = [Answer(Outcome.LATER, "450"), Answer(Outcome.AWAY)]
    assert [sent_to(ana) for _ in range(2)] == [Sent(Delivery.LATER, NOON + 5 * MINUTE)] * 2


def test_five_refused_reminders_pause_the_address(ana: Someone, mailer: MemoryMailer) -> None:
    confirmed(ana, mailer)
    mailer.always = BOUNCE
    assert [sent_to(ana).how for _ in range(5)] == [Delivery.NOWHERE] * 5
    assert state_of_address(ana.me).is_paused
