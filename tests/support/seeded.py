"""Four people whose entries the insights must describe correctly.

newcomer: five days; flat: ten weeks without a change; rising: ten weeks from about 4 to about 8;
busy: ten weeks of many wins, nearly all in one area, none of them tied to an objective.
"""

import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

ZONE = "UTC"
OBJECTIVE = "00000000-0000-4000-8000-0000000000aa"
AREAS = ("Releases", "Support", "Hiring")
WHAT = ("Fixed the flaky sign-in test", "Sent the weekly update", "Cut a step from the checklist")
IMPACT = ("From 14 steps to 6", "2 hours a week saved", "")
Entry = dict[str, Any]


def life(name: str, now: datetime, seed: int = 7) -> list[Entry]:
    """Return the entries of this person up to `now`, oldest first."""
    entries = list(LIVES[name](now.astimezone(UTC), Random(seed)))
    entries.sort(key=lambda entry: entry["at"])
    return [{**entry, "seq": seq} for seq, entry in enumerate(entries, 1)]


def win(at: datetime, number: int, **more: Any) -> Entry:
    """Return a win as these people log it."""
    kind = ("quick", "quick", "milestone", "quick", "process")[number % 5]
    return _entry("log_win", at, what=WHAT[number % len(WHAT)], kind=kind, **more)


def rating(at: datetime, value: float, **more: Any) -> Entry:
    """Return a check-in with the answer nearest to `value`."""
    return _entry("check_in", at, rating=max(0, min(10, round(value))), **more)


def _newcomer(now: datetime, random: Random) -> Iterator[Entry]:
    for ago in range(5):
        yield win(now - timedelta(days=ago, hours=1), ago)
        if ago % 2 == 0:
            yield rating(now - timedelta(days=ago, hours=2), random.gauss(6, 1))


def _steady(start: float, end: float) -> Callable[[datetime, Random], Iterator[Entry]]:
    def entries(now: datetime, random: Random) -> Iterator[Entry]:
        for number, at in enumerate(_days(now, weeks=10, weekdays=(0, 2, 4))):
            share = number / 29
            yield rating(at, start + (end - start) * share + random.gauss(0, 1.2))
            yield win(at, number, objectives=[OBJECTIVE], impact=IMPACT[number % 2])

    return entries


def _busy(now: datetime, random: Random) -> Iterator[Entry]:
    for number, at in enumerate(_days(now, weeks=10, weekdays=(0, 1, 2, 3, 4))):
        for more in range(3):
            area = random.choices(AREAS, (8, 1, 1))[0]
            yield win(at + timedelta(minutes=more), number + more, area=area)
        if number % 2 == 0:
            yield rating(at, 6 + random.choice((-1, 0, 1)) - number / 200)


def _days(now: datetime, weeks: int, weekdays: tuple[int, ...]) -> Iterator[datetime]:
    """Yield noon of these weekdays in the last full `weeks` before the week of `now`."""
    noon = now.replace(hour=12, minute=0, second=0, microsecond=0)
    monday = noon - timedelta(days=now.weekday(), weeks=weeks)
    for week in range(weeks):
        for weekday in weekdays:
            yield monday + timedelta(weeks=week, days=weekday)


def _entry(verb: str, at: datetime, **fields: Any) -> Entry:
    moment = round(at.timestamp() * 1000)
    return {
        "v": 1,
        "id": str(uuid.uuid4()),
        "verb": verb,
        "at": moment,
        "offset": 0,
        "zone": ZONE,
        "fields": fields,
    }


LIVES: dict[str, Callable[[datetime, Random], Iterator[Entry]]] = {
    "newcomer": _newcomer,
    "flat": _steady(6, 6),
    "rising": _steady(4, 8),
    "busy": _busy,
}
