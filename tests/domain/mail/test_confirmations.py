"""An address is confirmed by a link that only who reads it can know."""

import re

import pytest

from tests.domain.mail.mails import confirmed, token_in
from tests.support.make import DAY, HOUR, KEYS, NOON, Someone, visit
from webapp.domain.account.confirmations import (
    ask_to_confirm,
    confirm_address,
    state_of_address,
)
from webapp.domain.account.outgoing_mail import can_mail
from webapp.domain.account.people import change_email, create_person, sign_up
from webapp.domain.account.sessions import start_session
from webapp.domain.mail.sending import send_due_mail
from webapp.gateways.mail.memory import MemoryMailer
from webapp.rules.account.people import NewPerson, SignUpMode
from webapp.rules.shared.ids import id_of_person
from webapp.rules.shared.problems import Conflict, NotFound
from webapp.rules.shared.rate_limits import TooMany

EVA = NewPerson("Eva <b>Wins</b> http://evil.example", "eva@example.org", "correct horse", "UTC")


def test_the_link_in_the_mail_confirms_the_address_once(ana: Someone, mailer: MemoryMailer) -> None:
    ask_to_confirm(ana.me, "en", visit())
    assert send_due_mail(NOON) == 1
    assert not state_of_address(ana.me).is_confirmed
    assert confirm_address(token_in(mailer), visit()) == "ana@example.org"
    assert state_of_address(ana.me).gets_mail
    with pytest.raises(NotFound):
        confirm_address(token_in(mailer), visit())


def test_nobody_can_guess_the_link_of_another(
    ana: Someone, ben: Someone, mailer: MemoryMailer
) -> None:
    tokens = set()
    for one in (ana, ben):  # at the same moment
        ask_to_confirm(one.me, "en", visit())
        send_due_mail(NOON)
        tokens.add(token_in(mailer))
    assert len(tokens) == 2
    assert all(re.fullmatch("[0-9a-f]{64}", token) for token in tokens)


def test_it_is_of_no_use_after_three_days(ana: Someone, mailer: MemoryMailer) -> None:
    ask_to_confirm(ana.me, "en", visit())
    send_due_mail(NOON)
    with pytest.raises(NotFound):
        confirm_address(token_in(mailer), visit(now=NOON + 3 * DAY))


def test_whoever_signs_up_is_asked_without_a_word_of_theirs(db: None, mailer: MemoryMailer) -> None:
    sign_up(EVA, SignUpMode.OPEN, "", visit(), language="ar")
    assert send_due_mail(NOON) == 1
    [mail] = mailer.sent
    assert (mail.recipient, mail.language) == ("eva@example.org", "ar")
    assert "evil" not in mail.text + mail.subject
    assert mail.unsubscribe == ""


def test_without_a_mail_server_nothing_is_stored_and_nobody_is_asked(ana: Someone) -> None:
    sign_up(EVA, SignUpMode.OPEN, "", visit())
    with pytest.raises(Conflict):
        ask_to_confirm(ana.me, "en", visit())
    assert send_due_mail(NOON) == 0


def test_asking_twice_before_it_is_sent_sends_one(ana: Someone, mailer: MemoryMailer) -> None:
    for _ in range(2):
        ask_to_confirm(ana.me, "en", visit())
    send_due_mail(NOON)
    assert len(mailer.sent) == 1


def test_an_address_gets_three_mails_at_most(ana: Someone, mailer: MemoryMailer) -> None:
    for minute in range(3):
        ask_to_confirm(ana.me, "en", visit(now=NOON + minute))
        send_due_mail(NOON + minute)
    with pytest.raises(TooMany):
        ask_to_confirm(ana.me, "en", visit(address="198.51.100.7", now=NOON + 3))
    assert len(mailer.sent) == 3


def test_a_place_causes_twenty_mails_an_hour_at_most(db: None, mailer: MemoryMailer) -> None:
    for number in range(22):
        new = NewPerson("Eva", f"eva{number}@example.org", "correct horse", "UTC")
        sign_up(new, SignUpMode.OPEN, "", visit())  # the account is created in any case
    send_due_mail(NOON)
    assert len(mailer.sent) == 20


@pytest.fixture
def emma(db: None) -> Someone:
    """Return somebody with a password."""
    number = create_person(NewPerson("Emma", "emma@example.org", "correct horse", "UTC"))
    return Someone("Emma", number, start_session(number, KEYS, NOON))


def test_another_address_is_not_confirmed_and_ends_the_links(
    emma: Someone, mailer: MemoryMailer
) -> None:
    ask_to_confirm(confirmed(emma, mailer).me, "en", visit(now=NOON + 1))
    change_email(emma.me, "new@example.org", "correct horse", visit(now=NOON + 2))
    assert not can_mail(id_of_person(emma.id))
    assert send_due_mail(NOON + HOUR) == 1
    assert mailer.sent[-1].recipient == "new@example.org"


def test_a_link_that_was_sent_to_the_address_before_confirms_nothing(
    emma: Someone, mailer: MemoryMailer
) -> None:
    ask_to_confirm(emma.me, "en", visit())
    send_due_mail(NOON)
    token = token_in(mailer)
    change_email(emma.me, "new@example.org", "correct horse", visit(now=NOON + 2))
    with pytest.raises(NotFound):
        confirm_address(token, visit(now=NOON + 3))
