"""A goal of a team can be one member's."""

from peewee import CharField, CompositeKey, Database, ForeignKeyField, IntegerField, Model
from playhouse.migrate import SchemaMigrator


def up(migrator: SchemaMigrator, db: Database) -> None:
    db.create_tables([_goal_member(db)], safe=False)


def down(migrator: SchemaMigrator, db: Database) -> None:
    db.drop_tables([_goal_member(db)])


def _goal_member(db: Database) -> type[Model]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Owner(Base):
        id = IntegerField(primary_key=True)

    class Person(Base):
        id = IntegerField(primary_key=True)

    class GoalMember(Base):
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
        goal = CharField(max_length=36)
        person = ForeignKeyField(Person, on_delete="CASCADE", backref="+")

        class Meta:
            primary_key = CompositeKey("owner", "goal")

    return GoalMember
