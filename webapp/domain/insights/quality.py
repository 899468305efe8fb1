"""What went wrong of how much, before and after an improvement (R41)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from webapp.domain.account.acting import Acting
from webapp.rules.insights.quality import Marker, Period, QualitySignal, quality_signal
from webapp.storage.insights.insights import improvements, measured_values

LOOK_BACK = timedelta(weeks=104)
MOST_VALUES, MOST_MARKERS, MOST_SHOWN = 500, 200, 3


@dataclass(frozen=True, slots=True)
class Quality:
    """One indicator: its last period, the signal, and how many periods there are.

    days: until the missing periods after the marker exist at the present pace; None when nothing or
    something else is missing.
    """

    indicator: str
    name: str
    last: Period
    periods: int
    signal: QualitySignal
    days: int | None


def quality_of(acting: Acting, today: date) -> tuple[Quality, ...]:
    """Return the indicators with bad ones of an exposure, the latest values first."""
    first = (today - LOOK_BACK).isoformat()
    rows = measured_values(
        owner=acting.owner,
        first=first,
        last=today.isoformat(),
        most=MOST_VALUES,
        indicators=MOST_SHOWN,
    )
    if not rows:
        return ()
    markers = _markers(acting, rows[-1][2])
    names = {indicator: name for indicator, name, *_ in rows}
    values: defaultdict[str, list[tuple[date, float, float]]] = defaultdict(list)
    for indicator, _, day, bad, exposure in reversed(rows):
        values[indicator].append((date.fromisoformat(day), bad, exposure))
    return tuple(
        _quality(indicator, names[indicator], _periods(values[indicator]), markers[indicator])
        for indicator in names
    )


def _markers(acting: Acting, first: str) -> defaultdict[str, list[Marker]]:
    markers: defaultdict[str, list[Marker]] = defaultdict(list)
    for indicator, win, day in improvements(person=acting.owner, first=first, most=MOST_MARKERS):
        markers[indicator].append(Marker(win, date.fromisoformat(day)))
    return markers


def _quality(indicator: str, name: str, periods: list[Period], markers: list[Marker]) -> Quality:
    signal = quality_signal(periods, markers)
    lacks = signal.missing[1] if signal.marker and not signal.missing[0] else 0
    days = lacks * _length(periods) if lacks else None
    return Quality(indicator, name, periods[-1], len(periods), signal, days)


def _periods(values: list[tuple[date, float, float]]) -> list[Period]:
    """Return one period for each value: the days since the value before it.

    The first value is for its own day only.
    """
    firsts = [values[0][0], *(day + timedelta(days=1) for (day, *_), _ in pairwise(values))]
    return [
        Period(first, day, bad, exposure)
        for first, (day, bad, exposure) in zip(firsts, values, strict=True)
    ]


def _length(periods: Iterable[Period]) -> int:
    """Return the median length of a period in days."""
    lengths = sorted((period.last - period.first).days + 1 for period in periods)
    return lengths[len(lengths) // 2]
