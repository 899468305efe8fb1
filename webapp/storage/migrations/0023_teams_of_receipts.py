"""A receipt says for which team its entry was, so that what takes it back is found there."""

from peewee import (
    BigIntegerField,
    CharField,
    CompositeKey,
    Database,
    ForeignKeyField,
    IntegerField,
    Model,
    PostgresqlDatabase,
)
from playhouse.migrate import SchemaMigrator

ADD = 'ALTER TABLE "receipt" ADD COLUMN "team_id" INTEGER'
DROP = 'ALTER TABLE "receipt" DROP COLUMN "team_id"'
COLUMNS = '"person_id", "id", "taken"'


def up(migrator: SchemaMigrator, db: Database) -> None:
    if isinstance(db, PostgresqlDatabase):
        db.execute_sql(ADD)
    else:
        _remake(db, _receipt(db, new=True))


def down(migrator: SchemaMigrator, db: Database) -> None:
    if isinstance(db, PostgresqlDatabase):
        db.execute_sql(DROP)
    else:
        _remake(db, _receipt(db, new=False))


def _remake(db: Database, model: type[Model]) -> None:
    # SQLite adds a column behind the table's constraints, and keeps those words.
    db.execute_sql('ALTER TABLE "receipt" RENAME TO "receipt_before"')
    db.create_tables([model], safe=False)
    copied = f'INSERT INTO "receipt" ({COLUMNS}) SELECT {COLUMNS} FROM "receipt_before"'  # noqa: S608
    db.execute_sql(copied)
    db.execute_sql('DROP TABLE "receipt_before"')


def _receipt(db: Database, *, new: bool) -> type[Model]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        pass

    class Receipt(Base):
        person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
        id = CharField(max_length=36)
        taken = BigIntegerField()
        if new:
            team_id = IntegerField(null=True)

        class Meta:
            primary_key = CompositeKey("person", "id")

    return Receipt
