"""Numbers that the database gives to rows."""

from typing import Any

from peewee import SQL, AutoField, Database, NodeList, PostgresqlDatabase

OF_SQLITE = "SELECT seq FROM sqlite_sequence WHERE name = ?"
OF_SEQUENCE = "SELECT last_value FROM {} WHERE is_called"
SET_SEQUENCE = "SELECT setval(%s, GREATEST(%s, 1), %s > 0)"


class NeverReused(AutoField):
    """A row's number, never given again, also when the row with the highest one was deleted.

    So is PostgreSQL's sequence; SQLite has to be told, and keeps the last ones in a table.
    """

    def ddl(self, ctx: Any) -> NodeList:
        """Return the text of the column."""
        column = super().ddl(ctx)
        is_sqlite = ctx.state.field_types.get(self.field_type) == "INTEGER"  # else SERIAL
        return NodeList((column, SQL("AUTOINCREMENT"))) if is_sqlite else column

    def last_given(self, opened: Database) -> int:
        """Return the highest number that this database has given, 0 if it has given none."""
        if isinstance(opened, PostgresqlDatabase):
            found = opened.execute_sql(OF_SEQUENCE.format(self._sequence_of(opened)))
        else:
            found = opened.execute_sql(
                "SELECT seq FROM sqlite_sequence WHERE name = ?", self._table
            )
        row = found.fetchone()
        return int(row[0]) if row else 0

    def set_last_given(self, opened: Database, number: int) -> None:
        """Let this database go on after `number`."""
        if isinstance(opened, PostgresqlDatabase):
            opened.execute_sql(SET_SEQUENCE, (self._sequence_of(opened), number, number))
        else:
            opened.execute_sql("DELETE FROM sqlite_sequence WHERE name = ?", self._table)
            opened.execute_sql("INSERT INTO sqlite_sequence VALUES (?, ?)", (*self._table, number))

    @property
    def _table(self) -> tuple[str]:
        return (str(self.model._meta.table_name),)

    def _sequence_of(self, opened: Database) -> str:
        named = (*self._table, self.column_name)
        found = opened.execute_sql("SELECT pg_get_serial_sequence(%s, %s)", named)
        return str(found.fetchone()[0])
