"""Pages of a list by the place of their last row; an OFFSET costs more the further one goes."""

from typing import Protocol

from webapp.rules.shared.ids import UUID


class Placed(Protocol):
    """A row of a list that is ordered by when it happened, then by id."""

    @property
    def happened(self) -> int:
        """When it happened, ms."""

    @property
    def id(self) -> str:
        """Its id."""


def place_of(text: str | None) -> tuple[int, str] | None:
    """The (happened, id) that `text` ("1795348389223.<id>") names; None when it names none."""
    happened, _, row_id = (text or "").partition(".")
    if not happened.isdecimal() or len(happened) > 15 or not UUID.fullmatch(row_id):
        return None
    return int(happened), row_id


def next_place(row: Placed) -> str:
    """The text that place_of reads as the place of `row`."""
    return f"{row.happened}.{row.id}"
