"""Sessions are keyed by their person, then by their token."""

from peewee import (
    BigIntegerField,
    CharField,
    CompositeKey,
    Database,
    ForeignKeyField,
    Model,
    PostgresqlDatabase,
)
from playhouse.migrate import SchemaMigrator

COLUMNS = "token_hash, person_id, started, seen, device"
UP = (
    "ALTER TABLE session DROP CONSTRAINT session_pkey",
    "ALTER TABLE session ADD PRIMARY KEY (person_id, token_hash)",
    "DROP INDEX session_person_id",
    "CREATE INDEX session_token_hash ON session (token_hash)",
)
DOWN = (
    "ALTER TABLE session DROP CONSTRAINT session_pkey",
    "ALTER TABLE session ADD PRIMARY KEY (token_hash)",
    "DROP INDEX session_token_hash",
    "CREATE INDEX session_person_id ON session (person_id)",
)


def up(migrator: SchemaMigrator, db: Database) -> None:
    _change(db, UP, _session(db, new=True))


def down(migrator: SchemaMigrator, db: Database) -> None:
    _change(db, DOWN, _session(db, new=False))


def _change(db: Database, postgres: tuple[str, ...], model: type[Model]) -> None:
    if isinstance(db, PostgresqlDatabase):
        for statement in postgres:
            db.execute_sql(statement)
        return
    for index in db.get_indexes("session"):  # SQLite cannot change a key: the table is made anew
        if not index.name.startswith("sqlite_"):
            db.execute_sql(f'DROP INDEX "{index.name}"')
    db.execute_sql("ALTER TABLE session RENAME TO session_before")
    db.create_tables([model], safe=False)
    db.execute_sql(f"INSERT INTO session ({COLUMNS}) SELECT {COLUMNS} FROM session_before")  # noqa: S608 - our own names
    db.execute_sql("DROP TABLE session_before")


def _session(db: Database, *, new: bool) -> type[Model]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        pass

    class Before(Base):
        token_hash = CharField(max_length=64, primary_key=True)
        person = ForeignKeyField(Person, on_delete="CASCADE")
        started = BigIntegerField()
        seen = BigIntegerField()
        device = CharField(max_length=200)

        class Meta:
            table_name = "session"

    class After(Base):
        token_hash = CharField(max_length=64, index=True)
        person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
        started = BigIntegerField()
        seen = BigIntegerField()
        device = CharField(max_length=200)

        class Meta:
            table_name = "session"
            primary_key = CompositeKey("person", "token_hash")

    return After if new else Before
