"""People with a phone each, whose reminder is due at the same minute."""

import time
import uuid

from tests.support.push.browsers import PushBrowser
from webapp.rules.reminders.kinds import Kind, State, Way
from webapp.storage.account.people import add_person
from webapp.storage.account.sessions import Session
from webapp.storage.engine.database import transaction
from webapp.storage.reminders.devices import PushDevice, put_device
from webapp.storage.reminders.prompts import Prompt, add_prompts
from webapp.storage.reminders.settings import store_settings

KEYS = 50  # pairs of keys that the phones share: making one costs more than a row
HOUR = 3_600_000  # ms
DAY = 24 * HOUR
UNUSED = {"quiet_from": 0, "quiet_until": 0, "pause_first": "", "pause_last": ""}


def remind(people: int, due: int) -> list[PushBrowser]:
    """Store so many people whose check-in is due at `due` (ms), and return their browsers.

    That of a person with the number n reads what is sent to /201/n; n modulo KEYS is its place.
    """
    browsers = [PushBrowser() for _ in range(KEYS)]
    with transaction():
        for _ in range(people):
            _remind_one(browsers, due)
    return browsers


def move_due(due: int) -> None:
    """Let all prompts be due at another moment, as if none had been sent."""
    waiting = {"state": State.WAITING, "reason": "", "lease": None, "tries": 0, "sent": None}
    with transaction():
        Prompt.update(due=due, until=due + HOUR, **waiting).execute()
        PushDevice.update(tag="").execute()  # else each phone has it already


def _remind_one(browsers: list[PushBrowser], due: int) -> None:
    now = time.time_ns() // 1_000_000
    key = uuid.uuid4().hex
    columns = {"email": f"{key}@example.org", "password_hash": "none", "time_zone": "UTC"}
    person = add_person(key=key, name="Ana", **columns)
    Session.create(token_hash=key, person=person.id, started=now, seen=now)
    keys = browsers[person.id % KEYS].subscription
    put_device(
        person=person.id,
        id=key,
        endpoint=f"{keys.endpoint.removesuffix('phone')}{person.id}",
        p256dh=keys.p256dh,
        auth=keys.auth,
        session=now,
        language="en",
        browser="Bench",
        added=now,
        tag="",
        refusals=0,
    )
    planned = {"planned_rev": person.rev, "planned_day": "", "plan_at": due + DAY}
    times = {"habit_at": 540, "dated_at": 540, "chosen": now}
    store_settings(person.id, way=Way.PUSH, kinds=Kind.CHECK_IN, **UNUSED, **times, **planned)
    row = {"person": person.id, "what": Kind.CHECK_IN, "day": "2026-11-22", "number": 1}
    add_prompts([{**row, "due": due, "until": due + HOUR, "state": State.WAITING}])
