"""What the made-up person taps: entries, as a phone sends them."""

import uuid
from random import Random
from typing import Any

from webapp.domain.account.people import SignedIn
from webapp.domain.demo.calendar import DemoCalendar
from webapp.domain.outbox.outbox import deliver
from webapp.rules.outbox.entries import FORMAT
from webapp.rules.shared.moments import Moment
from webapp.rules.shared.problems import Invalid

ON_ITS_WAY = 2_000  # ms from the tap to the server


class Phone:
    """Delivers one entry after the other, each soon after its moment."""

    def __init__(self, person: SignedIn, calendar: DemoCalendar, random: Random) -> None:
        self.person = person
        self.calendar = calendar
        self.random = random
        self._seq = 0

    def tap(self, verb: str, made: Moment, **fields: Any) -> str:
        """Deliver an entry that was made at this moment and return its id; Invalid."""
        self._seq += 1
        entry_id = str(uuid.UUID(int=self.random.getrandbits(128), version=4))
        entry = {
            "v": FORMAT,
            "id": entry_id,
            "seq": self._seq,
            "verb": verb,
            "at": made.instant,
            "offset": made.offset,
            "zone": made.zone,
            "fields": fields,
        }
        arrived = min(made.instant + ON_ITS_WAY, self.calendar.now)
        (verdict,) = deliver(self.person, [entry], arrived).verdicts
        if verdict.problems:
            raise Invalid(*verdict.problems)
        return entry_id
