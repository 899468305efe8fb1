"""Creating a person, and changing their address and settings."""

from dataclasses import replace

import pytest

from tests.support.make import KEYS, NOON, Someone, visit
from webapp.domain.account.authentication import person_with_password
from webapp.domain.account.people import change_email, create_person, set_language, sign_up
from webapp.domain.account.sessions import find_person, start_session
from webapp.domain.account.settings import change_setting
from webapp.domain.objectives.objectives import add_objective
from webapp.rules.account.people import NewPerson, SignUpMode
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.rules.shared.ids import PersonId
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.storage.account.people import Owner, Person, add_person
from webapp.storage.account.sessions import Session

PASSWORD = "correct horse"
EMMA = NewPerson("Emma", "emma@example.org", PASSWORD, "Asia/Tokyo")


def hash_of(person_id):
    """Return the stored password hash of a person."""
    return Person.get_by_id(person_id).password_hash


def test_a_new_person_is_stored_as_they_signed_up(db):
    emma = find_person(start_session(create_person(EMMA), KEYS, NOON), KEYS, NOON)
    assert (emma.name, emma.email, emma.time_zone) == ("Emma", "emma@example.org", "Asia/Tokyo")
    assert (emma.day_start, emma.deferred_on) == (240, None)


def test_people_of_tests_are_stored_as_all_others(db, ana):
    hers = {**Person.select().where(Person.id == ana.id).dicts().get()}
    del hers["id"]
    other = add_person(**{**hers, "email": "other@example.org", "key": "another"})
    start_session(other.id, KEYS, NOON)
    assert stored(other.id) == stored(ana.id)


def stored(person_id):
    """Return what is stored of a person but for their names and secrets."""
    person = Person.select().where(Person.id == person_id).dicts().get()
    owner = Owner.select().where(Owner.id == person_id).dicts().get()
    session = Session.select().where(Session.person == person_id).dicts().get()
    assert (owner["person"], session["person"]) == (person_id, person_id)
    own = {"id", "key", "email", "token_hash", "person"}
    return {name: value for name, value in {**person, **session}.items() if name not in own}


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


FORM = "0b0c0d0e-0000-4000-8000-000000000001"


def signs_up_again(form_id: str, password: str) -> PersonId:
    """Send Emma's sign-up, and then one with this form and password; return what it led to."""
    sign_up(EMMA, SignUpMode.OPEN, "", visit(), FORM)
    return sign_up(replace(EMMA, password=password), SignUpMode.OPEN, "", visit(), form_id)


def test_the_same_form_sent_twice_leads_to_the_same_person(db):
    assert signs_up_again(FORM, PASSWORD) == Person.get().id


@pytest.mark.parametrize(
    ("form_id", "password"),
    [(FORM, "another password"), (FORM[:-1] + "2", PASSWORD), ("", PASSWORD)],
    ids=["another password", "another form", "no form"],
)
def test_no_other_form_leads_to_somebody_who_has_the_address(db, form_id, password):
    with pytest.raises(Invalid, match="There is an account with this address"):
        signs_up_again(form_id, password)


def test_a_new_day_start_counts_for_its_person_only(ana, ben):
    rev = ana.me.rev
    change_setting(ana.me, "day_start", ["0"])
    assert (ana.me.day_start, ben.me.day_start) == (0, 240)
    assert ana.me.rev == rev + 1


@pytest.fixture
def emma(db):
    """Return Emma as she is signed in on her phone."""
    return find_person(start_session(create_person(EMMA), KEYS, NOON), KEYS, NOON)


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


def test_a_person_who_is_gone_stores_nothing_more(ana):
    gone = ana.me
    Person.delete().where(Person.id == ana.id).execute()
    with pytest.raises(NotFound):
        add_objective(gone, ObjectiveFields("One"), NOON)
