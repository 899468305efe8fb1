"""Creating a person, and recognising them by their password."""

from dataclasses import replace

import pytest
from argon2 import PasswordHasher

from tests.support.make import NOON, SECRET, Someone, visit
from webapp.domain.account.one_time_links import create_reset_link
from webapp.domain.account.people import (
    DUMMY_HASH,
    HASHER,
    change_email,
    create_person,
    person_with_password,
    set_language,
)
from webapp.domain.account.sessions import find_person, start_session
from webapp.domain.account.settings import change_setting
from webapp.rules.account.people import NewPerson, parse_new_person
from webapp.rules.shared.problems import Invalid
from webapp.storage.account.people import Person

PASSWORD = "correct horse"
EMMA = NewPerson("Emma", "emma@example.org", PASSWORD, "Asia/Tokyo")


def hash_of(person_id):
    """Return the stored password hash of a person."""
    return Person.get_by_id(person_id).password_hash


def test_a_new_person_is_stored_as_they_signed_up(db):
    emma = find_person(start_session(create_person(EMMA), SECRET, NOON), SECRET, NOON)
    assert (emma.name, emma.email, emma.time_zone) == ("Emma", "emma@example.org", "Asia/Tokyo")
    assert (emma.day_start, emma.deferred_on) == (240, None)


def test_a_password_is_stored_only_as_an_argon2id_hash(db):
    stored = hash_of(create_person(EMMA))
    assert stored.startswith("$argon2id$")
    assert PASSWORD not in stored


def test_no_two_people_have_the_same_key_or_hash(db, ana):
    first = Person.get_by_id(create_person(EMMA))
    second = Person.get_by_id(create_person(NewPerson("Finn", "finn@example.org", PASSWORD, "UTC")))
    assert len({first.key, second.key, ana.me.key}) == 3
    assert first.password_hash != second.password_hash


def test_an_address_that_is_taken_is_refused(db):
    create_person(EMMA)
    with pytest.raises(Invalid, match="There is an account with this address"):
        create_person(NewPerson("Other Emma", EMMA.email, "another password", "UTC"))
    assert Person.select().where(Person.email == EMMA.email).get().name == "Emma"


@pytest.mark.parametrize("typed", ["emma@example.org", " EMMA@Example.Org "])
def test_the_right_password_finds_its_person_however_the_address_is_typed(db, typed):
    emma = create_person(EMMA)
    assert person_with_password(typed, PASSWORD) == emma


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
    create_person(EMMA)
    with pytest.raises(Invalid) as refused:
        person_with_password(email, password)
    assert str(refused.value) == "E-mail or password is not right; try again."
    assert [problem.field for problem in refused.value.problems] == ["password"]


def test_an_unknown_address_takes_the_work_of_todays_parameters() -> None:
    assert not HASHER.check_needs_rehash(DUMMY_HASH)


def test_a_hash_with_old_parameters_is_renewed_when_its_person_signs_in(db):
    emma = create_person(EMMA)
    old = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    Person.update(password_hash=old).where(Person.id == emma).execute()
    assert person_with_password(EMMA.email, PASSWORD) == emma
    assert HASHER.verify(hash_of(emma), PASSWORD)
    assert not HASHER.check_needs_rehash(hash_of(emma))


def test_a_wrong_password_renews_nothing(db):
    emma = create_person(EMMA)
    old = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    Person.update(password_hash=old).where(Person.id == emma).execute()
    with pytest.raises(Invalid):
        person_with_password(EMMA.email, "wrong horse")
    assert hash_of(emma) == old


def test_a_hash_with_todays_parameters_is_left_alone(db):
    emma = create_person(EMMA)
    before = hash_of(emma)
    person_with_password(EMMA.email, PASSWORD)
    assert hash_of(emma) == before


def test_a_new_day_start_counts_for_its_person_only(ana, ben):
    rev = ana.me.rev
    change_setting(ana.me, "day_start", ["0"])
    assert (ana.me.day_start, ben.me.day_start) == (0, 240)
    assert ana.me.rev == rev + 1


