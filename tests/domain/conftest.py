"""Somebody who is stored for real, for tests of what happens at the same moment."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.support.make import Someone, make_person
from webapp.storage.account.people import Person
from webapp.storage.engine.database import connection


@pytest.fixture
def dora(app: Flask) -> Iterator[Someone]:
    """Yield a person who is committed, until the test is over."""
    with connection():
        person = make_person("Dora")
        yield person
        Person.delete().where(Person.id == person.id).execute()
