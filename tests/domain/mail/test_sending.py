"""Stored mails are sent at least once, tried again where that helps, and given up where not."""

import pytest

from tests.domain.mail.mails import confirmed, token_in
from tests.support.make import DAY, HOUR, MINUTE, NOON, Someone, visit
from webapp.domain.account import mail_service
from webapp.domain.account.confirmations import ask_to_confirm, confirm_address, state_of_address
from webapp.domain.account.outgoing_mail import store_mail
from webapp.domain.mail.sending import send_due_mail
from webapp.gateways.mail.mails import Answer, Mail, Outcome
from webapp.gateways.mail.memory import MemoryMailer
from webapp.rules.account.mails import MailKind
from webapp.rules.shared.ids import id_of_person
from webapp.storage.account.mail_addresses import address_of
from webapp.storage.account.mails import OutgoingMail

LATER = Answer(Outcome.LATER, "450 4.2.1")
AWAY = Answer(Outcome.AWAY)
BOUNCE = Answer(Outcome.REFUSED, "550 5.1.1", is_bounce=True)
OURS = Answer(Outcome.REFUSED, "550 5.7.1")


def stored(person: Someone, tag: str, now: int = NOON) -> OutgoingMail:
    """Return a mail to try, stored for this person."""
    store_mail(id_of_person(person.id), MailKind.SAMPLE, tag, now, language="en")
    found: OutgoingMail = OutgoingMail.get(OutgoingMail.tag == tag)
    return found


def again(mail: OutgoingMail) -> OutgoingMail:
    """Return the mail as it is by now."""
    found: OutgoingMail = OutgoingMail.get(OutgoingMail.tag == mail.tag)
    return found


def test_a_mail_is_sent_once(ana: Someone, mailer: MemoryMailer) -> None:
    mail = stored(confirmed(ana, mailer), "one")
    assert [send_due_mail(NOON + at) for at in range(3)] == [1, 0, 0]
    assert (again(mail).state, again(mail).sent >= NOON) == ("sent", True)


def test_the_same_tag_is_stored_once(ana: Someone, mailer: MemoryMailer) -> None:
    confirmed(ana, mailer)
    for _ in range(2):
        stored(ana, "one")
    send_due_mail(NOON)
    assert len(mailer.sent) == 1


