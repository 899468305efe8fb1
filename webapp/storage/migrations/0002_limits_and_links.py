"""Buckets of limits, one of them with each person; links that can be used once."""

from peewee import (
    BigIntegerField,
    CharField,
    Database,
    ForeignKeyField,
    Model,
    PostgresqlDatabase,
)
from playhouse.migrate import SchemaMigrator

# Added as it is: Peewee's way to a NOT NULL column makes SQLite's table anew, and dropping the old
# one would delete, by their foreign keys, everything of everybody.
ADD = 'ALTER TABLE "person" ADD COLUMN "outbox_full_at" %s NOT NULL DEFAULT 0'
DROP = 'ALTER TABLE "person" DROP COLUMN "outbox_full_at"'


def up(migrator: SchemaMigrator, db: Database) -> None:
    whole = "BIGINT" if isinstance(db, PostgresqlDatabase) else "INTEGER"
    db.execute_sql(ADD % whole)
    db.create_tables(_tables(db), safe=False)


def down(migrator: SchemaMigrator, db: Database) -> None:
    db.drop_tables(list(reversed(_tables(db))))
    db.execute_sql(DROP)


def _tables(db: Database) -> list[type[Model]]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        pass

    class Bucket(Base):
        key = CharField(max_length=64, primary_key=True)
        full_at = BigIntegerField(index=True)

    class Link(Base):
        token_hash = CharField(max_length=64, primary_key=True)
        kind = CharField(max_length=12)
        person = ForeignKeyField(Person, null=True, on_delete="CASCADE")
        expires = BigIntegerField()

    return [Bucket, Link]
