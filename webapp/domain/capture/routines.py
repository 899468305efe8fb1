"""Routines: found among today's wins, and shown once (R8)."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from webapp.domain.account.people import SignedIn
from webapp.domain.capture.presets import add_preset, own_presets
from webapp.domain.shared.changing import changing
from webapp.rules.capture.presets import NewPreset
from webapp.rules.insights.patterns import NewRoutine, routines, routines_with_one_more
from webapp.rules.insights.wins import WinFacts
from webapp.rules.shared.ids import parse_id
from webapp.storage.capture.routines import Routine

MOST_SEEN = 500  # of one person
ROUTINES = uuid.UUID("1c1b6bd8-6c3b-4f0e-9c41-6f2a3f7d5e10")  # random, used for nothing else


@dataclass(frozen=True, slots=True)
class UnseenRoutine:
    """A routine that the person was not shown yet.

    days: on how many of 28. kind: of its latest win. preset: the id of its preset, or "".
    """

    id: str
    what: str
    days: int
    kind: str
    preset: str


def new_routines(
    wins: Collection[WinFacts], day: date, seen: Collection[str], unsaid: Collection[str]
) -> list[UnseenRoutine]:
    """Return the routines among `wins`, those of the four weeks up to `day`.

    seen: ids of routines that the person has seen, which are left out. unsaid: words that the app
    filled in where the person gave none.
    """
    found = [_unseen(routine) for routine in routines(wins, day, unsaid=unsaid)]
    return [routine for routine in found if routine.id not in seen]


def near_routines(
    wins: Collection[WinFacts], seen: Collection[str], unsaid: Collection[str]
) -> list[UnseenRoutine]:
    """Return what becomes a routine with one more win today; `wins`: one of each."""
    found = [_unseen(routine) for routine in routines_with_one_more(wins, unsaid)]
    return [routine for routine in found if routine.id not in seen]


def make_button(person: SignedIn, routine_id: object, preset: NewPreset, now: int) -> str:
    """Make a preset of a routine, which the person has seen then; return its id. now: ms.

    A second time it is the same preset.
    """
    with changing(person):
        same = [own.id for own in own_presets(person) if own.what == preset.what]
        mark_seen(person, routine_id, now)
        return same[0] if same else add_preset(person, preset)


def mark_seen(person: SignedIn, routine_id: object, now: int) -> None:
    """Store that the person has seen this routine, or raise Invalid. now: ms."""
    row = {"person": person.id, "id": parse_id("id", routine_id), "seen": now}
    with changing(person):
        if Routine.select().where(Routine.person == person.id).count() >= MOST_SEEN:
            return  # it is shown again: Today reads them all
        Routine.insert(row).on_conflict_ignore().execute()


def _unseen(routine: NewRoutine) -> UnseenRoutine:
    routine_id = str(uuid.uuid5(ROUTINES, routine.key))
    return UnseenRoutine(routine_id, routine.what, routine.days, routine.kind, routine.preset or "")