def test_what_is_not_taken_now_is_tried_again_later_and_less_often(
    ana: Someone, mailer: MemoryMailer
) -> None:
    mail = stored(confirmed(ana, mailer), "one")
    mailer.always = LATER
    tries, now = [], NOON
    for _ in range(3):
        send_due_mail(now)
        tries.append((again(mail).due - now) // MINUTE)
        now = again(mail).due
    assert tries == [1, 5, 15]
    mailer.always = Answer(Outcome.TAKEN, "250")
    assert send_due_mail(now - MINUTE) == 0
    assert send_due_mail(now) == 1


def test_what_is_too_late_is_given_up(ana: Someone, mailer: MemoryMailer) -> None:
    mail = stored(confirmed(ana, mailer), "one")
    assert send_due_mail(NOON + 2 * HOUR) == 0
    assert (again(mail).state, mailer.sent) == ("given_up", [])


def test_what_is_refused_is_given_up_with_the_answer(ana: Someone, mailer: MemoryMailer) -> None:
    mail = stored(confirmed(ana, mailer), "one")
    mailer.always = BOUNCE
    send_due_mail(NOON)
    assert (again(mail).state, again(mail).code) == ("given_up", "550 5.1.1")
    assert state_of_address(ana.me).code == "550 5.1.1"
    assert send_due_mail(NOON + DAY) == 0


def test_while_the_server_is_away_only_one_mail_is_tried(
    ana: Someone, mailer: MemoryMailer
) -> None:
    confirmed(ana, mailer)
    mails = [stored(ana, tag) for tag in ("one", "two")]
    mailer.answers = [AWAY, LATER]
    send_due_mail(NOON)
    assert [again(mail).tries for mail in mails] == [1, 0]


def test_what_a_killed_sender_held_is_sent_by_another_as_the_same_mail(
    ana: Someone, mailer: MemoryMailer, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = stored(confirmed(ana, mailer), "one")
    service = mail_service.State.service
    assert service

    class Killed(BaseException):
        pass

    class Dying(MemoryMailer):
        def send(self, mail):  # type: ignore[no-untyped-def]
            mailer.send(mail)
            raise Killed

    monkeypatch.setattr(
        mail_service.State,
        "service",
        mail_service.MailService(Dying(), service.public_url, service.keys, service.words),
    )
    with pytest.raises(Killed):
        send_due_mail(NOON)
    monkeypatch.setattr(mail_service.State, "service", service)
    assert send_due_mail(NOON + MINUTE // 2) == 0  # it may be sending still
    assert send_due_mail(NOON + 2 * MINUTE) == 1
    assert again(mail).state == "sent"
    assert len({one.message_id for one in mailer.sent}) == 1
    assert len(mailer.sent) == 2


def test_a_sender_that_was_overtaken_does_not_change_what_became_of_a_mail(
    ana: Someone, mailer: MemoryMailer, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = stored(confirmed(ana, mailer), "one")
    answers = [Answer(Outcome.TAKEN, "250"), BOUNCE]

    def send(_: Mail) -> Answer:
        mine = answers.pop(0)
        if answers:  # it takes so long that another one takes the mail up
            send_due_mail(NOON + 2 * MINUTE)
        return mine

    monkeypatch.setattr(mailer, "send", send)
    send_due_mail(NOON)
    assert (again(mail).state, again(mail).tries) == ("given_up", 2)


def test_five_refusals_in_a_row_pause_an_address_and_confirming_ends_that(
    ana: Someone, mailer: MemoryMailer
) -> None:
    confirmed(ana, mailer)
    mailer.always = BOUNCE
    for number in range(5):
        assert state_of_address(ana.me).gets_mail
        stored(ana, f"mail {number}", NOON + number)
        send_due_mail(NOON + number)
    assert state_of_address(ana.me).is_paused
    mailer.always = Answer(Outcome.TAKEN, "250")
    stored(ana, "not sent", NOON + HOUR)
    assert send_due_mail(NOON + HOUR) == 0
    ask_to_confirm(ana.me, "en", visit(now=NOON + HOUR))
    assert send_due_mail(NOON + HOUR) == 1
    confirm_address(token_in(mailer), visit(now=NOON + HOUR))
    assert state_of_address(ana.me).gets_mail


def test_a_mail_that_arrives_ends_the_count(ana: Someone, mailer: MemoryMailer) -> None:
    confirmed(ana, mailer)
    mailer.answers = [BOUNCE] * 4 + [Answer(Outcome.TAKEN, "250")] + [BOUNCE] * 4
    for number in range(9):
        stored(ana, f"mail {number}", NOON + number)
        send_due_mail(NOON + number)
    known = address_of(id_of_person(ana.id))
    assert known
    assert (known.refused, known.paused) == (4, None)


def test_refusals_of_the_sender_pause_nobody(ana: Someone, mailer: MemoryMailer) -> None:
    confirmed(ana, mailer)
    mailer.always = OURS
    for number in range(6):
        stored(ana, f"mail {number}", NOON + number)
        send_due_mail(NOON + number)
    assert state_of_address(ana.me).gets_mail


def test_nothing_goes_to_an_address_that_is_not_confirmed(
    ana: Someone, mailer: MemoryMailer
) -> None:
    mail = stored(ana, "one")
    assert send_due_mail(NOON) == 0
    assert again(mail).state == "skipped"


def test_mails_of_last_month_are_forgotten(ana: Someone, mailer: MemoryMailer) -> None:
    stored(confirmed(ana, mailer), "one")
    send_due_mail(NOON)
    stored(ana, "two", NOON + 31 * DAY)
    send_due_mail(NOON + 31 * DAY)
    assert [mail.tag for mail in OutgoingMail.select()] == ["two"]
