"""Adjustments: what the log suggests to change, shown rarely, answered by the person (R42)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from webapp.domain.account.acting import Acting
from webapp.domain.recognition.proportions import words_given
from webapp.domain.shared.changing import changing
from webapp.rules.insights.adjustments import (
    Note,
    NotRising,
    OneArea,
    Perfunctory,
    Rule,
    not_rising,
    one_area,
    perfunctory,
)
from webapp.rules.insights.showings import (
    COOL_DOWN,
    DISMISSED,
    DONE,
    Showing,
    current_showing,
    may_show,
)
from webapp.rules.insights.team_adjustments import NoHigherBand, PerfunctoryInTeam
from webapp.rules.insights.trends import Trend
from webapp.rules.insights.wins import WinFacts
from webapp.rules.shared.problems import N_, Invalid, NotFound, Problem
from webapp.storage.capture.wins import Win
from webapp.storage.engine.database import transaction
from webapp.storage.goals.goals import Goal
from webapp.storage.insights.adjustments import Adjustment, one_showing, showings_of

SNOOZE = 2 * COOL_DOWN
MOST_ROWS, MOST_TEXTS = 50, 5000  # of all showings: what is not found here was deleted
FoundAdjustment = NotRising | OneArea | Perfunctory | NoHigherBand | PerfunctoryInTeam


class Reply(StrEnum):
    """What a person answers; AGAIN undoes a dismissal."""

    SNOOZED = "snoozed"
    DISMISSED = DISMISSED
    DONE = DONE
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class ShownAdjustment:
    """An adjustment on the screen: what was found, and since which day it is shown."""

    found: FoundAdjustment
    first: date


@dataclass(frozen=True, slots=True)
class Past:
    """One showing in the history. rows: ids of what triggered it; state as in storage."""

    rule: str
    first: date
    rows: tuple[str, ...]
    state: str
    answered: int | None
    until: date | None


def find(
    trend: Trend,
    wins: Sequence[WinFacts],
    missed: Iterable[tuple[str, date]],
    areas: Sequence[str],
    notes: Sequence[Note],
    today: date,
) -> list[FoundAdjustment]:
    """Return what the three rules find; notes: the thanks that the person gave."""
    found = (
        not_rising(trend, wins, missed, today),
        one_area(wins, areas, today),
        perfunctory(notes, today),
    )
    return [one for one in found if one is not None]


def show(
    acting: Acting,
    found: Iterable[FoundAdjustment],
    before: Sequence[Showing],
    today: date,
    now: int,
) -> tuple[list[ShownAdjustment], bool]:
    """Return which of `found` is on the screen today, and whether any is or was ever shown.

    before: what was shown so far. A new showing is stored (ms `now`). One at a time: the next
    begins when this one is answered or over. A showing is stored once for each rule and day,
    however often the page is drawn: the four weeks begin with the display itself, with or without
    scripts.
    """
    rules = list(found)
    for one in rules:
        if going_on := current_showing(one.rule, before, today):
            return [ShownAdjustment(one, going_on.first)], True
    for one in rules:
        if may_show(one.rule, before, today):
            _record(acting, one, today, now)
            return [ShownAdjustment(one, today)], True
    return [], bool(before)


def reply(acting: Acting, rule: str, first: str, given: str, today: date, now: int) -> None:
    """Store the answer to the showing of `rule` that began on `first` (ISO); NotFound, Invalid."""
    if given not in list(Reply):
        raise Invalid(Problem("reply", N_("Choose one of the buttons.")))
    row: Adjustment | None = one_showing(acting.owner, rule, first).first()
    if row is None:
        raise NotFound
    until = (today + SNOOZE).isoformat() if given == Reply.SNOOZED else None
    # An undone dismissal is stored as a snooze that has ended: the four weeks still count.
    state = Reply.SNOOZED if given == Reply.AGAIN else given
    until = today.isoformat() if given == Reply.AGAIN else until
    with changing(acting):
        own = (Adjustment.person == acting.owner, Adjustment.rule == rule)
        changed = Adjustment.update(state=state, answered=now, until=until)
        changed.where(*own, Adjustment.first == first).execute()


def history_of(acting: Acting) -> list[Past]:
    """Return everything that was shown, newest first."""
    return [
        Past(
            row.rule,
            date.fromisoformat(row.first),
            tuple(row.rows.split()),
            row.state,
            row.answered,
            date.fromisoformat(row.until) if row.until else None,
        )
        for row in showings_of(acting.owner)
    ]


def texts_of(acting: Acting, past: Sequence[Past]) -> dict[str, tuple[str, str]]:
    """Return ("wins", "goals" or "thanks", words) by id of what triggered those showings.

    Deleted wins and goals are left out, and thanks that were taken back.
    """
    ids = list(dict.fromkeys(row for one in past for row in one.rows))[:MOST_TEXTS]
    wins = Win.select(Win.id, Win.what).where(Win.person == acting.owner, Win.id.in_(ids))
    goals = Goal.select(Goal.id, Goal.statement).where(Goal.owner == acting.owner, Goal.id.in_(ids))
    found = {win.id: ("wins", win.what) for win in wins}
    found |= {goal.id: ("goals", goal.statement) for goal in goals}
    if not any(one.rule == Rule.PERFUNCTORY for one in past):
        return found
    return found | {note: ("thanks", said) for note, said in words_given(acting.owner, ids).items()}


def rows_of(found: FoundAdjustment) -> tuple[str, ...]:
    """Return the ids of the wins, goals and thanks that triggered an adjustment.

    Of a team none but its own goals: wins on its board and thanks have people's names on them.
    """
    if isinstance(found, PerfunctoryInTeam):
        return ()
    if isinstance(found, NoHigherBand):
        return found.missed
    if isinstance(found, OneArea):
        return found.wins
    if isinstance(found, Perfunctory):
        return tuple(note for note, _ in found.notes)
    return (*found.unlinked, *found.missed)


def _record(acting: Acting, found: FoundAdjustment, today: date, now: int) -> None:
    with transaction():
        Adjustment.insert(
            person=acting.owner,
            rule=str(found.rule),
            first=today.isoformat(),
            shown=now,
            rows=" ".join(rows_of(found)[:MOST_ROWS]),
            state="shown",
        ).on_conflict_ignore().execute()
