"""Prompts in the hands of a worker: claiming those that are due, and what becomes of them.

A worker has a row as long as its lease lasts. `tries` counts how often one was claimed, so a worker
whose lease ran out changes nothing of a row that another one has claimed since.
"""

from typing import Any

from peewee import SQL, Expression, PostgresqlDatabase, fn

from webapp.rules.reminders.kinds import State
from webapp.rules.shared.moments import MINUTE
from webapp.storage.engine.database import database
from webapp.storage.reminders.prompts import Prompt

FARTHEST = 60 * MINUTE  # ms; a lease that lasts longer was given before the clock was put back
# A constant, so that SQLite sees that the index of those that wait has the row.
WAITING = Prompt.state == SQL(f"'{State.WAITING}'")
KEY = (Prompt.person, Prompt.what, Prompt.day, Prompt.number)


def claim_due(now: int, lease: int, most: int) -> list[Prompt]:
    """Give up to `most` prompts that are due at `now` a lease, and return them; all in ms.

    Inside a transaction. On PostgreSQL workers pass over what another one is claiming.
    """
    free = Prompt.select(*KEY).where(WAITING, Prompt.due <= now, _is_free(now))
    free = free.order_by(Prompt.due, Prompt.person).limit(most)
    if isinstance(database.obj, PostgresqlDatabase):
        free = free.for_update(skip_locked=True)
    picked = free.cte("picked")
    same = [key == getattr(picked.c, key.column_name) for key in KEY]
    claimed = Prompt.update(lease=lease, tries=Prompt.tries + 1).from_(picked).where(*same)
    return list(claimed.with_cte(picked).returning(Prompt))


def next_free(now: int, within: int) -> int | None:
    """Return when the first lease ends of those on prompts that are due at `now`; all in ms.

    None if there is no lease, or none that ends by `within`. It may have ended already.
    """
    held = (WAITING, Prompt.due <= now, Prompt.lease <= within)
    first: int | None = Prompt.select(fn.MIN(Prompt.lease)).where(*held).scalar()
    return first


def renew_lease(prompt: Prompt, lease: int) -> bool:
    """Let a worker have a prompt until `lease` (ms); False if it does not have it any more."""
    return _change_own(prompt, lease=lease)


def release(prompt: Prompt, again: int | None) -> bool:
    """Give a prompt back, to be tried again from `again` (ms) on, None for at once."""
    return _change_own(prompt, lease=again)


def release_untried(prompt: Prompt) -> bool:
    """Give a prompt back as it was before it was claimed."""
    return _change_own(prompt, lease=None, tries=Prompt.tries - 1)


def skip_claimed(prompt: Prompt, reason: str) -> bool:
    """Store why a prompt that a worker has is not sent."""
    return _change_own(prompt, state=State.SKIPPED, reason=reason, lease=None)


def mark_sent(prompt: Prompt, at: int) -> bool:
    """Store that a prompt was sent at `at` (ms), even if another worker has it by now."""
    sent = Prompt.update(state=State.SENT, reason="", sent=at, lease=None)
    return bool(sent.where(*_this(prompt), WAITING).execute())


def _is_free(now: int) -> Expression:
    free: Expression = Prompt.lease.is_null() | ~Prompt.lease.between(now + 1, now + FARTHEST)
    return free


def _change_own(prompt: Prompt, **columns: object) -> bool:
    its = (*_this(prompt), WAITING, Prompt.tries == prompt.tries)
    return bool(Prompt.update(columns).where(*its).execute())


def _this(prompt: Prompt) -> tuple[Any, ...]:
    return (
        Prompt.person == prompt.person_id,
        Prompt.what == prompt.what,
        Prompt.day == prompt.day,
        Prompt.number == prompt.number,
    )
