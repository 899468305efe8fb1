"""A preset says who may see the wins that it logs; "" means as its person's other wins."""

from peewee import (
    BooleanField,
    CharField,
    CompositeKey,
    Database,
    ForeignKeyField,
    Model,
    PostgresqlDatabase,
    SmallIntegerField,
    TextField,
)
from playhouse.migrate import SchemaMigrator

ADD = 'ALTER TABLE "preset" ADD COLUMN "visibility" VARCHAR(24) NOT NULL'
DROP = 'ALTER TABLE "preset" DROP COLUMN "visibility"'


def up(migrator: SchemaMigrator, db: Database) -> None:
    if isinstance(db, PostgresqlDatabase):
        db.execute_sql(f"{ADD} DEFAULT ''")
        db.execute_sql('ALTER TABLE "preset" ALTER COLUMN "visibility" DROP DEFAULT')
    else:
        _remake(db, new=True)


def down(migrator: SchemaMigrator, db: Database) -> None:
    if isinstance(db, PostgresqlDatabase):
        db.execute_sql(DROP)
    else:
        _remake(db, new=False)


def _remake(db: Database, *, new: bool) -> None:
    # SQLite adds a column behind the table's constraints, and keeps those words.
    model = _preset(db, new=new)
    names = [field.column_name for field in _preset(db, new=False)._meta.sorted_fields]
    listed = ", ".join(f'"{name}"' for name in names)
    more = (', "visibility"', ", ''") if new else ("", "")
    db.execute_sql('ALTER TABLE "preset" RENAME TO "preset_before"')
    db.create_tables([model], safe=False)
    db.execute_sql(
        f'INSERT INTO "preset" ({listed}{more[0]}) SELECT {listed}{more[1]} FROM "preset_before"'  # noqa: S608
    )
    db.execute_sql('DROP TABLE "preset_before"')


def _preset(db: Database, *, new: bool) -> type[Model]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        pass

    class Preset(Base):
        person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
        id = CharField(max_length=36)
        place = SmallIntegerField()
        what = TextField()
        kind = CharField(max_length=12)
        area = CharField(max_length=60)
        objective = CharField(max_length=36)
        impact = TextField()
        measurable = BooleanField()
        if new:
            visibility = CharField(max_length=24)

        class Meta:
            primary_key = CompositeKey("person", "id")

    return Preset
