"""What the benchmarks record: people who sign up, and wins as a phone sends them."""

import json
import time
import uuid
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

ZONE = "Europe/Berlin"
OFFSET = (datetime.now(ZoneInfo(ZONE)).utcoffset() or timedelta()) // timedelta(minutes=1)
PASSWORD = "correct horse battery"
ROWS = 30  # wins on Today, and rows of the floor's list


def win(number: int = 0) -> dict[str, Any]:
    """An entry that logs a win now."""
    return {
        "v": 1,
        "id": str(uuid.uuid4()),
        "seq": number + 1,
        "verb": "log_win",
        "at": time.time_ns() // 1_000_000,
        "offset": OFFSET,
        "zone": ZONE,
        "fields": {"what": f"Fixed the flaky test number {number}", "kind": "quick"},
    }


def delivery(person: str, entries: list[dict[str, Any]]) -> bytes:
    """The body of POST /outbox/."""
    return json.dumps({"person": person, "entries": entries}).encode()


def person_of(page: str) -> str:
    """The key of the person whose page this is."""
    return page.split('data-person="', 1)[1].split('"', 1)[0]
