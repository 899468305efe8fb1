"""What a person does regularly, how often, and when they last did (R43, R46)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from webapp.domain.account.acting import Acting
from webapp.rules.capture.fields import WinKind
from webapp.rules.insights.pitfalls import REVIEW, Rhythm
from webapp.rules.insights.wins import WinFacts
from webapp.rules.reviews.reviews import LEFT_OPEN, Due, ReviewSchedule, next_review
from webapp.rules.shared.schedule import Every, Schedule
from webapp.rules.shared.workdays import weekdays_in
from webapp.storage.insights.insights import rhythm_facts

WEEK = 5  # working days
EVERY = {WinKind.QUICK: 1, WinKind.MILESTONE: 5, WinKind.PROCESS: 21}  # working days, R46


@dataclass(frozen=True, slots=True)
class RhythmFacts:
    """Days of the first win, last check-in and last finished review; the review schedule."""

    first_win: date | None
    last_checkin: date | None
    last_review: date | None
    plan: ReviewSchedule

    def review_due(self, today: date) -> Due | None:
        """Return when the next review is due; None before the first win."""
        if self.first_win is None:
            return None
        return next_review(self.plan, self.last_review, self.first_win, today)


def rhythm_facts_of(acting: Acting, now: int) -> RhythmFacts:
    """Return these facts at `now` (ms); one query."""
    [(win, checkin, review, *plan)] = rhythm_facts(owner=acting.owner, left_open=now - LEFT_OPEN)
    held = ReviewSchedule(*plan) if plan[0] is not None else ReviewSchedule()
    return RhythmFacts(_date(win), _date(checkin), _date(review), held)


def rhythms_of(
    acting: Acting, facts: RhythmFacts, wins: Sequence[WinFacts], cadences: Mapping[str, Schedule]
) -> list[Rhythm]:
    """Return check-ins, reviews, and the kinds of win in `wins`, each with its last day.

    cadences: those that the person chose, by kind; a kind that they never log has no gap.
    """
    began = facts.first_win
    if began is None:
        return []
    found = list(_of_kinds(wins, cadences))
    if asked := weekdays_in(acting.checkin_days):
        every = ceil(WEEK / len(asked))
        found.append(Rhythm("check_in", every, facts.last_checkin or began))
    found.append(Rhythm(REVIEW, facts.plan.working_days, facts.last_review or began))
    return found


def _of_kinds(wins: Sequence[WinFacts], cadences: Mapping[str, Schedule]) -> Iterable[Rhythm]:
    for kind, usual in EVERY.items():
        own = [win.day for win in wins if win.kind == kind]
        if own:
            # The daily rhythm is that of any win: a larger one shows as well that the log is used.
            days = [win.day for win in wins] if kind is WinKind.QUICK else own
            every = _working_days(cadences[kind]) if kind in cadences else usual
            yield Rhythm(kind, every, max(days))


def _working_days(cadence: Schedule) -> int:
    """Return about how many working days lie between one time and the next."""
    if cadence.every is Every.MONTHLY:
        return EVERY[WinKind.PROCESS]
    as_it_comes = WEEK if cadence.every is Every.DAILY else 1
    return ceil(WEEK / min(len(weekdays_in(cadence.weekdays)) or as_it_comes, WEEK))


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
