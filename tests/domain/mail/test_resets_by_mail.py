"""A link to choose a new password, by mail: it tells nobody who has an account."""

import pytest

from tests.domain.mail.mails import confirmed, token_in
from tests.support.make import HOUR, KEYS, MINUTE, NOON, Someone, visit
from tests.support.queries import counted_queries
from webapp.domain.account.one_time_links import create_reset_link
from webapp.domain.account.passwords import is_reset_valid, reset_password
from webapp.domain.account.resets_by_mail import ask_for_reset
from webapp.domain.mail.sending import send_due_mail
from webapp.gateways.mail.memory import MemoryMailer
from webapp.rules.shared.problems import Conflict, Invalid
from webapp.rules.shared.rate_limits import TooMany
from webapp.storage.account.reset_requests import ResetRequest

ANA = "ana@example.org"


def test_a_link_comes_to_the_confirmed_address_and_works_once(
    ana: Someone, mailer: MemoryMailer
) -> None:
    confirmed(ana, mailer)
    ask_for_reset(" Ana@Example.org", "ar", visit())
    assert send_due_mail(NOON) == 1
    assert mailer.sent[0].language == "ar"
    token = token_in(mailer)
    assert reset_password(token, "battery staple", visit()).person == ana.id
    assert not is_reset_valid(token, visit())


def test_asking_runs_the_same_statements_for_a_known_and_an_unknown_address(
    ana: Someone, mailer: MemoryMailer
) -> None:
    confirmed(ana, mailer)
    ran = []
    for address in (ANA, "nobody@example.org"):
        with counted_queries() as statements:
            ask_for_reset(address, "en", visit())
        ran.append([sql for sql in statements if "SAVEPOINT" not in sql])  # each has a name
    assert ran[0] == ran[1]
    assert [row.address for row in ResetRequest.select()] == [ANA, "nobody@example.org"]


def test_an_unknown_and_an_unconfirmed_address_get_nothing(
    ana: Someone, ben: Someone, mailer: MemoryMailer
) -> None:
    for address in (ANA, "nobody@example.org"):
        ask_for_reset(address, "en", visit())
    assert send_due_mail(NOON) == 0
    assert not ResetRequest.select().exists()


def test_asking_again_does_not_end_the_link_that_was_sent(
    ana: Someone, mailer: MemoryMailer
) -> None:
    confirmed(ana, mailer)
    by_operator = create_reset_link(ANA, KEYS, NOON)
    for minute in range(2):
        ask_for_reset(ANA, "en", visit(now=NOON + minute * MINUTE))
        send_due_mail(NOON + minute * MINUTE)
    first = mailer.sent[0].text.partition("/resets/")[2].split()[0]
    assert all(is_reset_valid(token, visit()) for token in (by_operator, first, token_in(mailer)))


def test_the_fourth_of_a_day_gets_the_same_answer_and_no_mail(
    ana: Someone, mailer: MemoryMailer
) -> None:
    confirmed(ana, mailer)
    for minute in range(4):
        ask_for_reset(ANA, "en", visit(address=f"192.0.2.{minute}", now=NOON + minute))
        send_due_mail(NOON + minute)
    assert len(mailer.sent) == 3


def test_a_place_asks_twenty_times_an_hour(ana: Someone, mailer: MemoryMailer) -> None:
    for number in range(20):
        ask_for_reset(f"a{number}@example.org", "en", visit())
    with pytest.raises(TooMany):
        ask_for_reset(ANA, "en", visit())


def test_what_nobody_answered_for_an_hour_is_forgotten(ana: Someone, mailer: MemoryMailer) -> None:
    confirmed(ana, mailer)
    ask_for_reset(ANA, "en", visit())
    assert send_due_mail(NOON + HOUR) == 0
    assert not ResetRequest.select().exists()


def test_what_is_no_address_is_said_and_without_mail_nothing_is_asked(
    ana: Someone, mailer: MemoryMailer
) -> None:
    with pytest.raises(Invalid):
        ask_for_reset("ana", "en", visit())


def test_without_a_mail_server_it_cannot_be_asked_for(ana: Someone) -> None:
    with pytest.raises(Conflict):
        ask_for_reset(ANA, "en", visit())
