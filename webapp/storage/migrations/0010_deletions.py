"""Deletions that can still be undone."""

from peewee import (
    BigIntegerField,
    CharField,
    CompositeKey,
    Database,
    ForeignKeyField,
    Model,
    TextField,
)
from playhouse.migrate import SchemaMigrator


def up(migrator: SchemaMigrator, db: Database) -> None:
    db.create_tables([_deletion(db)], safe=False)


def down(migrator: SchemaMigrator, db: Database) -> None:
    db.drop_tables([_deletion(db)])


def _deletion(db: Database) -> type[Model]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        pass

    class Deletion(Base):
        person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
        id = CharField(max_length=36)
        at = BigIntegerField(index=True)
        kind = CharField(max_length=12)
        target = CharField(max_length=64)
        words = TextField()
        rows = TextField()

        class Meta:
            primary_key = CompositeKey("person", "id")

    return Deletion
