"""What the home screen reads: everything in as few queries as it can be, each from an index."""

from peewee import SQL, fn

from webapp.storage.absences import Absence
from webapp.storage.checkins import CheckIn
from webapp.storage.compiled import Compiled, slot
from webapp.storage.people import Person
from webapp.storage.routines import Routine
from webapp.storage.wins import ROW, Win

NOTHING, NOUGHT = SQL("''"), SQL("0")
_last_moment = CheckIn.select(fn.MAX(CheckIn.happened)).where(CheckIn.person == slot("person"))

# Rows of (what it is, text, text): one trip instead of four.
# "due": day of the first win and of the last check-in. "won": a day with a win.
# "away": first and last day of an absence. "told": the id of a routine that was shown.
day_facts = Compiled(
    lambda: (
        Person.select(
            SQL("'due'"),
            fn.COALESCE(
                Win.select(Win.day)
                .where(Win.person == slot("person"))
                .order_by(Win.happened)
                .limit(1),
                NOTHING,
            ),
            fn.COALESCE(
                CheckIn.select(CheckIn.day)
                .where(CheckIn.person == slot("person"))
                .order_by(CheckIn.happened.desc())
                .limit(1),
                NOTHING,
            ),
        ).where(Person.id == slot("person"))
        + Win.select(SQL("'won'"), Win.day, NOTHING)
        .where(Win.person == slot("person"), Win.day >= slot("since"), Win.day <= slot("day"))
        .distinct()
        + Absence.select(SQL("'away'"), Absence.first, Absence.last).where(
            Absence.person == slot("person"), Absence.last >= slot("since")
        )
        + Routine.select(SQL("'told'"), Routine.id, NOTHING).where(Routine.person == slot("person"))
    )
)

# Rows of ROW and 1 when the win is of today, 0 when it is evidence since the last check-in.
wins_shown = Compiled(
    lambda: (
        Win.select(*ROW, SQL("1")).where(
            Win.person == slot("person"),
            Win.happened >= slot("earliest"),
            Win.happened < slot("latest"),
            Win.day == slot("day"),
        )
        + Win.select(SQL("*")).from_(
            Win.select(*ROW, SQL("0 AS today"))
            .where(Win.person == slot("person"), Win.happened >= fn.COALESCE(_last_moment, NOUGHT))
            .order_by(Win.happened.desc(), Win.id.desc())
            .limit(8)
        )
    )
)

_Today, _Often = Win.alias(), Win.alias()

# The wins after `since` that say what one of today's says, where that stands on `days` days: what
# may have become routine. The engine does the counting, since on most days there is nothing.
repeated = Compiled(
    lambda: Win.select(Win.id, Win.what, Win.preset, Win.day).where(
        Win.person == slot("person"),
        Win.day > slot("since"),
        Win.day <= slot("day"),
        Win.what.in_(
            _Often.select(_Often.what)
            .where(
                _Often.person == slot("person"),
                _Often.day > slot("since"),
                _Often.day <= slot("day"),
                _Often.what.in_(
                    _Today.select(_Today.what).where(
                        _Today.person == slot("person"), _Today.day == slot("day")
                    )
                ),
            )
            .group_by(_Often.what)
            .having(fn.COUNT(_Often.day.distinct()) >= slot("days"))
        ),
    )
)
