"""What the home screen reads: everything in as few queries as it can be, each from an index."""

from peewee import SQL, ModelSelect, fn

from webapp.storage.account.absences import Absence
from webapp.storage.account.people import Person
from webapp.storage.capture.checkins import CheckIn
from webapp.storage.capture.routines import Routine
from webapp.storage.capture.wins import ROW_COLUMNS, Win
from webapp.storage.engine.compiled import Compiled, fixed, slot

NOTHING, NOUGHT = SQL("''"), SQL("0")
_Today, _Often = Win.alias(), Win.alias()
_last_moment = CheckIn.select(fn.MAX(CheckIn.happened)).where(CheckIn.person == slot("person"))


def _first_day() -> "ModelSelect[Win]":
    own = Win.select(Win.day).where(Win.person == slot("person"))
    return own.order_by(Win.happened).limit(fixed(1))


def _last_day() -> "ModelSelect[CheckIn]":
    own = CheckIn.select(CheckIn.day).where(CheckIn.person == slot("person"))
    return own.order_by(CheckIn.happened.desc()).limit(fixed(1))


def _often() -> "ModelSelect[Win]":
    # What one of today's wins says, where that stands on `days` days: the engine counts, since on
    # most days there is nothing.
    todays = _Today.select(_Today.what).where(
        _Today.person == slot("person"), _Today.day == slot("day")
    )
    repeated = _Often.select(_Often.what).where(
        _Often.person == slot("person"),
        _Often.day > slot("weeks"),
        _Often.day <= slot("day"),
        _Often.what.in_(todays),
    )
    return repeated.group_by(_Often.what).having(fn.COUNT(_Often.day.distinct()) >= slot("days"))


# Rows of (what it is, and four texts): one trip instead of five.
# "due": day of the first win and of the last check-in. "won": a day with a win since `since`.
# "away": first and last day of an absence. "told": the id of a routine that was shown.
# "again": id, words, preset and day of a win after `weeks` that may have become routine.
day_facts = Compiled(
    lambda: (
        Person.select(
            SQL("'due'"),
            fn.COALESCE(_first_day(), NOTHING),
            fn.COALESCE(_last_day(), NOTHING),
            NOTHING,
            NOTHING,
        ).where(Person.id == slot("person"))
        + Win.select(SQL("'won'"), Win.day, NOTHING, NOTHING, NOTHING)
        .where(Win.person == slot("person"), Win.day >= slot("since"), Win.day <= slot("day"))
        .distinct()
        + Absence.select(SQL("'away'"), Absence.first, Absence.last, NOTHING, NOTHING).where(
            Absence.person == slot("person"), Absence.last >= slot("since")
        )
        + Routine.select(SQL("'told'"), Routine.id, NOTHING, NOTHING, NOTHING).where(
            Routine.person == slot("person")
        )
        + Win.select(SQL("'again'"), Win.id, Win.what, Win.preset, Win.day).where(
            Win.person == slot("person"),
            Win.day > slot("weeks"),
            Win.day <= slot("day"),
            Win.what.in_(_often()),
        )
    )
)

# Rows of ROW_COLUMNS and 1 when the win is of today, 0 when it is evidence since the last check-in.
wins_shown = Compiled(
    lambda: (
        Win.select(*ROW_COLUMNS, SQL("1")).where(
            Win.person == slot("person"),
            Win.happened >= slot("earliest"),
            Win.happened < slot("latest"),
            Win.day == slot("day"),
        )
        + Win.select(SQL("*")).from_(
            Win.select(*ROW_COLUMNS, SQL("0 AS today"))
            .where(Win.person == slot("person"), Win.happened >= fn.COALESCE(_last_moment, NOUGHT))
            .order_by(Win.happened.desc(), Win.id.desc())
            .limit(fixed(8))
        )
    )
)
