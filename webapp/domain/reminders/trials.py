"""Trials: a reminder that a person asks for now, to see that it arrives."""

from webapp.domain.account.people import SignedIn
from webapp.rules.reminders.kinds import Kind, State, Way
from webapp.rules.shared.moments import MINUTE, moment_in
from webapp.rules.shared.problems import Conflict
from webapp.storage.account.owners import raise_rev
from webapp.storage.engine.database import transaction
from webapp.storage.reminders.prompts import add_prompts, prompts_since

MOST = 10  # a day
WHAT = f"{Kind.NOW}:{Way.PUSH}"
MOST_READ = 200  # prompts of a day
LIFE = 10 * MINUTE  # ms that it is tried for


def ask_for_one(person: SignedIn, zone: str, now: int) -> None:
    """Store a prompt that the jobs push to all the person's phones at once; now: ms.

    One that still waits is enough. Conflict: there were many today.
    """
    day = moment_in(zone, now).day(person.day_start).isoformat()
    with transaction():
        raise_rev(person.id)  # it locks their row, so that two at once do not get one number
        today = [one for one in prompts_since(person.id, day, MOST_READ) if _is_trial(one.what)]
        if any(one.state == State.WAITING and one.until > now for one in today):
            return
        if len(today) >= MOST:
            raise Conflict
        key = {"person": person.id, "what": WHAT, "day": day, "number": len(today) + 1}
        add_prompts([{**key, "due": now, "until": now + LIFE, "state": State.WAITING}])


def _is_trial(what: str) -> bool:
    return what == WHAT
