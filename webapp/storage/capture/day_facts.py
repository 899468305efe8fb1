"""What the home screen shows besides wins, in one query."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from peewee import SQL, ModelSelect, fn

from webapp.rules.insights.wins import WinFacts
from webapp.rules.shared.calendars import Pause
from webapp.rules.shared.ids import PersonId
from webapp.storage.account.absences import Absence
from webapp.storage.account.people import Person
from webapp.storage.capture.checkins import CheckIn
from webapp.storage.capture.routines import Routine
from webapp.storage.capture.wins import Win
from webapp.storage.engine.compiled import Compiled, fixed, slot
from webapp.storage.engine.database import Stored

NOTHING = SQL("''")
# Wins of some weeks, the newest, in which repeated ones are looked for: each costs Today 1.4 µs. A
# routine takes five days, so that nobody with less than a hundred wins a day misses one.
MOST_RECENT = 500
_date = date.fromisoformat


@dataclass(frozen=True, slots=True)
class DayFacts:
    """What the home screen shows besides wins.

    first_win, last_checkin: their days, None without one. won: days with a win. seen_routines: ids
    of routines that the person was shown. repeated: wins that may have become a routine. near: one
    win of each that would become one with a win today.
    """

    first_win: date | None
    last_checkin: date | None
    won: frozenset[date]
    pauses: tuple[Pause, ...]
    seen_routines: frozenset[str]
    repeated: tuple[WinFacts, ...]
    near: tuple[WinFacts, ...]


def day_facts(person: PersonId, day: date, since: date, weeks: date, days: int) -> DayFacts:
    """Return the facts of a person's `day`, in one query.

    since: the first day of `won` and `pauses`. repeated: wins after the day `weeks` with the same
    words and preset as one of the day's wins, if these occur on at least `days` days; near: on one
    day less, and not on this one.
    """
    on = {"day": day.isoformat(), "since": since.isoformat(), "weeks": weeks.isoformat()}
    rows = _day_facts(person=person, days=days, one_less=days - 1, **on)
    by_kind: defaultdict[str, list[_Fact]] = defaultdict(list)
    for row in rows:
        by_kind[row[0]].append(_Fact._make(row))
    return _gathered(by_kind)


def _gathered(by_kind: "defaultdict[str, list[_Fact]]") -> DayFacts:
    [due] = by_kind["due"]
    return DayFacts(
        first_win=_date(due.day) if due.day else None,
        last_checkin=_date(due.last_day) if due.last_day else None,
        won=frozenset(_date(fact.day) for fact in by_kind["won"]),
        pauses=tuple(Pause(_date(fact.day), _date(fact.last_day)) for fact in by_kind["away"]),
        seen_routines=frozenset(fact.id for fact in by_kind["routine"]),
        repeated=tuple(map(_win, by_kind["repeated"])),
        near=tuple(map(_win, by_kind["near"])),
    )


def _win(fact: "_Fact") -> WinFacts:
    day, preset = _date(fact.day), fact.preset or None
    return WinFacts(id=fact.id, day=day, what=fact.what, kind=fact.last_day, preset=preset)


class _Fact(NamedTuple):
    """A row of the union that day_facts reads; columns that its kind does not use are "".

    last_day: of a win its kind.
    """

    kind: str
    id: str
    day: str
    last_day: str
    what: str
    preset: str


def _query() -> Any:
    # One query instead of six; the wins of the last weeks are read once.
    recent = _recent().cte("recent")
    often = _often(recent).cte("often")
    facts = (
        _select(
            Person,
            "due",
            day=fn.COALESCE(_first_day(), NOTHING),  # of the first win
            last_day=fn.COALESCE(_last_day(), NOTHING),  # of the last check-in
        ).where(Person.id == slot("person"))
        + _select(Win, "won", day=Win.day)
        .where(Win.person == slot("person"), Win.day >= slot("since"), Win.day <= slot("day"))
        .distinct()
        + _select(Absence, "away", day=Absence.first, last_day=Absence.last).where(
            Absence.person == slot("person"), Absence.last >= slot("since")
        )
        + _select(Routine, "routine", id=Routine.id).where(Routine.person == slot("person"))
        + _repeated(recent, often)
        + _near(often)
    )
    return facts.with_cte(recent, often)


_day_facts = Compiled(_query)


def _select(model: type[Stored], kind: str, **columns: Any) -> Any:
    """Return a part of the union: rows of `kind` with these columns of _Fact."""
    values = [columns.get(name, NOTHING) for name in _Fact._fields[1:]]
    return model.select(SQL(f"'{kind}'"), *values)


def _first_day() -> "ModelSelect[Win]":
    own = Win.select(Win.day).where(Win.person == slot("person"))
    return own.order_by(Win.happened).limit(fixed(1))


def _last_day() -> "ModelSelect[CheckIn]":
    own = CheckIn.select(CheckIn.day).where(CheckIn.person == slot("person"))
    return own.order_by(CheckIn.happened.desc()).limit(fixed(1))


def _recent() -> Any:
    # In the order of the index on days, so that no more rows are read than may be.
    return (
        Win.select(Win.id, Win.day, Win.kind, Win.what, Win.preset)
        .where(Win.person == slot("person"), Win.day > slot("weeks"), Win.day <= slot("day"))
        .order_by(Win.day.desc())
        .limit(fixed(MOST_RECENT))
    )


def _often(recent: Any) -> Any:
    # What was said, or tapped, on as many days as make a routine, or on one day less.
    said = (recent.c.what, recent.c.preset)
    days, latest = fn.COUNT(recent.c.day.distinct()), fn.MAX(recent.c.day)
    return (
        Win.select(*said, days.alias("days"), latest.alias("latest"))
        .from_(recent)
        .group_by(*said)
        .having(days >= slot("one_less"))
    )


def _repeated(recent: Any, often: Any) -> Any:
    columns = (recent.c.id, recent.c.day, recent.c.kind, recent.c.what, recent.c.preset)
    return (
        Win.select(SQL("'repeated'"), *columns)
        .from_(often, recent)
        .where(
            often.c.days >= slot("days"),
            often.c.latest == slot("day"),
            recent.c.what == often.c.what,
            recent.c.preset == often.c.preset,
        )
    )


def _near(often: Any) -> Any:
    return (
        Win.select(SQL("'near'"), NOTHING, often.c.latest, NOTHING, often.c.what, often.c.preset)
        .from_(often)
        .where(often.c.days == slot("one_less"), often.c.latest < slot("day"))
    )
