"""Wins as a phone sends them, and how many of them a page lists."""

import re
import time
import uuid
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

ZONE = "Europe/Berlin"
OFFSET = (datetime.now(ZoneInfo(ZONE)).utcoffset() or timedelta()) // timedelta(minutes=1)
ROWS = 30  # wins on Today, and rows of the floor's list
ROW = re.compile(r'id="(?:win|note)-[0-9a-f-]+"')


def win(number: int = 0) -> dict[str, Any]:
    """Return an entry that logs a win now."""
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


def rows_in(page: str) -> int:
    """Return how many wins (or notes of the floor) a page lists."""
    return len(ROW.findall(page))
