"""Routines: found among today's wins, and shown once (R8)."""

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from webapp.domain.account.people import SignedIn
from webapp.domain.shared.changing import changing
from webapp.rules.insights.patterns import routines
from webapp.rules.insights.wins import WinFacts
from webapp.rules.shared.ids import parse_id
from webapp.storage.capture.routines import Routine

MOST_SEEN = 500  # of one person
ROUTINES = uuid.UUID("1c1b6bd8-6c3b-4f0e-9c41-6f2a3f7d5e10")  # random, used for nothing else


@dataclass(frozen=True, slots=True)
class UnseenRoutine:
    """A routine that the person was not shown yet. days: on how many of 28."""

    id: str
    what: str
    days: int


def new_routines(
    wins: Iterable[WinFacts], day: date, seen: Collection[str], unsaid: Collection[str]
) -> list[UnseenRoutine]:
    """Return the routines among `wins`, those of the four weeks up to `day`.

    seen: ids of routines that the person has seen, which are left out. unsaid: words that the app
    filled in where the person gave none.
    """
    found = [
        UnseenRoutine(str(uuid.uuid5(ROUTINES, routine.key)), routine.what, routine.days)
        for routine in routines(wins, day, unsaid=unsaid)
    ]
    return [routine for routine in found if routine.id not in seen]


def mark_seen(person: SignedIn, routine_id: object, now: int) -> None:
    """Store that the person has seen this routine, or raise Invalid. now: ms."""
    row = {"person": person.id, "id": parse_id("id", routine_id), "seen": now}
    with changing(person):
        if Routine.select().where(Routine.person == person.id).count() >= MOST_SEEN:
            return  # it is shown again: Today reads them all
        Routine.insert(row).on_conflict_ignore().execute()
