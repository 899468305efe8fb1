"""The tables can be spread by the numbers of owners, and stand for those of a sharded database."""

import pytest
from peewee import PeeweeException

from tests.support.aside import aside
from tests.support.make import make_person, win
from tests.support.owners.scopes import name_of
from tests.support.owners.spread import spread_by_owner
from tests.support.postgres import Postgres
from webapp.storage.account.people import Owner, Person
from webapp.storage.engine.database import database
from webapp.storage.upkeep.models import WHOSE
from webapp.storage.upkeep.opening import open_while

PARTITIONED = "SELECT partrelid::regclass::text FROM pg_partitioned_table"
PLACES = "SELECT DISTINCT tableoid FROM win"


def test_every_table_of_owners_is_spread(postgres: Postgres) -> None:
    with aside(), open_while(postgres.new_database()):
        spread_by_owner(database.obj)
        found = {table for (table,) in database.execute_sql(PARTITIONED)}
        for name in ("Ana", "Ben", "Cleo", "Dora"):
            make_person(name).sends(win())
        assert database.execute_sql(PLACES).rowcount > 1
    assert found == {name_of(model) for model in WHOSE} - {name_of(Person), name_of(Owner)}


def test_a_key_without_the_owner_is_refused(postgres: Postgres) -> None:
    with aside(), open_while(postgres.new_database()):
        spread_by_owner(database.obj)
        with pytest.raises(PeeweeException, match="partition"):
            database.execute_sql("CREATE UNIQUE INDEX one_hash ON session (token_hash)")
