"""Trials: a reminder that a person asks for now, to see that it arrives."""

from webapp.domain.account.people import SignedIn
from webapp.rules.reminders.kinds import Kind, State, Way
from webapp.rules.shared.moments import MINUTE, moment_in
from webapp.rules.shared.problems import Conflict
from webapp.storage.account.owners import raise_rev
from webapp.storage.engine.database import transaction
from webapp.storage.reminders.prompts import add_prompts, prompts_since

MOST = 10  # a day, of each way
MOST_READ = 200  # prompts of a day
LIFE = 10 * MINUTE  # ms that it is tried for


def ask_for_one(person: SignedIn, way: Way, zone: str, now: int) -> None:
    """Store a prompt that the jobs send at once, to all the person's phones or by mail; now: ms.

    One that still waits is enough. Conflict: there were many today, or nothing comes that way.
    """
    if way is Way.NONE:
        raise Conflict
    what = f"{Kind.NOW}:{way}"
    day = moment_in(zone, now).day(person.day_start).isoformat()
    with transaction():
        raise_rev(person.id)  # it locks their row, so that two at once do not get one number
        today = [one for one in prompts_since(person.id, day, MOST_READ) if one.what == what]
        if any(one.state == State.WAITING and one.until > now for one in today):
            return
        if len(today) >= MOST:
            raise Conflict
        key = {"person": person.id, "what": what, "day": day, "number": len(today) + 1}
        add_prompts([{**key, "due": now, "until": now + LIFE, "state": State.WAITING}])
