"""Routines that people have been told of."""

from peewee import BigIntegerField, CharField, CompositeKey, Database, ForeignKeyField, Model
from playhouse.migrate import SchemaMigrator


def up(migrator: SchemaMigrator, db: Database) -> None:
    db.create_tables([_routine(db)], safe=False)


def down(migrator: SchemaMigrator, db: Database) -> None:
    db.drop_tables([_routine(db)])


def _routine(db: Database) -> type[Model]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        pass

    class Routine(Base):
        person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
        id = CharField(max_length=36)
        seen = BigIntegerField()

        class Meta:
            primary_key = CompositeKey("person", "id")

    return Routine
