"""Buckets of rate limits, shared by all processes and kept over restarts."""

from peewee import BigIntegerField, Case, CharField, Field, Node

from webapp.rules.shared.rate_limits import Limit
from webapp.storage.engine.compiled import Compiled, slot
from webapp.storage.engine.database import Stored


class Bucket(Stored):
    """A bucket that something was taken from; a full one needs no row.

    key: a keyed hash of what it counts, so that no address is stored. full_at: ms at which it is
    full again.
    """

    key = CharField(max_length=64, primary_key=True)
    full_at = BigIntegerField(index=True)


def full_after_taking(full_at: Field) -> Node:
    """Return the expression for `full_at` after something was taken.

    Slots: `now`, `latest` and `cost`. A moment after `latest` was written by a wrong clock and
    counts as full; otherwise the bucket would stay empty until then.
    """
    stored = Case(None, [(full_at.between(slot("now"), slot("latest")), full_at)], slot("now"))
    return stored + slot("cost")


_take = Compiled(
    lambda: (
        Bucket.insert(key=slot("key"), full_at=slot("fresh"))
        .on_conflict(
            conflict_target=[Bucket.key],
            update={Bucket.full_at: full_after_taking(Bucket.full_at)},
        )
        .returning(Bucket.full_at)
    )
)


def take(key: str, limit: Limit, now: int) -> int:
    """Take one from the bucket `key`, even if it is empty; return when it will be full, in ms."""
    cost = limit.cost()
    rows = _take(key=key, fresh=now + cost, now=now, latest=limit.latest(now), cost=cost)
    return int(rows[0][0])


def delete_full_buckets(now: int) -> None:
    """Delete the buckets that are full again at `now` (ms)."""
    Bucket.delete().where(Bucket.full_at <= now).execute()
