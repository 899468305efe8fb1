"""Values of planning: the facts about a person, and the prompts that follow from them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from webapp.rules.reminders.hours import Hours
from webapp.rules.reminders.kinds import DATED, Kind, Reason, State, kind_of
from webapp.rules.reminders.rhythms import Rhythm
from webapp.rules.reminders.settings import Wishes
from webapp.rules.shared.calendars import Calendar
from webapp.rules.shared.workdays import CHECKIN_DAYS, WORKDAYS

EVERY_DAY = frozenset(range(7))
SILENT_DAYS = 14
Key = tuple[str, date, int]  # what, day, number


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that is due on a day at a time: a goal, a review.

    minutes: after midnight; None: whenever a person is reminded of such things. at: the moment (ms)
    itself instead, where it does not move with the person (a team's review). lasts: ms for which it
    is of use to say so; None: until the day is over.
    """

    what: str
    day: date
    minutes: int | None = None
    at: int | None = None
    lasts: int | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Stored:
    """A prompt as it is stored. sent: ms, None unless it was sent."""

    what: str
    day: date
    number: int
    due: int
    until: int
    state: State
    reason: str = ""
    sent: int | None = None
    tries: int = 0
    leased: bool = False

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.what, self.day, self.number

    @property
    def kind(self) -> Kind:
        """Which kind of prompt it is."""
        return kind_of(self.what)


@dataclass(frozen=True, slots=True)
class Planned:
    """A prompt that is to come, or why it does not. due, until: ms."""

    what: str
    day: date
    number: int
    due: int
    until: int
    reason: Reason | None = None

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.what, self.day, self.number

    @property
    def kind(self) -> Kind:
        """Which kind of prompt it is."""
        return kind_of(self.what)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a person now (ms).

    away: days off and pauses, whatever weekday. workdays, checkin_days: masks, bit 0 is Monday.
    first_win: its day; without one nobody is asked how confident they are. answered: days and
    moments (ms) of the last check-ins, newest first. deferred: the day of the last "Later". won:
    the day of the last win. active: ms of the last sign of life. asked: ms at which the question
    about silence was last sent. stored: prompts of these days, in any order.
    """

    now: int
    hours: Hours
    wishes: Wishes = field(default_factory=Wishes)
    away: Calendar = field(default_factory=lambda: Calendar(EVERY_DAY))
    workdays: int = WORKDAYS
    checkin_days: int = CHECKIN_DAYS
    first_win: date | None = None
    answered: Sequence[tuple[date, int]] = ()
    deferred: date | None = None
    won: date | None = None
    rhythms: Sequence[Rhythm] = ()
    dated: Sequence[Dated] = ()
    active: int = 0
    asked: int = 0
    stored: Sequence[Stored] = ()

    @property
    def today(self) -> date:
        """The person's local day."""
        return self.hours.day_of(self.now)

    def why_not(self, day: date) -> Reason | None:
        """Return why nothing comes on a day at all, None if it can."""
        if self.is_paused(day):
            return Reason.PAUSED
        if not self.away.works(day):
            return Reason.AWAY
        stop = self.silent_on()
        return Reason.SILENT if stop and day >= stop else None

    def is_paused(self, day: date) -> bool:
        """Return whether reminders are paused on a day."""
        pause = self.wishes.pause
        return pause is not None and pause.first <= day <= pause.last

    def is_present(self, day: date) -> bool:
        """Return whether a person who is silent on a day says something by that."""
        return self.away.works(day) and not self.is_paused(day)

    def silent_on(self) -> date | None:
        """Return the first day after 14 silent ones, None while there were fewer until tomorrow.

        Days off and pauses are no silence, and do not end it.
        """
        day = self.hours.day_of(self.alive)
        last = self.today + timedelta(days=1)
        if (last - day).days <= SILENT_DAYS:
            return None
        silent = 0
        while day < last and silent <= SILENT_DAYS:
            day += timedelta(days=1)
            silent += self.is_present(day)
        return day if silent > SILENT_DAYS else None

    def was_here_since(self, moment: int) -> bool:
        """Return whether there was a sign of life after a moment (ms)."""
        answered = max((at for _, at in self.answered), default=0)
        won = self.won is not None and self.won >= self.hours.day_of(moment)
        return won or max(self.alive, answered) > moment

    def said_on(self, day: date) -> set[Key]:
        """Return what was sent of a day, also in the message of another."""
        sent = [one for one in self.stored if one.state is State.SENT and one.day == day]
        at = {one.due for one in sent if one.kind in DATED}
        with_it = (one for one in self.stored if one.reason == Reason.TOGETHER and one.due in at)
        return {one.key for one in (*sent, *with_it)}

    @property
    def alive(self) -> int:
        """The moment (ms) from which silence is counted."""
        return max(self.active, self.wishes.chosen)
