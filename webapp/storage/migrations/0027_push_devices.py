"""Devices that people are reminded on, and the key by which push services know this server."""

from peewee import (
    BigIntegerField,
    CharField,
    CompositeKey,
    Database,
    ForeignKeyField,
    IntegerField,
    Model,
    SmallIntegerField,
    TextField,
)
from playhouse.migrate import SchemaMigrator


def up(migrator: SchemaMigrator, db: Database) -> None:
    db.create_tables(_tables(db), safe=False)


def down(migrator: SchemaMigrator, db: Database) -> None:
    db.drop_tables(list(reversed(_tables(db))))


def _tables(db: Database) -> list[type[Model]]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        id = IntegerField(primary_key=True)

    class PushDevice(Base):
        person = ForeignKeyField(Person, on_delete="CASCADE", index=False, backref="+")
        id = CharField(max_length=36)
        endpoint = TextField()
        p256dh = CharField(max_length=88)
        auth = CharField(max_length=24)
        session = BigIntegerField()
        language = CharField(max_length=8)
        browser = CharField(max_length=200)
        added = BigIntegerField()
        taken = BigIntegerField(null=True)
        shown = BigIntegerField(null=True)
        opened = BigIntegerField(null=True)
        tag = CharField(max_length=32)
        refusals = SmallIntegerField()

        class Meta:
            primary_key = CompositeKey("person", "id")

    class PushKey(Base):
        name = CharField(max_length=8, primary_key=True)
        private = CharField(max_length=44)
        public = CharField(max_length=88)

    return [PushDevice, PushKey]
