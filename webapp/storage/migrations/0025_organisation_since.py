"""A membership says since when its team is in its organisation: earlier taps meant another one."""

from peewee import Database, PostgresqlDatabase
from playhouse.migrate import SchemaMigrator

ADD = 'ALTER TABLE "membership" ADD COLUMN "organisation_since" {} NOT NULL DEFAULT 0'
DROP = 'ALTER TABLE "membership" DROP COLUMN "organisation_since"'


def up(migrator: SchemaMigrator, db: Database) -> None:
    db.execute_sql(ADD.format("BIGINT" if isinstance(db, PostgresqlDatabase) else "INTEGER"))


def down(migrator: SchemaMigrator, db: Database) -> None:
    db.execute_sql(DROP)
