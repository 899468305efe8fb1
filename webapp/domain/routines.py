"""What became a routine: found among today's wins, and told once (R8)."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from webapp.domain.people import SignedIn
from webapp.rules.ids import parse_id
from webapp.rules.patterns import ROUTINE_DAYS, ROUTINE_SPAN, routines
from webapp.rules.rows import WinRow
from webapp.storage.database import transaction
from webapp.storage.people import changed
from webapp.storage.routines import Routine
from webapp.storage.today import repeated

NAMES = uuid.UUID("1c1b6bd8-6c3b-4f0e-9c41-6f2a3f7d5e10")  # any that is used for nothing else


@dataclass(frozen=True, slots=True)
class NewRoutine:
    """A routine of which the person has not been told; days: on how many in four weeks."""

    id: str
    what: str
    days: int


def new_routines(
    person: SignedIn, day: date, told: Collection[str], unsaid: Collection[str]
) -> list[NewRoutine]:
    """What one of the wins of `day` made a routine, without those in `told` (ids).

    unsaid: words that the app put where the person gave none.
    """
    since = (day - ROUTINE_SPAN).isoformat()
    rows = repeated(person=person.id, since=since, day=day.isoformat(), days=ROUTINE_DAYS)
    wins = [
        WinRow(id=win_id, day=date.fromisoformat(when), what=what, preset=preset or None)
        for win_id, what, preset, when in rows
    ]
    found = [
        NewRoutine(str(uuid.uuid5(NAMES, routine.key)), routine.what, routine.days)
        for routine in routines(wins, day, unsaid=unsaid)
    ]
    return [routine for routine in found if routine.id not in told]


def note_told(person: SignedIn, routine_id: object, now: int) -> None:
    """The person has seen that this is a routine now; Invalid when it is no id. now: ms."""
    told = {"person": person.id, "id": parse_id("id", routine_id), "seen": now}
    with transaction():
        Routine.insert(told).on_conflict_ignore().execute()
        changed(person.id).execute()
