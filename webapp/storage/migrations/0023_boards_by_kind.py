"""Boards have an index for the filter by kind, too.

The order of indexes matters to SQLite, which chooses by it among those that seem as good.
"""

from peewee import Database
from playhouse.migrate import SchemaMigrator

COLUMNS = '"happened", "person_id", "win")'
KIND = "shared_win_of_kind"
# What follows the first column of each index.
OTHERS = {
    "shared_win_team_id_happened_person_id_win": COLUMNS,
    "shared_win_of_organisation": f"""{COLUMNS} WHERE ("visibility" = 'organisation')""",
    "shared_win_of_objective": f""""objective", {COLUMNS} WHERE ("objective" != '')""",
}


def up(migrator: SchemaMigrator, db: Database) -> None:
    for name in OTHERS:
        db.execute_sql(f'DROP INDEX "{name}"')
    for name, rest in {KIND: f'"kind", {COLUMNS}', **OTHERS}.items():
        db.execute_sql(f'CREATE INDEX "{name}" ON "shared_win" ("team_id", {rest}')


def down(migrator: SchemaMigrator, db: Database) -> None:
    db.execute_sql(f'DROP INDEX "{KIND}"')
