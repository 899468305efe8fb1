"""What is put there again is what would have been stored."""

from typing import Any

from tests.support.make import Someone
from tests.web.asking import things_of
from tests.web.twins.again import put_again, remember
from tests.web.twins.rows import UUID, rows_of

HERS = ("person", "owner")
OTHERS: dict[str, tuple[str, ...]] = {
    "person": ("id", "key", "name", "email"),
    "deletion": ("at", "rows"),
    "push_device": ("endpoint", "p256dh", "auth", "tag"),  # each phone has its own
    "review": ("started", "since_at"),  # it goes on now
    "review_line": ("author",),
}


def rows_without_whose(someone: Someone) -> dict[str, list[str]]:
    """Return the rows of a person without what can only be theirs, and with one id for all."""
    return {
        table: sorted(UUID.sub("id", repr(without_whose(table, row))) for row in rows)
        for table, rows in rows_of(someone).items()
    }


def without_whose(table: str, row: dict[str, Any]) -> dict[str, Any]:
    others = OTHERS.get(table, ())
    return {name: value for name, value in row.items() if name not in (*HERS, *others)}


def test_what_is_put_again_is_what_would_have_been_stored(
    ana: Someone, ben: Someone, cleo: Someone
) -> None:
    things = put_again(remember(ana, things_of), ben)
    assert things.keys() == things_of(cleo).keys()
    assert rows_without_whose(ben) == rows_without_whose(cleo)
    assert sum(map(len, rows_of(ben).values())) > 20
