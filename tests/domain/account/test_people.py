"""Becoming a person, and being recognised by a password."""

import pytest
from argon2 import PasswordHasher

from tests.support.make import NOON, SECRET, Someone, visit
from webapp.domain.account.people import (
    HASHER,
    NOBODY,
    change_email,
    person_with,
    set_language,
    sign_up,
)
from webapp.domain.account.sessions import holder_of, start_session
from webapp.domain.account.settings import change_setting
from webapp.rules.account.people import NewPerson
from webapp.rules.shared.problems import Invalid
from webapp.storage.account.people import Person

PASSWORD = "correct horse"
EMMA = NewPerson("Emma", "emma@example.org", PASSWORD, "Asia/Tokyo")


def hash_of(person_id):
    """The hash that is stored for a person."""
    return Person.get_by_id(person_id).password_hash


def test_a_new_person_is_stored_as_they_signed_up(db):
    emma = holder_of(start_session(sign_up(EMMA), SECRET, NOON), SECRET, NOON)
    assert (emma.name, emma.email, emma.time_zone) == ("Emma", "emma@example.org", "Asia/Tokyo")
    assert (emma.day_start, emma.deferred_on) == (240, None)


def test_a_password_is_stored_only_as_an_argon2id_hash(db):
    stored = hash_of(sign_up(EMMA))
    assert stored.startswith("$argon2id$")
    assert PASSWORD not in stored


def test_no_two_people_have_the_same_key_or_hash(db, ana):
    first = Person.get_by_id(sign_up(EMMA))
    second = Person.get_by_id(sign_up(NewPerson("Finn", "finn@example.org", PASSWORD, "UTC")))
    assert len({first.key, second.key, ana.me.key}) == 3
    assert first.password_hash != second.password_hash


def test_an_address_that_is_taken_is_refused(db):
    sign_up(EMMA)
    with pytest.raises(Invalid, match="There is an account with this address"):
        sign_up(NewPerson("Other Emma", EMMA.email, "another password", "UTC"))
    assert Person.select().where(Person.email == EMMA.email).get().name == "Emma"


@pytest.mark.parametrize("typed", ["emma@example.org", " EMMA@Example.Org "])
def test_the_right_password_finds_its_person_however_the_address_is_typed(db, typed):
    emma = sign_up(EMMA)
    assert person_with(typed, PASSWORD) == emma


WRONG = [
    ("emma@example.org", "wrong horse"),
    ("emma@example.org", ""),
    ("emma@example.org", None),
    ("emma@example.org", "\ud800" * 8),
    ("emma@example.org", PASSWORD + " "),
    ("emma@example.org", PASSWORD.upper()),
    ("nobody@example.org", PASSWORD),
    ("nobody@example.org", "nobody has this password"),
    ("emma@example.org\0", PASSWORD),
    ("", PASSWORD),
    (None, None),
]


@pytest.mark.parametrize(("email", "password"), WRONG)
def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(db, email, password):
    sign_up(EMMA)
    with pytest.raises(Invalid) as refused:
        person_with(email, password)
    assert str(refused.value) == "E-mail or password is not right; try again."
    assert [problem.field for problem in refused.value.problems] == ["password"]


def test_an_unknown_address_takes_the_work_of_todays_parameters() -> None:
    assert not HASHER.check_needs_rehash(NOBODY)


def test_a_hash_with_old_parameters_is_renewed_when_its_person_signs_in(db):
    emma = sign_up(EMMA)
    old = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    Person.update(password_hash=old).where(Person.id == emma).execute()
    assert person_with(EMMA.email, PASSWORD) == emma
    assert HASHER.verify(hash_of(emma), PASSWORD)
    assert not HASHER.check_needs_rehash(hash_of(emma))


def test_a_wrong_password_renews_nothing(db):
    emma = sign_up(EMMA)
    old = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    Person.update(password_hash=old).where(Person.id == emma).execute()
    with pytest.raises(Invalid):
        person_with(EMMA.email, "wrong horse")
    assert hash_of(emma) == old


def test_a_hash_with_todays_parameters_is_left_alone(db):
    emma = sign_up(EMMA)
    before = hash_of(emma)
    person_with(EMMA.email, PASSWORD)
    assert hash_of(emma) == before


def test_a_new_day_start_counts_for_its_person_only(ana, ben):
    rev = ana.me.rev
    change_setting(ana.me, "day_start", ["0"])
    assert (ana.me.day_start, ben.me.day_start) == (0, 240)
    assert ana.me.rev == rev + 1


@pytest.fixture
def emma(db):
    """Emma on her phone."""
    return holder_of(start_session(sign_up(EMMA), SECRET, NOON), SECRET, NOON)


def test_a_new_address_is_the_one_to_sign_in_with(emma):
    change_email(emma, " New@Example.org", PASSWORD, visit())
    assert person_with("new@example.org", PASSWORD) == emma.id
    with pytest.raises(Invalid):
        person_with(EMMA.email, PASSWORD)


def test_pages_that_show_the_address_are_drawn_anew(emma):
    change_email(emma, "new@example.org", PASSWORD, visit())
    assert Person.get_by_id(emma.id).rev == emma.rev + 1


def test_an_address_of_somebody_else_is_refused(emma, ana):
    with pytest.raises(Invalid, match="There is another account with this address"):
        change_email(emma, "ana@example.org", PASSWORD, visit())
    assert person_with(EMMA.email, PASSWORD) == emma.id


def test_all_that_is_wrong_with_a_new_address_is_told_at_once(emma):
    with pytest.raises(Invalid) as refused:
        change_email(emma, "nowhere", "wrong horse", visit())
    assert [problem.field for problem in refused.value.problems] == ["email", "password"]
    assert person_with(EMMA.email, PASSWORD) == emma.id


def test_a_language_is_kept_and_makes_pages_new_only_when_it_changes(ana: Someone) -> None:
    rev = ana.me.rev
    set_language(ana.me, "ar")
    set_language(ana.me, "ar")
    assert (ana.me.language, ana.me.rev) == ("ar", rev + 1)
