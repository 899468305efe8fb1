"""The heatmap of the last weeks: its days, and the level of each (R44)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter

WEEKS = 12
WEEK = 7
LEVELS = (1, 2, 4, 7)  # wins in a day at which the next level begins
_date = attrgetter("date")


@dataclass(frozen=True, slots=True)
class HeatmapDay:
    """One day of the heatmap; level: 0 (no win) to 4; ahead: it is in the future."""

    date: date
    wins: int
    level: int
    ahead: bool


def first_day(today: date) -> date:
    """Return the Monday on which the heatmap begins."""
    return today - timedelta(days=today.weekday() + (WEEKS - 1) * WEEK)


def heatmap(counts: Mapping[str, int], today: date) -> list[list[HeatmapDay]]:
    """Return seven rows, Monday first, of twelve days.

    counts: wins by ISO day, of the days that have any.
    """
    start = first_day(today)
    return [
        [
            _day(start + timedelta(days=week * WEEK + weekday), counts, today)
            for week in range(WEEKS)
        ]
        for weekday in range(WEEK)
    ]


def last_days(weeks: Sequence[Sequence[HeatmapDay]], number: int) -> list[HeatmapDay]:
    """Return the last days of a heatmap in their order, today last; at most `number`.

    weeks: as heatmap() returns them.
    """
    in_order = sorted((day for row in weeks for day in row if not day.ahead), key=_date)
    return in_order[-number:]


def level_of(wins: int) -> int:
    """Return the level (0 to 4) of a day with this many wins.

    Levels are steps and no share of the maximum, so that one busy day does not pale the others.
    """
    return sum(wins >= least for least in LEVELS)


def _day(day: date, counts: Mapping[str, int], today: date) -> HeatmapDay:
    wins = counts.get(day.isoformat(), 0)
    return HeatmapDay(day, wins, level_of(wins), ahead=day > today)
