"""The heatmap of the last weeks: which days it shows, and how warm each is (R44)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

WEEKS = 12
WEEK = 7
LEVELS = (1, 2, 4, 7)  # wins in a day from which on it is a step warmer


@dataclass(frozen=True, slots=True)
class HeatmapDay:
    """One day of the heatmap; level: 0 (no win) to 4. ahead: it is yet to come."""

    date: date
    wins: int
    level: int
    ahead: bool


def first_day(today: date) -> date:
    """The Monday on which the heatmap begins."""
    return today - timedelta(days=today.weekday() + (WEEKS - 1) * WEEK)


def heatmap(counts: Mapping[str, int], today: date) -> list[list[HeatmapDay]]:
    """Seven rows, Monday first, of twelve days; counts: wins by ISO day, of days with any."""
    start = first_day(today)
    return [
        [
            _day(start + timedelta(days=week * WEEK + weekday), counts, today)
            for week in range(WEEKS)
        ]
        for weekday in range(WEEK)
    ]


def level_of(wins: int) -> int:
    """0 to 4, by how many wins a day has: steps, since one busy day is not to pale the others."""
    return sum(wins >= least for least in LEVELS)


def _day(day: date, counts: Mapping[str, int], today: date) -> HeatmapDay:
    wins = counts.get(day.isoformat(), 0)
    return HeatmapDay(day, wins, level_of(wins), ahead=day > today)
