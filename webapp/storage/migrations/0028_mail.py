"""Mail: which addresses are confirmed, what was and will be sent, requests for reset links."""

from typing import Any

from peewee import (
    SQL,
    BigIntegerField,
    CharField,
    CompositeKey,
    Database,
    Field,
    ForeignKeyField,
    IntegerField,
    Model,
    SmallIntegerField,
)
from playhouse.migrate import SchemaMigrator

EMPTY: dict[str, Any] = {"default": "", "constraints": [SQL("DEFAULT ''")]}
ZERO: dict[str, Any] = {"default": 0, "constraints": [SQL("DEFAULT 0")]}
WAITING: dict[str, Any] = {"default": "waiting", "constraints": [SQL("DEFAULT 'waiting'")]}


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

    def refers(**more: Any) -> Field:
        return ForeignKeyField(Person, on_delete="CASCADE", backref="+", **more)

    class MailAddress(Base):
        person = refers(primary_key=True)
        confirmed = BigIntegerField(null=True)
        asked = BigIntegerField(null=True)
        refused = SmallIntegerField(**ZERO)
        code = CharField(max_length=16, **EMPTY)
        paused = BigIntegerField(null=True)
        language = CharField(max_length=8, **EMPTY)
        digest_due = BigIntegerField(null=True, index=True)
        summaries = BigIntegerField(null=True)

    class OutgoingMail(Base):
        person = refers(index=False)
        tag = CharField(max_length=64)
        kind = CharField(max_length=12)
        about = CharField(max_length=64, **EMPTY)
        language = CharField(max_length=8, **EMPTY)
        made = BigIntegerField()
        due = BigIntegerField()
        until = BigIntegerField()
        state = CharField(max_length=12, **WAITING)
        code = CharField(max_length=16, **EMPTY)
        tries = SmallIntegerField(**ZERO)
        lease = BigIntegerField(null=True)
        sent = BigIntegerField(null=True)

        class Meta:
            table_name = "mail"
            primary_key = CompositeKey("person", "tag")
            indexes = ((("state", "due"), False),)

    class ResetRequest(Base):
        id = CharField(max_length=36, primary_key=True)
        address = CharField(max_length=254)
        language = CharField(max_length=8)
        at = BigIntegerField()

    return [MailAddress, OutgoingMail, ResetRequest]
