"""What became a routine: found among today's wins, and told once (R8)."""

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

ROUTINES = uuid.UUID("1c1b6bd8-6c3b-4f0e-9c41-6f2a3f7d5e10")  # any that is used for nothing else


@dataclass(frozen=True, slots=True)
class UnseenRoutine:
    """A routine of which the person has not been told; days: on how many in four weeks."""

    id: str
    what: str
    days: int


def new_routines(
    wins: Iterable[WinFacts], day: date, told: Collection[str], unsaid: Collection[str]
) -> list[UnseenRoutine]:
    """What `wins` of the four weeks up to `day` made a routine, without those in `told` (ids).

    unsaid: words that the app put where the person gave none.
    """
    found = [
        UnseenRoutine(str(uuid.uuid5(ROUTINES, routine.key)), routine.what, routine.days)
        for routine in routines(wins, day, unsaid=unsaid)
    ]
    return [routine for routine in found if routine.id not in told]


def mark_seen(person: SignedIn, routine_id: object, now: int) -> None:
    """The person has seen that this is a routine now; Invalid when it is no id. now: ms."""
    told = {"person": person.id, "id": parse_id("id", routine_id), "seen": now}
    with changing(person):
        Routine.insert(told).on_conflict_ignore().execute()
