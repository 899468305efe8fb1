"""The wins of one's own week by mail, for whoever chose it, on Mondays."""

import pytest

from tests.domain.mail.mails import confirmed
from tests.support.make import DAY, HOUR, KEYS, MINUTE, NOON, Someone, rating, visit, win
from tests.support.plans import an_objective
from webapp.domain.mail.choices import (
    choose_mails,
    digest_of_next_week,
    mails_wanted,
    send_sample,
    stop,
)
from webapp.domain.mail.sending import send_due_mail
from webapp.domain.mail.unsubscribing import unsubscribe, wanted_in
from webapp.gateways.mail.memory import MemoryMailer
from webapp.rules.account.mails import Wanted
from webapp.rules.reminders.digests import next_digest, week_before
from webapp.rules.shared.ids import id_of_person
from webapp.rules.shared.problems import Conflict, NotFound
from webapp.rules.shared.rate_limits import TooMany
from webapp.storage.account.people import Person

MONDAY = NOON + DAY - 4 * HOUR  # 23 November 2026, 08:00 in Berlin
WEEK = 7 * DAY


@pytest.fixture
def reader(ana: Someone, mailer: MemoryMailer) -> Someone:
    """Return Ana, who chose the digest on Sunday."""
    chooses(confirmed(ana, mailer), Wanted.DIGEST)
    return ana


def chooses(person: Someone, *wanted: Wanted) -> None:
    choose_mails(person.me, set(wanted), "Europe/Berlin", "en", NOON)


def test_it_comes_on_monday_at_eight_once(reader: Someone, mailer: MemoryMailer) -> None:
    reader.sends(win("Fixed the flaky test"))
    assert send_due_mail(MONDAY - 1) == 0
    assert [send_due_mail(MONDAY + at) for at in (0, MINUTE, DAY)] == [1, 0, 0]
    assert digest_of_next_week(id_of_person(reader.id)) == MONDAY + WEEK


def test_it_holds_ones_own_week_by_objective_and_no_rating(
    reader: Someone, ben: Someone, mailer: MemoryMailer
) -> None:
    objective = an_objective(reader)
    reader.sends(win("Served", objectives=[objective]), win("Alone"), rating(7, note="canary"))
    reader.sends(win("Before", at=NOON - WEEK))
    ben.sends(win("Of somebody else"))
    send_due_mail(MONDAY)
    [mail] = mailer.sent
    assert "\n- Served\n\nOther wins\n- Alone\n" in mail.text
    listed = mail.text.partition("All your wins")[0]  # links have digits
    assert not any(word in listed for word in ("Before", "somebody else", "canary", "7"))
    assert f"/unsubscriptions/{reader.id}-digest-" in mail.unsubscribe


def test_a_week_without_a_win_sends_nothing(reader: Someone, mailer: MemoryMailer) -> None:
    assert send_due_mail(MONDAY) == 0
    assert mailer.sent == []


def test_after_weeks_without_a_server_the_week_that_was_due_is_sent_alone(
    reader: Someone, mailer: MemoryMailer
) -> None:
    reader.sends(win("Fixed the flaky test"))
    assert send_due_mail(MONDAY + 3 * WEEK) == 1
    assert digest_of_next_week(id_of_person(reader.id)) == MONDAY + 4 * WEEK


@pytest.mark.parametrize(
    ("zone", "comes"),
    [("Asia/Tokyo", MONDAY), ("America/New_York", MONDAY + 6 * HOUR), ("Pacific/Apia", MONDAY)],
)
def test_after_a_flight_it_comes_on_monday_from_eight_where_the_person_is(
    zone: str, comes: int, reader: Someone, mailer: MemoryMailer
) -> None:
    reader.sends(win("Fixed the flaky test"))
    Person.update(time_zone=zone).where(Person.id == reader.id).execute()
    sent = [(MONDAY + hour * HOUR, send_due_mail(MONDAY + hour * HOUR)) for hour in range(30)]
    assert [at for at, count in sent if count] == [comes]


def test_who_did_not_choose_it_or_stopped_it_gets_none(
    ana: Someone, reader: Someone, ben: Someone, mailer: MemoryMailer
) -> None:
    confirmed(ben, mailer)
    for one in (ana, ben):
        one.sends(win("Fixed the flaky test"))
    stop(id_of_person(ana.id), Wanted.DIGEST)
    assert send_due_mail(MONDAY) == 0


def test_in_the_language_of_the_person(reader: Someone, mailer: MemoryMailer) -> None:
    choose_mails(reader.me, {Wanted.DIGEST}, "Europe/Berlin", "ar", NOON)
    reader.sends(win("Fixed the flaky test"))
    send_due_mail(MONDAY)
    [mail] = mailer.sent
    assert (mail.language, mail.subject) == ("ar", "إنجازاتك الصغيرة في الأسبوع الماضي")


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Pacific/Apia", "America/St_Johns"])
def test_the_next_one_is_always_a_monday_at_eight_within_a_week(zone: str) -> None:
    due = NOON - 60 * WEEK
    for _ in range(70):  # over both changes of the clock
        due, before = next_digest(due, zone), due
        assert 0 < due - before <= WEEK + HOUR
        first, last = week_before(due, zone)
        assert (first.weekday(), (last - first).days) == (0, 6)


def test_a_mail_to_try_needs_an_address_that_is_confirmed(
    ana: Someone, mailer: MemoryMailer
) -> None:
    with pytest.raises(Conflict):
        send_sample(ana.me, "en", visit())


def test_five_mails_to_try_an_hour_are_sent(ana: Someone, mailer: MemoryMailer) -> None:
    confirmed(ana, mailer)
    for number in range(5):
        send_sample(ana.me, "en", visit(now=NOON + number))
        assert send_due_mail(NOON + number) == 1
    with pytest.raises(TooMany):
        send_sample(ana.me, "en", visit(now=NOON + 5))
    assert len({mail.message_id for mail in mailer.sent}) == 5


@pytest.mark.parametrize("link", ["x", "1-digest", "1-nothing-x", "01-digest-x", "1-digest-x"])
def test_a_link_that_is_none_of_ours_stops_nothing(reader: Someone, link: str) -> None:
    for read in (wanted_in, unsubscribe):
        with pytest.raises(NotFound):
            read(link, KEYS, NOON)
    assert mails_wanted(id_of_person(reader.id)) == {Wanted.DIGEST}
