"""The summary of a review by mail, to members who asked for it."""

from collections.abc import Iterator
from datetime import date

import pytest

from tests.domain.mail.mails import confirmed
from tests.gateways.mail.twin import mail_in_memory
from tests.support.make import DAY, HOUR, MINUTE, NOON, Someone, line, win
from tests.support.owners.teams import a_team
from webapp.domain.mail.choices import choose_mails
from webapp.domain.mail.sending import send_due_mail
from webapp.domain.reviews import reviews
from webapp.domain.reviews.endings import end_all_left_open
from webapp.domain.teams.acting import acting_for_team
from webapp.gateways.mail.memory import MemoryMailer
from webapp.rules.account.mails import Wanted
from webapp.rules.shared.ids import id_of_team
from webapp.storage.account.mails import OutgoingMail

TODAY = date(2026, 11, 22)


@pytest.fixture
def mailer() -> Iterator[MemoryMailer]:
    with mail_in_memory() as mailer:
        yield mailer


def asks(person: Someone, mailer: MemoryMailer, now: int = NOON) -> None:
    choose_mails(confirmed(person, mailer).me, {Wanted.SUMMARIES}, "Europe/Berlin", "en", now)


def test_a_quarter_of_an_hour_after_the_end_it_is_sent_once(
    ana: Someone, mailer: MemoryMailer
) -> None:
    asks(ana, mailer)
    ana.sends(win("Fixed the flaky test"))
    review = reviews.begin(ana.me, TODAY, NOON)
    ana.sends(line(review, "No test machine"))
    for minute in range(2):
        reviews.finish(ana.me, review, TODAY, NOON + minute * MINUTE)
    assert [send_due_mail(NOON + at * MINUTE) for at in (14, 15, 16)] == [0, 1, 0]
    [mail] = mailer.sent
    for part in ("Progress\n- Fixed the flaky test", "Obstacles\n- No test machine"):
        assert part in mail.text
    assert f"/reviews/{review}" in mail.text


def test_members_of_a_team_who_asked_get_it_and_no_other(
    ana: Someone, ben: Someone, cleo: Someone, mailer: MemoryMailer
) -> None:
    team = a_team(ana, "Platform", ben)
    asks(ben, mailer)
    asks(cleo, mailer)
    acting = acting_for_team(id_of_team(team), ana.me.id)
    review = reviews.begin(acting, TODAY, NOON)
    reviews.finish(acting, review, TODAY, NOON + HOUR)
    send_due_mail(NOON + 2 * HOUR)
    assert [mail.recipient for mail in mailer.sent] == ["ben@example.org"]
    assert f"/teams/{team}/reviews/{review}" in mailer.sent[0].text


def test_one_that_goes_on_sends_nothing_until_it_ends_again(
    ana: Someone, mailer: MemoryMailer
) -> None:
    asks(ana, mailer)
    review = reviews.begin(ana.me, TODAY, NOON)
    reviews.finish(ana.me, review, TODAY, NOON + MINUTE)
    reviews.resume(ana.me, review, NOON + 2 * MINUTE)
    assert send_due_mail(NOON + HOUR) == 0
    reviews.finish(ana.me, review, TODAY, NOON + HOUR)
    assert send_due_mail(NOON + 2 * HOUR) == 1


def test_one_that_is_left_open_is_summed_up_when_it_ends_by_itself(
    ana: Someone, mailer: MemoryMailer
) -> None:
    asks(ana, mailer)
    reviews.begin(ana.me, TODAY, NOON)
    assert end_all_left_open(NOON + DAY + HOUR) == 1
    assert send_due_mail(NOON + DAY + 2 * HOUR) == 1


def test_a_review_that_ended_before_is_never_sent(ana: Someone, mailer: MemoryMailer) -> None:
    review = reviews.begin(ana.me, TODAY, NOON)
    reviews.finish(ana.me, review, TODAY, NOON + MINUTE)
    left_open = reviews.begin(ana.me, TODAY, NOON + 2 * MINUTE)
    asks(ana, mailer, NOON + 3 * DAY)
    end_all_left_open(NOON + 3 * DAY)
    assert left_open != review
    assert not OutgoingMail.select().where(OutgoingMail.kind == "review").exists()
