"""Being reminded again in a while, as the person says (R47)."""

from webapp.domain.account.people import SignedIn
from webapp.rules.reminders.hours import Hours
from webapp.rules.reminders.kinds import HABITS, Kind, Reason, State
from webapp.rules.reminders.settings import MOST_SNOOZES, SNOOZES
from webapp.rules.shared.moments import MINUTE
from webapp.rules.shared.problems import N_, Invalid, NotFound, Problem
from webapp.storage.account.owners import raise_rev
from webapp.storage.engine.database import transaction
from webapp.storage.reminders.prompts import add_prompts, count_of, skip_prompt
from webapp.storage.reminders.settings import settings_of

HOUR = 60 * MINUTE
NOT_OFFERED = Problem("minutes", N_("Choose one of the times that are offered."))


def snooze(person: SignedIn, what: str, minutes: int, zone: str, now: int) -> int:
    """Remind a person again in some minutes, and return when (ms): after their quiet hours.

    what: a habit, or "snooze:" and one. zone: where they are. The follow-up of the day is not sent
    besides. The same request twice within a minute is one. Invalid. NotFound: they have no
    reminders.
    """
    habit = what.removeprefix(f"{Kind.SNOOZE}:")
    if minutes not in SNOOZES or habit not in HABITS:
        raise Invalid(NOT_OFFERED)
    settings = settings_of(person.id)
    if settings is None:
        raise NotFound
    hours = Hours(zone, person.day_start, settings.quiet_from, settings.quiet_until)
    due = hours.after_quiet(now + minutes * MINUTE)
    with transaction():
        raise_rev(person.id)
        _store(person, Kind(habit), hours, due, now)
    return due


def _store(person: SignedIn, kind: Kind, hours: Hours, due: int, now: int) -> None:
    day, what = hours.day_of(now).isoformat(), f"{Kind.SNOOZE}:{kind}"
    skip_prompt(person.id, kind, day, 2, Reason.SNOOZED)
    number, newest = count_of(person.id, what, day)
    if number >= MOST_SNOOZES or due - newest < MINUTE:
        return
    until = min(due + 3 * HOUR, hours.before_quiet(due) or due + 3 * HOUR)
    its = {"person": person.id, "what": what, "day": day, "number": number + 1}
    add_prompts([{**its, "due": due, "until": until, "state": State.WAITING.value}])
