"""What an owner deleted, and the adjustments that they were shown, refer to the owner.

The columns are still called person_id, as in 0014.
"""

from peewee import (
    AutoField,
    BigIntegerField,
    CharField,
    CompositeKey,
    Database,
    Field,
    ForeignKeyField,
    Model,
    PostgresqlDatabase,
    TextField,
)
from playhouse.migrate import SchemaMigrator

TABLES = ("deletion", "adjustment")
REFER = (
    'ALTER TABLE "{0}" DROP CONSTRAINT "{0}_person_id_fkey"',
    'ALTER TABLE "{0}" ADD CONSTRAINT "{0}_person_id_fkey" FOREIGN KEY (person_id)'
    " REFERENCES {1} (id) ON DELETE CASCADE",
)


def up(migrator: SchemaMigrator, db: Database) -> None:
    _refer_to(db, "owner")


def down(migrator: SchemaMigrator, db: Database) -> None:
    _refer_to(db, "person")


def _refer_to(db: Database, whose: str) -> None:
    for table, model in zip(TABLES, _tables(db, new=whose == "owner"), strict=True):
        if isinstance(db, PostgresqlDatabase):
            for statement in REFER:
                db.execute_sql(statement.format(table, whose))
        else:
            _remake(db, table, model)


def _remake(db: Database, table: str, model: type[Model]) -> None:
    for index in db.get_indexes(table):
        if not index.name.startswith("sqlite_"):
            db.execute_sql(f'DROP INDEX "{index.name}"')
    db.execute_sql(f'ALTER TABLE "{table}" RENAME TO "{table}_before"')
    db.create_tables([model], safe=False)
    names = ", ".join(f'"{field.column_name}"' for field in model._meta.sorted_fields)
    db.execute_sql(f'INSERT INTO "{table}" ({names}) SELECT {names} FROM "{table}_before"')  # noqa: S608 - our own names
    db.execute_sql(f'DROP TABLE "{table}_before"')


def _tables(db: Database, *, new: bool) -> list[type[Model]]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        pass

    class Owner(Base):
        id = AutoField()

    def whose() -> Field:
        return ForeignKeyField(Owner if new else Person, on_delete="CASCADE", index=False)

    class Deletion(Base):
        person = whose()
        id = CharField(max_length=36)
        at = BigIntegerField(index=True)
        kind = CharField(max_length=12)
        target = CharField(max_length=64)
        words = TextField()
        rows = TextField()

        class Meta:
            primary_key = CompositeKey("person", "id")

    class Adjustment(Base):
        person = whose()
        rule = CharField(max_length=20)
        first = CharField(max_length=10)
        shown = BigIntegerField()
        rows = TextField()
        state = CharField(max_length=12)
        answered = BigIntegerField(null=True)
        until = CharField(max_length=10, null=True)

        class Meta:
            primary_key = CompositeKey("person", "rule", "first")

    return [Deletion, Adjustment]
