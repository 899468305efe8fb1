"""What a person wants of reminders, and changing it (R47)."""

from dataclasses import replace
from datetime import date

from webapp.domain.account.people import SignedIn
from webapp.domain.reminders.reach import can_send
from webapp.rules.reminders.kinds import Way
from webapp.rules.reminders.settings import CANNOT, Wishes, kinds_in, written
from webapp.rules.shared.calendars import Pause
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.storage.account.owners import raise_rev
from webapp.storage.engine.database import transaction
from webapp.storage.reminders.settings import ReminderSettings, settings_of, store_settings


def wishes_of(person: SignedIn) -> Wishes | None:
    """Return what a person wants; None: they were never asked, so that nothing is sent."""
    row = settings_of(person.id)
    return wishes_from(row) if row else None


def wishes_from(row: ReminderSettings) -> Wishes:
    """Return what a row of settings says."""
    pause = _pause(row.pause_first, row.pause_last) if row.pause_first else None
    return Wishes(
        way=Way(row.way),
        kinds=kinds_in(row.kinds),
        habit_at=row.habit_at,
        dated_at=row.dated_at,
        quiet_from=row.quiet_from,
        quiet_until=row.quiet_until,
        pause=pause,
        chosen=row.chosen,
    )


def row_of(wishes: Wishes) -> ReminderSettings:
    """Return a row that says what a person wants, and is not stored."""
    return ReminderSettings(**_columns(wishes), planned_rev=0, planned_day="", plan_at=0)


def store_wishes(person: SignedIn, wishes: Wishes, now: int) -> None:
    """Store what a person wants, at `now` (ms); their prompts follow by the next planning."""
    begins = wishes if wishes.chosen else replace(wishes, chosen=now)
    with transaction():
        if not raise_rev(person.id):
            raise NotFound
        store_settings(person.id, **_columns(begins))


def choose(person: SignedIn, wishes: Wishes, now: int) -> None:
    """Store what a person chose just now (ms); what was due before they were on is not sent.

    Invalid: they chose a way that this server does not send.
    """
    before = wishes_of(person)
    if not can_send(wishes.way) and (before is None or before.way is not wishes.way):
        raise Invalid(CANNOT[wishes.way])
    begins = before is None or (before.way is Way.NONE and wishes.way is not Way.NONE)
    store_wishes(person, replace(wishes, chosen=now) if begins else wishes, now)


def pause(person: SignedIn, days: Pause | None, now: int) -> None:
    """Let nothing come on some days, None: on none; NotFound: they have no reminders."""
    store_wishes(person, replace(_wishes(person), pause=days), now)


def _wishes(person: SignedIn) -> Wishes:
    wishes = wishes_of(person)
    if wishes is None:
        raise NotFound
    return wishes


def _pause(first: str, last: str) -> Pause:
    return Pause(date.fromisoformat(first), date.fromisoformat(last))


def _columns(wishes: Wishes) -> dict[str, object]:
    days = wishes.pause
    return {
        "way": wishes.way.value,
        "kinds": written(wishes.kinds),
        "habit_at": wishes.habit_at,
        "dated_at": wishes.dated_at,
        "quiet_from": wishes.quiet_from,
        "quiet_until": wishes.quiet_until,
        "pause_first": days.first.isoformat() if days else "",
        "pause_last": days.last.isoformat() if days else "",
        "chosen": wishes.chosen,
    }
