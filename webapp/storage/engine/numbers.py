"""Numbers that the database gives to rows."""

from typing import Any

from peewee import SQL, AutoField, NodeList


class NeverReused(AutoField):
    """A row's number, never given again, also when the row with the highest one was deleted.

    So is PostgreSQL's sequence; SQLite has to be told.
    """

    def ddl(self, ctx: Any) -> NodeList:
        """Return the text of the column."""
        column = super().ddl(ctx)
        is_sqlite = ctx.state.field_types.get(self.field_type) == "INTEGER"  # else SERIAL
        return NodeList((column, SQL("AUTOINCREMENT"))) if is_sqlite else column
