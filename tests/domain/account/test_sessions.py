"""Signed-in devices."""

import pytest

from tests.support.make import DAY, KEYS, NOON
from webapp.domain.account.sessions import end_session, find_person, start_session
from webapp.rules.account.keys import Keys
from webapp.storage.account.people import Person
from webapp.storage.account.sessions import Session

OTHER_KEYS = Keys(b"the secret of another server, just as long")


@pytest.fixture
def token(ana):
    """Return the token of a phone on which Ana signed in at noon."""
    return start_session(ana.id, KEYS, NOON, "A phone")


def seen(person):
    """Return when each of a person's devices was last seen."""
    return sorted(row.seen for row in Session.select().where(Session.person == person.id))


def test_a_device_is_recognised_as_its_persons(ana, token):
    holder = find_person(token, KEYS, NOON)
    assert (holder.id, holder.name, holder.key) == (ana.id, "Ana", ana.me.key)


def test_the_token_is_stored_nowhere(token):
    stored = Session.select().where(Session.device == "A phone").get()
    assert token not in str(stored.__data__)


def test_no_two_devices_get_the_same_token(ana):
    assert len({start_session(ana.id, KEYS, NOON) for _ in range(50)}) == 50


@pytest.mark.parametrize("wrong", ["", "x", "\ud800", "\0", "x" * 10_000])
def test_a_made_up_token_belongs_to_nobody(token, wrong):
    assert find_person(wrong, KEYS, NOON) is None


def test_a_token_with_something_added_belongs_to_nobody(token):
    assert find_person(token + " ", KEYS, NOON) is None


def test_a_token_is_invalid_under_another_secret(token):
    assert find_person(token, OTHER_KEYS, NOON) is None


def test_what_is_stored_cannot_be_used_as_a_token(token):
    stored = Session.select().where(Session.device == "A phone").get()
    assert find_person(stored.token_hash, KEYS, NOON) is None


@pytest.mark.parametrize(("days", "recognised"), [(179, True), (180, True), (181, False)])
def test_a_device_not_used_for_180_days_is_signed_out(token, days, recognised):
    assert (find_person(token, KEYS, NOON + days * DAY) is not None) is recognised


def test_a_device_that_is_used_stays_signed_in(token):
    find_person(token, KEYS, NOON + 170 * DAY)
    assert find_person(token, KEYS, NOON + 340 * DAY) is not None


def test_after_a_year_even_a_device_in_daily_use_is_signed_out(token):
    for month in range(1, 13):
        assert find_person(token, KEYS, NOON + month * 30 * DAY) is not None
    assert find_person(token, KEYS, NOON + 365 * DAY) is not None
    assert find_person(token, KEYS, NOON + 365 * DAY + 1) is None


def test_a_visit_is_written_down_once_a_day_at_most(ana):
    for moment in (NOON + 1, NOON + DAY // 2, NOON + DAY):
        find_person(ana.token, KEYS, moment)
    assert seen(ana) == [NOON]
    for moment in (NOON + DAY + 1, NOON + DAY + 2, NOON + 2 * DAY):
        find_person(ana.token, KEYS, moment)
    assert seen(ana) == [NOON + DAY + 1]


def test_a_visit_is_written_down_for_that_device_only(ana, token):
    find_person(token, KEYS, NOON + 2 * DAY)
    assert seen(ana) == [NOON, NOON + 2 * DAY]


def test_a_visit_too_late_is_not_written_down(ana):
    find_person(ana.token, KEYS, NOON + 181 * DAY)
    assert seen(ana) == [NOON]


def test_an_ended_session_is_over_and_the_persons_others_go_on(ana, token):
    end_session(token, KEYS, NOON)
    assert find_person(token, KEYS, NOON) is None
    assert find_person(ana.token, KEYS, NOON) is not None


def test_ending_a_session_twice_is_no_error(token):
    end_session(token, KEYS, NOON)
    end_session(token, KEYS, NOON)
    assert find_person(token, KEYS, NOON) is None


def test_a_session_cannot_be_ended_under_another_secret(token):
    end_session(token, OTHER_KEYS, NOON)
    assert find_person(token, KEYS, NOON) is not None


def test_a_deleted_person_is_signed_out_everywhere(ana, token):
    Person.delete().where(Person.id == ana.id).execute()
    assert find_person(token, KEYS, NOON) is None


@pytest.fixture
def old(ana):
    """Return the token of a phone that signed in before tokens named their person."""
    row = {"person": ana.id, "started": NOON, "seen": NOON}
    Session.create(token_hash=KEYS.hash("an-old_token"), **row)
    return "an-old_token"


def test_a_token_that_names_nobody_is_accepted_until_its_session_ends(ana, old):
    assert find_person(old, KEYS, NOON + 2 * DAY).id == ana.id
    assert find_person(old, KEYS, NOON + 182 * DAY).id == ana.id
    assert find_person(old, KEYS, NOON + 366 * DAY) is None


def test_a_token_that_names_nobody_can_be_ended(ana, old):
    end_session(old, KEYS, NOON)
    assert find_person(old, KEYS, NOON) is None
    assert find_person(ana.token, KEYS, NOON) is not None


def test_a_session_is_found_by_its_own_person_only(ana, ben, token, old):
    secret = token.partition(".")[2]
    for other in (f"{ben.id}.{secret}", secret, f"{ana.id}.{old}", f"0{token}", f"{10**11}.x"):
        assert find_person(other, KEYS, NOON) is None


def test_a_token_is_nothing_for_a_session_of_somebody_else(ana, ben, token):
    Session.update(person=ben.id).where(Session.device == "A phone").execute()
    assert find_person(token, KEYS, NOON) is None
    end_session(token, KEYS, NOON)
    assert Session.select().where(Session.device == "A phone").exists()


def test_a_long_name_of_a_device_is_cut(ana):
    start_session(ana.id, KEYS, NOON, "x" * 5000)
    assert max(len(row.device) for row in Session.select()) == 200
