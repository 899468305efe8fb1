"""Checking in, and reading one's own check-ins. Nothing else reads ratings (R11)."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from webapp.domain.account.people import SignedIn
from webapp.domain.shared.stamps import counted_moment, stamps
from webapp.rules.capture.checkins import Deferral, Rating
from webapp.rules.capture.folds import fold_words
from webapp.rules.insights.usual import Usual, usual_range
from webapp.rules.insights.weeks import Answer
from webapp.rules.outbox.entries import Entry
from webapp.rules.shared.moments import BROUGHT_ALONG, Moment
from webapp.rules.shared.problems import NotFound
from webapp.storage.account.people import Person
from webapp.storage.capture.checkins import (
    CheckIn,
    answers_since,
    checkin_before,
    checkins_older_than,
    own_checkins,
)
from webapp.storage.capture.wins import wins_between

PAGE = 30
MOST_LINES = 8  # of evidence
MOST_WINS = 50  # that are looked at for it
LOOK_BACK = timedelta(weeks=53)  # in which twelve counted weeks are searched
MOST_ANSWERS = 1000


class Evidence(NamedTuple):
    """What was done. number: of wins, MOST_WINS where there may be more.

    lines: their words, newest first, each with how often: the same words are one line.
    """

    number: int
    lines: list[tuple[str, int]]


class CheckInRow(NamedTuple):
    """A check-in as lists show it. Times as in WinRow."""

    id: str
    rating: int
    note: str
    area: str
    happened: int
    offset: int
    zone: str
    wrong_clock: bool

    @property
    def local(self) -> datetime:
        """Date and time where it happened."""
        return Moment(self.happened, self.offset, self.zone).local()


def check_in(person: SignedIn, entries: list[tuple[Entry, Rating]], now: int) -> None:
    """Store the ratings of these entries, inside the transaction of their receipts."""
    if entries:
        CheckIn.insert_many(
            [
                {
                    **stamps(person, entry, now),
                    "rating": rating.value,
                    "scale_id": rating.scale_id,
                    "note": rating.note,
                    "area": rating.area,
                }
                for entry, rating in entries
            ]
        ).execute()


def defer(person: SignedIn, entries: list[tuple[Entry, Deferral]], now: int) -> None:
    """Hide the question for the day on which the person last said "Later"."""
    if entries:
        days = [counted_moment(entry.made, now).day(person.day_start) for entry, _ in entries]
        latest = max(days).isoformat()
        earlier = Person.deferred_on.is_null() | (Person.deferred_on < latest)
        Person.update(deferred_on=latest).where(Person.id == person.id, earlier).execute()


def checkin_of(person: SignedIn, checkin_id: str) -> CheckIn:
    """Return the person's own check-in with this id, or raise NotFound."""
    checkin: CheckIn | None = own_checkins(person.id).where(CheckIn.id == checkin_id).first()
    if checkin is None:
        raise NotFound
    return checkin


def checkin_row(checkin: CheckIn) -> CheckInRow:
    """Return the check-in as lists show it."""
    return CheckInRow._make([getattr(checkin, name) for name in CheckInRow._fields])


def evidence_of(person: SignedIn, checkin: CheckIn) -> Evidence:
    """Return the wins between the check-in before this one and this one."""
    wins = wins_between(person.id, checkin_before(person.id, checkin), checkin.happened)
    words = [win.what for win in wins.limit(MOST_WINS)]
    return Evidence(len(words), fold_words(words, MOST_LINES))


def checkins_page(
    person: SignedIn, after: tuple[int, str] | None = None
) -> tuple[list[CheckIn], bool]:
    """Return a page of the person's check-ins, newest first, and whether there are more.

    after: (happened, id) of the last one on the page before.
    """
    checkins = own_checkins(person.id)
    if after:
        checkins = checkins_older_than(checkins, *after)
    page: list[CheckIn] = list(checkins.limit(PAGE + 1))
    return page[:PAGE], len(page) > PAGE


def answers_of(person: SignedIn, today: date) -> list[tuple[Answer, str]]:
    """Return the person's answers of the last 53 weeks with their areas, newest day first.

    At most the last thousand. An answer without an area has "". One of a day that has not come
    here yet, given before a flight over the date line, is of today.
    """
    latest = (today + BROUGHT_ALONG).isoformat()
    rows = answers_since(person=person.id, since=(today - LOOK_BACK).isoformat(), most=MOST_ANSWERS)
    return [
        (Answer(min(date.fromisoformat(day), today), rating, scale_id), area)
        for day, rating, scale_id, area in rows
        if day <= latest
    ]


def usual_of(person: SignedIn, today: date) -> Usual | None:
    """Return between which ratings the person's answers usually lie, None while it is not known."""
    return usual_range([answer for answer, _ in answers_of(person, today)], today)
