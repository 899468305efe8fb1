"""Buckets of limits, shared by all processes and kept over restarts."""

from peewee import BigIntegerField, Case, CharField, Field, ModelDelete, Node

from webapp.rules.shared.limits import Limit
from webapp.storage.engine.compiled import Compiled, slot
from webapp.storage.engine.database import Stored


class Bucket(Stored):
    """One that something was taken from. One that is full needs no row.

    key: a keyed hash of what it counts, so that no address of anybody is written down here;
    full_at: ms at which it is full again.
    """

    key = CharField(max_length=64, primary_key=True)
    full_at = BigIntegerField(index=True)


def poured(full_at: Field) -> Node:
    """`full_at` once something was taken; slots: `now`, `latest` and `cost`.

    A moment past `latest` was written by a clock that was wrong: it counts as full, or a bucket
    would stay shut until then.
    """
    kept = Case(None, [(full_at.between(slot("now"), slot("latest")), full_at)], slot("now"))
    return kept + slot("cost")


_draw = Compiled(
    lambda: (
        Bucket.insert(key=slot("key"), full_at=slot("fresh"))
        .on_conflict(conflict_target=[Bucket.key], update={Bucket.full_at: poured(Bucket.full_at)})
        .returning(Bucket.full_at)
    )
)


def draw(key: str, limit: Limit, now: int) -> int:
    """Take one from the bucket `key`, also when it holds none, and say when it is full then."""
    cost = limit.cost()
    rows = _draw(key=key, fresh=now + cost, now=now, latest=limit.latest(now), cost=cost)
    return int(rows[0][0])


def full_buckets(now: int) -> ModelDelete:
    """Deletes the buckets that are full again."""
    return Bucket.delete().where(Bucket.full_at <= now)
