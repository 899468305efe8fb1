"""Receipts of plain forms."""

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
    db.create_tables([_form_receipt(db)], safe=False)


def down(migrator: SchemaMigrator, db: Database) -> None:
    db.drop_tables([_form_receipt(db)])


def _form_receipt(db: Database) -> type[Model]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        pass

    class FormReceipt(Base):
        person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
        id = CharField(max_length=36)
        leads_to = TextField()
        taken = BigIntegerField()

        class Meta:
            primary_key = CompositeKey("person", "id")

    return FormReceipt