@pytest.fixture
def emma(db):
    """Return Emma as she is signed in on her phone."""
    return find_person(start_session(create_person(EMMA), SECRET, NOON), SECRET, NOON)


def test_a_new_address_is_the_one_to_sign_in_with(emma):
    change_email(emma, " New@Example.org", PASSWORD, visit())
    assert person_with_password("new@example.org", PASSWORD) == emma.id
    with pytest.raises(Invalid):
        person_with_password(EMMA.email, PASSWORD)


def test_a_new_address_renews_the_pages_that_show_it(emma):
    change_email(emma, "new@example.org", PASSWORD, visit())
    assert Person.get_by_id(emma.id).rev == emma.rev + 1


def test_an_address_of_somebody_else_is_refused(emma, ana):
    with pytest.raises(Invalid, match="There is another account with this address"):
        change_email(emma, "ana@example.org", PASSWORD, visit())
    assert person_with_password(EMMA.email, PASSWORD) == emma.id


def test_all_problems_of_a_new_address_are_reported_at_once(emma):
    with pytest.raises(Invalid) as refused:
        change_email(emma, "nowhere", "wrong horse", visit())
    assert [problem.field for problem in refused.value.problems] == ["email", "password"]
    assert person_with_password(EMMA.email, PASSWORD) == emma.id


def test_a_language_is_stored_and_renews_pages_only_if_it_changes(ana: Someone) -> None:
    rev = ana.me.rev
    set_language(ana.me, "ar")
    set_language(ana.me, "ar")
    assert (ana.me.language, ana.me.rev) == ("ar", rev + 1)


COMPOSED, APART, MIXED = "caf\u00e9 cr\u00e8me", "cafe\u0301 cre\u0300me", "caf\u00e9 cre\u0300me"


@pytest.mark.parametrize("stored", [COMPOSED, APART], ids=["composed", "apart"])
@pytest.mark.parametrize("typed", [COMPOSED, APART, MIXED], ids=["composed", "apart", "mixed"])
def test_a_password_is_right_however_a_keyboard_writes_its_accents(db, stored, typed):
    emma = create_person(replace(EMMA, password=stored))  # as earlier versions stored it, or now
    assert person_with_password(EMMA.email, typed) == emma


def test_another_letter_is_another_password(db):
    create_person(replace(EMMA, password=COMPOSED))
    with pytest.raises(Invalid):
        person_with_password(EMMA.email, "cafe creme")


def test_a_password_typed_apart_was_typed_before_and_stays_right(db):
    emma = create_person(replace(EMMA, password=MIXED))
    assert person_with_password(EMMA.email, MIXED) == emma


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("strasse@example.org", "Straße@example.org"),
        ("jose\u0301@example.org", "Jose\u0301@example.org"),
        ("emma@xn--bcher-kva.example", "emma@xn--bcher-kva.example"),
    ],
)
def test_an_address_stored_by_an_earlier_version_still_signs_in(db, stored, typed):
    emma = create_person(replace(EMMA, email=stored))
    assert person_with_password(typed, PASSWORD) == emma
    assert create_reset_link(typed, SECRET, NOON)


def test_letters_that_are_alike_are_two_people(db):
    people = {
        email: create_person(parse_new_person("Emma", email, f"{PASSWORD} {email}", "UTC"))
        for email in ("strasse@example.org", "straße@example.org", "ipek@x.org", "ıpek@x.org")
    }
    for email, person in people.items():
        assert person_with_password(email, f"{PASSWORD} {email}") == person


@pytest.mark.parametrize("again", ["JOSE\u0301@example.org", "jos\u00e9@EXAMPLE.org\u200b"])
def test_one_address_in_two_spellings_has_one_account(db, again):
    create_person(parse_new_person("José", "jos\u00e9@example.org", PASSWORD, "UTC"))
    with pytest.raises(Invalid):
        create_person(parse_new_person("José", again, PASSWORD, "UTC"))
