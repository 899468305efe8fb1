"""People, their signed-in devices, receipts, wins, check-ins, revisions."""

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    Check,
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
        key = CharField(max_length=32, unique=True)
        name = CharField(max_length=100)
        email = CharField(max_length=254, unique=True)
        password_hash = TextField()
        time_zone = CharField(max_length=64)
        day_start = SmallIntegerField()
        deferred_on = CharField(max_length=10, null=True)
        rev = IntegerField()

    class Session(Base):
        token_hash = CharField(max_length=64, primary_key=True)
        person = ForeignKeyField(Person, on_delete="CASCADE")
        started = BigIntegerField()
        seen = BigIntegerField()
        device = CharField(max_length=200)

    class Receipt(Base):
        person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
        id = CharField(max_length=36)
        taken = BigIntegerField()

        class Meta:
            primary_key = CompositeKey("person", "id")

    class Win(Base):
        person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
        id = CharField(max_length=36)
        kind = CharField(max_length=12)
        what = TextField()
        impact = TextField()
        next_step = TextField()
        happened = BigIntegerField()
        entered = BigIntegerField()
        received = BigIntegerField()
        day = CharField(max_length=10)
        offset = SmallIntegerField()
        zone = CharField(max_length=64)
        wrong_clock = BooleanField()

        class Meta:
            primary_key = CompositeKey("person", "id")
            indexes = ((("person", "happened", "id"), False),)

    class FieldRevision(Base):
        person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
        target = CharField(max_length=36)
        field = CharField(max_length=12)
        entry = CharField(max_length=36)
        value = TextField()
        at = BigIntegerField()

        class Meta:
            primary_key = CompositeKey("person", "target", "field", "entry")

    class CheckIn(Base):
        person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
        id = CharField(max_length=36)
        rating = SmallIntegerField(constraints=[Check("rating BETWEEN 0 AND 10")])
        scale_id = CharField(max_length=32)
        note = TextField()
        happened = BigIntegerField()
        entered = BigIntegerField()
        received = BigIntegerField()
        day = CharField(max_length=10)
        offset = SmallIntegerField()
        zone = CharField(max_length=64)
        wrong_clock = BooleanField()

        class Meta:
            primary_key = CompositeKey("person", "id")
            indexes = ((("person", "happened", "id"), False),)

    return [Person, Session, Receipt, Win, CheckIn, FieldRevision]
