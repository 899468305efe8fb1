"""Paging by cursor: each page starts after the last row of the one before.

An OFFSET would cost more with every page.
"""

from typing import Protocol

from webapp.rules.shared.ids import UUID


class HasCursor(Protocol):
    """A row of a list that is ordered by the time it happened, then by id."""

    @property
    def happened(self) -> int:
        """Return when it happened, in ms."""

    @property
    def id(self) -> str:
        """Return its id."""


def parse_cursor(text: str | None) -> tuple[int, str] | None:
    """Return (happened, id) of the cursor `text` ("1795348389223.<id>"); None if it is none."""
    happened, _, row_id = (text or "").partition(".")
    if not happened.isdecimal() or len(happened) > 15 or not UUID.fullmatch(row_id):
        return None
    return int(happened), row_id


def cursor_after(row: HasCursor) -> str:
    """Return the cursor with which the list goes on after `row`."""
    return f"{row.happened}.{row.id}"
