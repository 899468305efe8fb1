"""Prompts: what was to be sent to whom and when, and what became of it (R47).

The key says what "once" means: a person, what it is about, their local day, and whether it is the
prompt (1) or its follow-up (2). No care in the code above is needed for that.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from peewee import (
    BigIntegerField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    ModelSelect,
    SmallIntegerField,
    fn,
)

from webapp.rules.reminders.kinds import Reason, State
from webapp.rules.shared.ids import PersonId
from webapp.storage.account.people import Person
from webapp.storage.engine.database import Stored


class Prompt(Stored):
    """One prompt of one local day, whether it was sent or not.

    what: rules/reminders/kinds.py. day: ISO. due, until: ms from and to which it may be sent.
    state: State; reason: why it was skipped, else "". lease: ms until which a worker has it, or
    before which it is not tried again. tries: how often it was tried. sent: ms.
    """

    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    person_id: PersonId
    what = CharField(max_length=60)
    day = CharField(max_length=10)
    number = SmallIntegerField()
    due = BigIntegerField()
    until = BigIntegerField()
    state = CharField(max_length=8)
    reason = CharField(max_length=12)
    lease = BigIntegerField(null=True)
    tries = SmallIntegerField()
    sent = BigIntegerField(null=True)

    class Meta:
        primary_key = CompositeKey("person", "what", "day", "number")
        indexes = ((("person", "day"), False),)


# The only reader over all people is the job, which looks for what is due.
Prompt.add_index(
    Prompt.due, Prompt.person, where=Prompt.state == State.WAITING, name="prompt_waiting"
)


def prompts_since(person: PersonId, day: str, most: int) -> "ModelSelect[Prompt]":
    """Return a person's prompts of the days from `day` (ISO) on, oldest first."""
    return (
        Prompt.select()
        .where(Prompt.person == person, Prompt.day >= day)
        .order_by(Prompt.day, Prompt.due, Prompt.what, Prompt.number)
        .limit(most)
    )


def one_prompt(person: PersonId, what: str, day: str, number: int) -> Prompt | None:
    """Return the prompt with this key, None if there is none."""
    found: Prompt | None = Prompt.get_or_none(*_this(person, what, day, number))
    return found


def count_together(prompt: Prompt) -> int:
    """Return how many others are in the message of a prompt, being due within the hour."""
    with_it = (Prompt.state == State.SKIPPED.value, Prompt.reason == Reason.TOGETHER.value)
    same = (Prompt.day == prompt.day, Prompt.due == prompt.due)
    person = prompt.person_id
    found = Prompt.select().where(Prompt.person == person, *same, *with_it)
    return int(found.count())


def count_of(person: PersonId, what: str, day: str) -> tuple[int, int]:
    """Return how many prompts about `what` a day has, and when (ms) the newest is due, else 0."""
    its = (Prompt.person == person, Prompt.what == what, Prompt.day == day)
    found: Any = Prompt.select(fn.COUNT(Prompt.number), fn.COALESCE(fn.MAX(Prompt.due), 0))
    [(number, newest)] = found.where(*its).tuples()
    return number, newest


def add_prompts(rows: Sequence[dict[str, Any]]) -> None:
    """Store new prompts (columns of Prompt); one whose key there is already stays as it is."""
    if rows:
        new: Iterable[dict[str, Any]] = [{"reason": "", "tries": 0, **row} for row in rows]
        Prompt.insert_many(new).on_conflict_ignore().execute()


def change_prompt(
    person: PersonId,
    what: str,
    day: str,
    number: int,
    free_at: int | None = None,
    **columns: object,
) -> bool:
    """Set these columns of a prompt that was not sent; returns False if it was, or is not there.

    free_at: only if no worker has it at this moment (ms).
    """
    its = [*_this(person, what, day, number), Prompt.state != State.SENT.value]
    if free_at is not None:
        its.append(Prompt.lease.is_null() | (Prompt.lease <= free_at))
    return bool(Prompt.update(columns).where(*its).execute())


def skip_prompt(person: PersonId, what: str, day: str, number: int, reason: Reason) -> bool:
    """Store why a prompt is not sent; returns False if it was sent, or is not there."""
    given: dict[str, Any] = {"state": State.SKIPPED.value, "reason": reason.value}
    return change_prompt(person, what, day, number, **given, lease=None)


def _this(person: PersonId, what: str, day: str, number: int) -> tuple[Any, ...]:
    return (
        Prompt.person == person,
        Prompt.what == what,
        Prompt.day == day,
        Prompt.number == number,
    )
