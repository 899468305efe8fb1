"""People and owners: one number for both, given once."""

import pytest
from peewee import IntegrityError

from tests.support.make import Someone, make_person
from webapp.storage.account.people import Owner, Person


def test_a_persons_number_is_that_of_their_owner(ana: Someone, ben: Someone) -> None:
    Owner.create()  # of a team
    cleo = make_person("Cleo")
    pairs = list(Owner.select(Owner.id, Owner.person).order_by(Owner.id).tuples())
    assert [one for one in pairs if one[1]] == [(some.id, some.id) for some in (ana, ben, cleo)]
    assert len({owner for owner, _ in pairs}) == 4


def test_an_owner_with_another_number_than_its_person_is_refused(ana: Someone) -> None:
    Owner.delete().where(Owner.id == ana.id).execute()
    with pytest.raises(IntegrityError):
        Owner.create(person=ana.id)


def test_the_number_of_somebody_who_is_gone_is_not_given_again(ana: Someone) -> None:
    Person.delete().where(Person.id == ana.id).execute()
    assert make_person("Dora").id > ana.id
