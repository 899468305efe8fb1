"""How many of today's wins are in the list, folded, or in the log only."""

from tests.support.make import DAY, HOUR, NOON, win
from webapp.domain.capture.today import today_of

MONDAY = NOON + DAY


def today(person, now=NOON):
    """Return what a person sees."""
    return today_of(person.me, "Europe/Berlin", now)


def words(rows):
    """Return the words of the wins in a list."""
    return [row.fields.what for row in rows]


def test_the_list_has_the_newest_thirty_and_all_others_are_counted(ana):
    for first in (0, 60):
        ana.sends(*[win(f"{n}", at=NOON - n) for n in range(first, first + 60)])
    seen = today(ana)
    assert words(seen.wins) == [f"{n}" for n in range(30)]
    assert words(seen.earlier) == [f"{n}" for n in range(30, 100)]
    assert seen.more == 20


def test_while_the_question_is_open_the_list_is_no_longer_than_otherwise(ana):
    ana.sends(win("last week", at=NOON - 5 * DAY))
    ana.sends(*[win(f"{n}", at=MONDAY - n) for n in range(40)], now=MONDAY)
    ana.sends(win("this morning", at=MONDAY - 2 * HOUR), now=MONDAY)
    seen = today(ana, MONDAY)
    assert (len(seen.wins), len(seen.earlier), seen.more) == (30, 11, 0)
