"""How many bytes each person stored."""

from peewee import Database, PostgresqlDatabase
from playhouse.migrate import SchemaMigrator


def up(migrator: SchemaMigrator, db: Database) -> None:
    kind = "BIGINT" if isinstance(db, PostgresqlDatabase) else "INTEGER"
    db.execute_sql(f'ALTER TABLE "person" ADD COLUMN "stored" {kind} NOT NULL DEFAULT 0')


def down(migrator: SchemaMigrator, db: Database) -> None:
    db.execute_sql('ALTER TABLE "person" DROP COLUMN "stored"')
