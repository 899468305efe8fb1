"""What will come to a person and why, and what became of what was planned (R47)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from webapp.domain.account.people import SignedIn
from webapp.domain.reminders.gathering import Known, known_of
from webapp.domain.reminders.wishes import row_of
from webapp.rules.reminders.facts import Facts, Planned, Stored
from webapp.rules.reminders.kinds import Kind, Reason, State, kind_of
from webapp.rules.reminders.plans import prompts_on
from webapp.rules.reminders.settings import Wishes
from webapp.rules.shared.calendars import Pause
from webapp.rules.shared.moments import moment_in
from webapp.storage.reminders.settings import settings_of

AHEAD = 13  # days that are shown beside today
BEHIND = timedelta(days=7)
# Why something does not come that is worth a line; the others say what the line beside them says.
SAID = (Reason.PAUSED, Reason.AWAY, Reason.QUIET, Reason.ENOUGH, Reason.SILENT, Reason.NEAR)


@dataclass(frozen=True, slots=True)
class ComingPrompt:
    """A prompt on the page. at: what clocks show then. again: when it is followed up, or None.

    what: as Prompt.what. reason: why it does not come, or did not, "" if it comes or came. sent:
    it came. together: how many others are in the same message.
    """

    day: date
    at: datetime
    kind: Kind
    what: str
    reason: str = ""
    again: datetime | None = None
    sent: bool = False
    together: int = 0


@dataclass(frozen=True, slots=True)
class Coming:
    """What comes to a person, soonest first, and what became of the last days, newest first.

    silent: it stopped, because nobody was here for 14 days. asked: they chose whether to be
    reminded.
    """

    wishes: Wishes
    today: date
    coming: tuple[ComingPrompt, ...]
    past: tuple[ComingPrompt, ...]
    pause: Pause | None
    silent: bool
    asked: bool


def coming_to(person: SignedIn, now: int) -> Coming:
    """Return what comes at `now` (ms); of a person who was never asked, what would come."""
    row = settings_of(person.id)
    known = known_of(person.id, now, AHEAD, row=person, settings=row or row_of(Wishes()))
    assert known is not None, "a person who is signed in is there"  # noqa: S101
    facts = known.facts
    return Coming(
        facts.wishes,
        facts.today,
        tuple(_coming(facts)),
        tuple(_past(known)),
        _pause(facts),
        facts.silent_on() is not None,
        row is not None,
    )


def _coming(facts: Facts) -> list[ComingPrompt]:
    planned = (one for n in range(AHEAD + 1) for one in _on(facts, n))
    return sorted(planned, key=lambda one: one.at)


def _pause(facts: Facts) -> Pause | None:
    pause = facts.wishes.pause
    return pause if pause and pause.last >= facts.today else None


def _on(facts: Facts, ahead: int) -> list[ComingPrompt]:
    found = prompts_on(facts, facts.today + timedelta(days=ahead))
    again = {
        one.what: _local(facts, one.due) for one in found if one.number == 2 and not one.reason
    }
    shown = (one for one in found if one.number == 1)
    return [
        ComingPrompt(
            one.day,
            _local(facts, one.due),
            one.kind,
            one.what,
            one.reason or "",
            None if one.reason else again.get(one.what),
            together=_with(one, found),
        )
        for one in shown
        if one.reason is None or one.reason in SAID
    ]


def _with(head: Planned, found: list[Planned]) -> int:
    near = (one for one in found if one.reason is Reason.TOGETHER and one.due == head.due)
    return 0 if head.reason else sum(1 for _ in near)


def _past(known: Known) -> list[ComingPrompt]:
    facts = known.facts
    rows = (one for one in facts.stored if one.day > facts.today - BEHIND and _is_over(one, facts))
    found = [
        ComingPrompt(
            one.day,
            _local(facts, one.sent or one.due),
            kind_of(one.what),
            one.what,
            one.reason,
            sent=one.state is State.SENT,
        )
        for one in rows
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _is_over(one: Stored, facts: Facts) -> bool:
    if one.state is State.SENT:
        return True
    # A follow-up that did not come is the rule, and needs no line.
    told = one.number == 1 and one.reason != Reason.TOGETHER
    return told and one.state is State.SKIPPED and one.due <= facts.now


def _local(facts: Facts, moment: int) -> datetime:
    return moment_in(facts.hours.zone, moment).local()
