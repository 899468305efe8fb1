"""What the made-up person records day by day: wins, check-ins and decisions."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

from webapp.domain.demo import words
from webapp.domain.demo.phone import Phone
from webapp.domain.demo.words import Said
from webapp.rules.shared.moments import MINUTE, Moment, moment_in
from webapp.rules.shared.workdays import weekdays_in

FIRST, LAST = 9 * 60 + 10, 17 * 60 + 20  # minutes after midnight
WINS_A_DAY = ((0, 1, 2, 3, 4), (1, 4, 6, 4, 1))  # with how often each number comes
TODAY = (  # minutes before now, kind, win
    (168, "process", Said("Restore written down, with pictures", "Team", "2 can do it now", 1)),
    (
        74,
        "milestone",
        Said("Data of the last customers checked", "Releases", "7 of 7 without an error", 2),
    ),
    (13, "quick", Said("Gave the clinic a clear update", "Support")),
)


def store_days(phone: Phone, objectives: Sequence[str], moved: str) -> None:
    """Log the wins of all days; moved: the indicator that customers moving to the import move."""
    for number, day in enumerate(phone.calendar.days):
        wins = _wins_of(number, phone.random)
        minutes = sorted(phone.random.sample(range(FIRST, LAST), len(wins)))
        for minute, (kind, said) in zip(minutes, wins, strict=True):
            fields = _fields(said, objectives, phone.random)
            if "customers moved" in said.impact:
                fields["indicator"] = moved
            reflection = _reflection(number, phone.random) if kind != "quick" else {}
            phone.tap("log_win", phone.calendar.at(day, minute), kind=kind, **fields, **reflection)
    _store_today(phone, objectives)


def store_checkins(phone: Phone) -> None:
    """Answer on each day that asks; the answers rise by about three over the weeks."""
    asked = weekdays_in(phone.calendar.checkin_days)
    random, last = phone.random, len(phone.calendar.days) - 1
    for number, day in enumerate(phone.calendar.days):
        if day.weekday() in asked:
            rating = round(4.3 + 3 * number / last + random.gauss(0, 0.8))
            said = {"rating": max(0, min(10, rating))} | _said_with_it(random)
            phone.tap("check_in", phone.calendar.at(day, FIRST - random.randint(0, 20)), **said)


def store_decisions(phone: Phone) -> None:
    """Open questions and decide most of them after some working days."""
    days, still_open = phone.calendar.days, iter(words.OPEN_SINCE)
    for number, (question, importance, took, outcome) in enumerate(words.DECISIONS):
        opened = 6 * number + 2 if took is not None else len(days) - next(still_open)
        at = phone.calendar.at(days[opened], 10 * 60 + 15)
        entry = phone.tap("open_decision", at, what=question, importance=importance)
        if took is not None:
            decided = phone.calendar.at(days[opened + took], 14 * 60 + 5)
            phone.tap("decide", decided, target=entry, outcome=outcome)


def _wins_of(number: int, random: Random) -> list[tuple[str, Said]]:
    # A step every five days and a milestone every six, in their order.
    wins: list[tuple[str, Said]] = []
    if number % 5 == 2:
        wins.append(("process", words.STEPS[number // 5]))
    if number % 6 == 5:
        wins.append(("milestone", words.MILESTONES[number // 6]))
    numbers, weights = WINS_A_DAY
    (small,) = random.choices(numbers, weights)
    some = random.sample(words.QUICK, max(0, small - len(wins)))
    return [*wins, *(("quick", _filled(said, random)) for said in some)]


def _filled(said: Said, random: Random) -> Said:
    blanks = {
        "part": random.choice(words.PARTS),
        "customer": random.choice(words.CUSTOMERS),
        "n": random.randint(2, 9),
    }
    what, impact = said.what.format(**blanks), said.impact.format(**blanks)
    return said._replace(what=what, impact=impact if random.random() < 0.8 else "")


def _fields(said: Said, objectives: Sequence[str], random: Random) -> dict[str, Any]:
    tied = said.serves is not None and (said.impact or random.random() < 0.3)
    return {
        "what": said.what,
        "area": said.area,
        "impact": said.impact,
        "next_step": said.next_step,
        "objectives": [objectives[said.serves]] if tied and said.serves is not None else [],
    }


def _reflection(number: int, random: Random) -> dict[str, str]:
    if number % 2:
        return {}
    worked, improve = random.choice(words.REFLECTIONS)
    return {"worked": worked, "improve": improve}


def _said_with_it(random: Random) -> dict[str, str]:
    said = {"note": random.choice(words.NOTES)} if random.random() < 0.15 else {}
    return said | ({"area": random.choice(words.AREAS)} if random.random() < 0.3 else {})


def _store_today(phone: Phone, objectives: Sequence[str]) -> None:
    for ago, kind, said in TODAY:
        made = moment_in(phone.calendar.zone, phone.calendar.now - ago * MINUTE)
        if _day(phone, made) == phone.calendar.today:
            phone.tap("log_win", made, kind=kind, **_fields(said, objectives, phone.random))


def _day(phone: Phone, made: Moment) -> date:
    return made.day(phone.person.day_start)
