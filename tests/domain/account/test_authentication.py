"""Recognising people by their password."""

from dataclasses import replace

import pytest
from argon2 import PasswordHasher

from tests.support.make import KEYS, NOON
from tests.support.steps import calls_of
from webapp.domain.account.authentication import DUMMY_HASH, HASHER, person_with_password
from webapp.domain.account.one_time_links import create_reset_link
from webapp.domain.account.people import create_person
from webapp.rules.account.people import NewPerson, parse_new_person
from webapp.rules.shared.problems import Invalid
from webapp.storage.account.people import Person

PASSWORD = "correct horse"
EMMA = NewPerson("Emma", "emma@example.org", PASSWORD, "Asia/Tokyo")
COMPOSED, APART, MIXED = "caf\u00e9 cr\u00e8me", "cafe\u0301 cre\u0300me", "caf\u00e9 cre\u0300me"


def hash_of(person_id):
    """Return the stored password hash of a person."""
    return Person.get_by_id(person_id).password_hash


def test_a_password_is_stored_only_as_an_argon2id_hash(db):
    stored = hash_of(create_person(EMMA))
    assert stored.startswith("$argon2id$")
    assert PASSWORD not in stored


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


def hashes_computed(email: object, password: str) -> int:
    """Return how often a password is hashed until it is refused."""

    def asked() -> None:
        with pytest.raises(Invalid):
            person_with_password(email, password)

    return calls_of(PasswordHasher.verify, asked)


@pytest.mark.parametrize("password", ["wrong horse", MIXED])
def test_an_unknown_address_takes_as_much_work_as_a_wrong_password(db, password):
    create_person(EMMA)
    known, unknown = (hashes_computed(one, password) for one in (EMMA.email, "no@example.org"))
    assert known == unknown > 0


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
    assert create_reset_link(typed, KEYS, NOON)


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
