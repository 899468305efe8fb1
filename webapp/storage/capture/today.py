"""The wins on the home screen, in one query."""

from datetime import UTC, date, datetime
from typing import Any

from peewee import SQL, fn

from webapp.rules.shared.ids import PersonId
from webapp.rules.shared.moments import DAY
from webapp.storage.capture.checkins import CheckIn
from webapp.storage.capture.wins import ROW_COLUMNS, Win
from webapp.storage.engine.compiled import Compiled, fixed, slot

NOUGHT = SQL("0")
MOST_OF_DAY = 100  # wins on the home screen; the log has the others
MOST_COUNTED = 2_000  # of a day
# Values of ROW_COLUMNS; how many wins the day has, or 0 if the win is of another day; whether it is
# since the check-in.
Row = tuple[Any, ...]
_last_moment = CheckIn.select(fn.MAX(CheckIn.happened)).where(CheckIn.person == slot("person"))
_is_since = Win.happened >= fn.COALESCE(_last_moment, NOUGHT)

# Of a win of another day only these columns are read; the others are null.
LIGHT = frozenset({"id", "happened", "what"})
_light = ", ".join(one.name if one.name in LIGHT else "NULL" for one in ROW_COLUMNS)
MOST_SINCE = 50

_wins_shown = Compiled(
    lambda: (
        Win.select(SQL("*")).from_(
            Win.select(*ROW_COLUMNS, _number_of_day().alias("of_day"), _is_since)
            .where(*_of_day(Win))
            .order_by(Win.happened.desc(), Win.id.desc())
            .limit(fixed(MOST_OF_DAY))
        )
        + Win.select(SQL(f"{_light}, 0, 1 = 1")).from_(
            Win.select(Win.id, Win.happened, Win.what)
            .where(Win.person == slot("person"), _is_since, Win.day != slot("day"))
            .order_by(Win.happened.desc(), Win.id.desc())
            .limit(fixed(MOST_SINCE))
        )
    )
)


def _of_day(win: Any) -> tuple[Any, ...]:
    return (
        win.person == slot("person"),
        win.happened >= slot("earliest"),
        win.happened < slot("latest"),
        win.day == slot("day"),
    )


def _number_of_day() -> Any:
    win = Win.alias()
    counted = win.select(SQL("1")).where(*_of_day(win)).limit(fixed(MOST_COUNTED))
    return Win.select(fn.COUNT(SQL("*"))).from_(counted.alias("counted"))


def wins_shown(person: PersonId, day: date) -> list[Row]:
    """Return the wins of the day, and those of other days since the last check-in, in any order.

    Of the day the newest MOST_OF_DAY; of other days the newest MOST_SINCE, with only their LIGHT
    columns.
    """
    midnight = round(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)
    return _wins_shown(
        person=person,
        earliest=midnight - DAY,  # no zone is a day away from UTC; these bounds use the index
        latest=midnight + 3 * DAY,
        day=day.isoformat(),
    )
