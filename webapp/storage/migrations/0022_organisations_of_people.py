"""A person's row says in how many organisations they have a role."""

from peewee import Database, PostgresqlDatabase
from playhouse.migrate import SchemaMigrator

COUNT = (
    'UPDATE "person" SET "organisations" = (SELECT COUNT(*) FROM "organisation_role"'
    ' WHERE "organisation_role"."person_id" = "person"."id")'
    ' WHERE "id" IN (SELECT "person_id" FROM "organisation_role")'
)


def up(migrator: SchemaMigrator, db: Database) -> None:
    kind = "SMALLINT" if isinstance(db, PostgresqlDatabase) else "INTEGER"
    db.execute_sql(f'ALTER TABLE "person" ADD COLUMN "organisations" {kind} NOT NULL DEFAULT 0')
    db.execute_sql(COUNT)


def down(migrator: SchemaMigrator, db: Database) -> None:
    db.execute_sql('ALTER TABLE "person" DROP COLUMN "organisations"')
