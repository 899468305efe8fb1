"""What happens in the year: what Ana does each day, and what is out of the ordinary."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from tests.gateways.mail.twin import mail_in_memory
from tests.support.push.pushed import pushing_by
from tests.support.years.person import HOME, NOTE, RATING, WIN, Ana
from tests.support.years.server import Arrival, Server
from webapp.domain.account.absences import add_absence
from webapp.domain.reminders.snoozing import snooze
from webapp.domain.reminders.wishes import pause
from webapp.gateways.push.memory import InMemory
from webapp.rules.reminders.kinds import Kind, Way
from webapp.rules.reminders.settings import USUAL
from webapp.rules.shared.calendars import Pause
from webapp.rules.shared.moments import moment_at
from webapp.rules.shared.workdays import CHECKIN_DAYS, weekdays_in

FIRST, LAST = date(2027, 1, 4), date(2027, 12, 31)
ILL = Pause(date(2027, 5, 10), date(2027, 6, 8))
IDLE = (ILL, Pause(date(2027, 7, 26), date(2027, 8, 13)), Pause(date(2027, 12, 20), LAST))
DAYS_OFF = (Pause(date(2027, 3, 26), date(2027, 3, 29)), Pause(date(2027, 12, 20), LAST))
FLIGHTS = {
    date(2027, 3, 8): "America/New_York",
    date(2027, 3, 20): HOME,
    date(2027, 10, 18): "Asia/Tokyo",
    date(2027, 10, 30): HOME,
}
Act = Callable[[Ana], object]


@dataclass(frozen=True)
class Remark:
    """What happened on a day, as the document says it."""

    day: date
    says: str


@dataclass
class Year:
    """What arrived in it, where Ana was on each day, and what was out of the ordinary."""

    arrived: list[Arrival]
    zones: dict[date, str] = field(default_factory=dict)


REMARKS = (
    Remark(FIRST, "Ana logs her first win and switches reminders on, on her phone."),
    Remark(date(2027, 2, 1), "She also wants to be asked for a win when a day has none by 13:00."),
    Remark(date(2027, 3, 8), "To New York for two weeks; clocks change there on the 14th."),
    Remark(date(2027, 3, 20), "Home again."),
    Remark(date(2027, 3, 26), "Days off until the 29th; clocks change on the 28th."),
    Remark(ILL.first, "She falls ill, and tells nobody."),
    Remark(date(2027, 6, 9), "Back at work."),
    Remark(date(2027, 7, 23), "She pauses reminders until 13 August."),
    Remark(date(2027, 9, 1), "She prefers mail from now on."),
    Remark(date(2027, 10, 18), "To Tokyo for two weeks."),
    Remark(date(2027, 10, 30), "Home again; clocks change on the 31st."),
    Remark(date(2027, 12, 20), "Days off until the year is over."),
)
GOALS = {  # name: set on, due on, time of day in minutes, met on
    "one": (date(2027, 1, 18), date(2027, 1, 22), None, date(2027, 1, 21)),
    "two": (date(2027, 2, 1), date(2027, 2, 12), 15 * 60, date(2027, 2, 15)),
    "three": (date(2027, 3, 1), date(2027, 3, 11), None, date(2027, 3, 15)),
    "four": (date(2027, 4, 5), date(2027, 4, 14), None, date(2027, 4, 14)),
    "five": (date(2027, 4, 5), date(2027, 4, 14), 9 * 60 + 30, date(2027, 4, 14)),
    "six": (date(2027, 6, 14), date(2027, 6, 23), 16 * 60, date(2027, 6, 25)),
    "seven": (date(2027, 9, 6), date(2027, 9, 16), None, date(2027, 9, 20)),
    "eight": (date(2027, 10, 11), date(2027, 10, 21), None, date(2027, 10, 20)),
    "nine": (date(2027, 11, 8), date(2027, 11, 18), 7 * 60, date(2027, 11, 19)),
}


def live_a_year() -> Year:
    """Return what arrived in a year, from a database that is open and has nobody in it."""
    pushes = InMemory()
    with mail_in_memory() as mailer, pushing_by(pushes):
        server = Server(at(FIRST, 8 * 60 + 30, HOME), pushes, mailer)
        ana, year = Ana(server), Year(server.arrived)
        ana.begins()
        for number in range((LAST - FIRST).days + 1):
            day = FIRST + timedelta(days=number)
            _live(ana, day)
            year.zones[day] = ana.zone
        server.goes_on_until(at(LAST + timedelta(days=1), 0, HOME))
    return year


def at(day: date, minutes: int, zone: str) -> int:
    """Return the moment (ms) at which clocks in a zone show so many minutes after midnight."""
    return moment_at(f"{day.isoformat()}T{minutes // 60:02}:{minutes % 60:02}", zone).instant


def _live(ana: Ana, day: date) -> None:
    if zone := FLIGHTS.get(day):
        ana.server.goes_on_until(at(day, 6 * 60, ana.zone))
        ana.flies(zone)
    chosen = list(_planned(ana, day))
    todo = [*chosen, *([] if _is_idle(day) else _usual(day))]
    for minutes, act in sorted(todo, key=lambda one: one[0]):
        moment = at(day, minutes, ana.zone)
        if moment >= ana.server.now:
            ana.server.goes_on_until(moment)
            act(ana)
            if (minutes, act) in chosen:
                ana.server.plans()


def _is_idle(day: date) -> bool:
    away = (*IDLE, *DAYS_OFF)
    return day.weekday() > 4 or any(one.first <= day <= one.last for one in away)


def _usual(day: date) -> Iterator[tuple[int, Act]]:
    """Yield what a working day has: wins, an answer, a review; not always, and not on time."""
    random = Random(day.toordinal())
    if random.random() < 0.85:
        noted = random.choice([11 * 60, 12 * 60 + 20, 16 * 60])
        yield noted, lambda ana: ana.taps("log_win", what=WIN, kind="quick")
    if day.weekday() in weekdays_in(CHECKIN_DAYS) and random.random() < 0.85:
        answered = random.choice(
            [9 * 60 + 30, 12 * 60 + 30, 13 * 60 + 4, 13 * 60 + 40, 17 * 60 + 6]
        )
        yield answered, lambda ana: ana.taps("check_in", rating=RATING, note=NOTE)
    if day.weekday() == 4 and day.isocalendar().week % 2 == 1 and random.random() < 0.9:
        yield 16 * 60 + 5, lambda ana: ana.reviews(ana.me)
    if day.weekday() == 3 and (day - FIRST).days % 14 == 3:
        yield 10 * 60, lambda ana: ana.reviews(ana.team.me)


def _planned(ana: Ana, day: date) -> Iterator[tuple[int, Act]]:
    """Yield what is out of the ordinary on a day, each at its time."""
    for name, (made, due, time, met) in GOALS.items():
        if made == day:
            yield 9 * 60, lambda ana, name=name, due=due, time=time: ana.plans(name, due, time)
        if met == day:
            yield 10 * 60, lambda ana, name=name: ana.meets(name)
    yield from ((minutes, act) for when, minutes, act in CHOICES if when == day)


def _snoozes(ana: Ana) -> None:
    snooze(ana.me, Kind.CHECK_IN, 60, ana.zone, ana.server.now)


CHOICES: tuple[tuple[date, int, Act], ...] = (
    (date(2027, 2, 1), 8 * 60 + 40, lambda ana: ana.wants(kinds=USUAL | {Kind.CAPTURE})),
    (date(2027, 2, 26), 13 * 60 + 2, _snoozes),
    (date(2027, 3, 1), 9 * 60, lambda ana: add_absence(ana.me, "2027-03-26", "2027-03-29")),
    (date(2027, 7, 23), 17 * 60, lambda ana: pause(ana.me, IDLE[1], ana.server.now)),
    (date(2027, 9, 1), 8 * 60 + 30, lambda ana: ana.wants(way=Way.MAIL)),
    (date(2027, 12, 17), 9 * 60, lambda ana: add_absence(ana.me, "2027-12-20", "2027-12-31")),
)
