"""Years of somebody who is reminded, with a clock that jumps from one thing to the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from webapp.rules.goals.cadences import Cadence, Frequency
from webapp.rules.reminders.changes import changes_for
from webapp.rules.reminders.facts import EVERY_DAY, Dated, Facts, Key, Planned, Stored
from webapp.rules.reminders.hours import Hours
from webapp.rules.reminders.kinds import Kind, State, what_of_goal, what_of_team
from webapp.rules.reminders.rhythms import Rhythm
from webapp.rules.reminders.settings import CHOSEN, Wishes
from webapp.rules.shared.calendars import Calendar, Pause
from webapp.rules.shared.moments import MINUTE
from webapp.rules.shared.schedule import due_moment

HOUR = 60 * MINUTE
DAILY = Rhythm("quick", Cadence(Frequency.DAILY))
NEAR = timedelta(days=3)
NEWEST = 150  # prompts: more than those of ten days


@dataclass(frozen=True)
class Arrival:
    """A message that was sent, with where the person was."""

    key: Key
    at: int
    hours: Hours

    @property
    def local(self) -> datetime:
        """What clocks showed where the person was."""
        return datetime.fromtimestamp(self.at / 1000, ZoneInfo(self.hours.zone))


@dataclass
class Life:
    """A person, the prompts that are stored of them, and what arrived.

    answered: days and moments of check-ins. lived: each local day that they were awake on.
    """

    now: int
    hours: Hours
    wishes: Wishes
    away: tuple[Pause, ...] = ()
    dated: list[Dated] = field(default_factory=list)
    answered: list[tuple[date, int]] = field(default_factory=list)
    won: date | None = None
    active: int = 0
    asked: int = 0
    rows: dict[Key, Stored] = field(default_factory=dict)
    arrived: list[Arrival] = field(default_factory=list)
    lived: dict[date, int] = field(default_factory=dict)
    last: date = date.min

    def facts(self) -> Facts:
        """Return what planning knows of them, with the prompts of the last days."""
        today = self.hours.day_of(self.now)
        return Facts(
            now=self.now,
            hours=self.hours,
            wishes=self.wishes,
            away=Calendar(EVERY_DAY, pauses=self.away),
            first_win=date.min,
            answered=self.answered[-3:],
            won=self.won,
            rhythms=[replace(DAILY, last=self.won)],
            dated=[one for one in self.dated if abs(one.day - today) < NEAR],
            active=self.active,
            asked=self.asked,
            stored=[one for one in self.newest() if one.day > today - NEAR],
        )

    def plan(self) -> None:
        """Store what planning says now."""
        facts = self.facts()
        today = facts.today
        first = min(max(self.last, today - timedelta(days=7)), today - timedelta(days=1))
        days = [first + timedelta(days=n) for n in range((today - first).days + 2)]
        changes = changes_for(facts, days)
        for one in (*changes.new, *changes.changed):
            self.rows[one.key] = _stored(one, self.rows.get(one.key))
        self.last = today
        self.lived.setdefault(today, self.now)

    def send(self) -> None:
        """Send what is due, as it is planned right before; what is too late says so."""
        while due := [one for one in self.waiting() if one.due <= self.now]:
            first = min(due, key=lambda one: (one.due, one.key))
            self.plan()
            if self.rows[first.key] == first:
                self._send(first)

    def _send(self, one: Stored) -> None:
        self.rows[one.key] = replace(one, state=State.SENT, sent=self.now)
        self.arrived.append(Arrival(one.key, self.now, self.hours))
        if one.what == Kind.SILENT:
            self.asked = self.now

    def waiting(self) -> list[Stored]:
        """Return the prompts that wait."""
        return [one for one in self.newest() if one.state is State.WAITING]

    def newest(self) -> list[Stored]:
        """Return the prompts that were stored last; none before them waits."""
        return [self.rows[key] for key in list(self.rows)[-NEWEST:]]

    def goes_on_until(self, moment: int, server_down: Sequence[tuple[int, int]] = ()) -> None:
        """Let time pass, and send what is due meanwhile; server_down: from when to when not."""
        self.plan()
        while self.now < moment:
            waiting = self.waiting()
            after = [one.due for one in waiting if one.due > self.now]
            after += [one.until for one in waiting if one.until > self.now]
            midnight = self.hours.end_of(self.hours.day_of(self.now))
            self.now = min([*after, max(midnight, self.now + HOUR), moment])
            if any(first <= self.now < last for first, last in server_down):
                continue
            if self.hours.day_of(self.now) != self.last:
                self.plan()
            self.send()


def _stored(one: Planned, before: Stored | None) -> Stored:
    state = State.SKIPPED if one.reason else State.WAITING
    told = {"state": state, "reason": one.reason or ""}
    if before:
        return replace(before, due=one.due, until=one.until, **told)
    return Stored(one.what, one.day, one.number, one.due, one.until, **told)


def a_life(zone: str, began: date, random: Random) -> Life:
    """Return somebody whose settings are as people choose them."""
    now = due_moment(began, 9 * 60, 0, zone)
    quiet = random.choice([(1200, 480), (1200, 480), (1320, 420), (120, 600), (0, 0)])
    hours = Hours(zone, random.choice([240, 240, 0, 720]), *quiet)
    wishes = Wishes(
        kinds=frozenset(CHOSEN),
        habit_at=random.choice([780, 780, 540, 1050, 0]),
        dated_at=random.choice([540, 540, 480, 60]),
        quiet_from=quiet[0],
        quiet_until=quiet[1],
        chosen=now,
    )
    return Life(now, hours, wishes, active=now)


def live(life: Life, days: int, zones: Sequence[str], random: Random) -> None:
    """Let somebody live for some days: work, answer, fly, go silent, take a pause."""
    silent = 0
    for day in range(days):
        if random.random() < 0.02:
            _fly(life, zones, random)
        if random.random() < 0.01:
            today = life.hours.day_of(life.now)
            life.away = (Pause(today, today + timedelta(days=random.randrange(9))),)
        if random.random() < 0.008:
            silent = random.randrange(10, 40)
        silent -= 1
        life.dated += _plans(life, day, random)
        life.dated = life.dated[-12:]
        down = (life.now, life.now + random.randrange(20) * HOUR)
        _act(life, [down] if random.random() < 0.05 else [], random, silent=silent > 0)


def _act(life: Life, down: Sequence[tuple[int, int]], random: Random, *, silent: bool) -> None:
    for moment in sorted(life.now + random.randrange(24 * 60) * MINUTE for _ in range(2)):
        life.goes_on_until(moment, down)
        if silent:
            continue
        today = life.hours.day_of(life.now)
        life.active = life.now
        if random.random() < 0.4:
            life.answered.append((today, life.now))
        if random.random() < 0.4:
            life.won = today
        if random.random() < 0.3 and life.dated:
            at = random.randrange(len(life.dated))
            life.dated[at] = replace(life.dated[at], done=True)


def _fly(life: Life, zones: Sequence[str], random: Random) -> None:
    life.hours = replace(life.hours, zone=random.choice(zones))


def _plans(life: Life, day: int, random: Random) -> Iterator[Dated]:
    due = life.hours.day_of(life.now) + timedelta(days=2)
    for number in range(random.choice([0, 0, 0, 1, 2, 5])):
        minutes = random.choice([None, None, 540, 600, 1020, 1380, 100])
        yield Dated(what_of_goal(f"{day}-{number}"), due, minutes)
    if day % 7 == 0:
        at = life.now + random.randrange(40, 60) * HOUR
        yield Dated(what_of_team(17), life.hours.day_of(at), at=at, lasts=15 * MINUTE)
        yield Dated("review", due, 16 * 60, lasts=2 * HOUR)
