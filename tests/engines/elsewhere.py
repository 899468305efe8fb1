"""The same person at another machine: what the server has stored, read on a line of its own."""

import re

from tests.support.visitor import Visitor

ID = "[0-9a-f-]{36}"
WHAT = r'<span class="win__what" dir="auto">(.*?)</span>'
WIN = re.compile(rf'<li class="win" id="win-{ID}".*?{WHAT}', re.S)
CHECKIN = re.compile(rf'<li class="checkin" id="checkin-{ID}"')


def wins_of(visitor: Visitor) -> list[str]:
    """Return the words of every win in the person's log, newest first."""
    return WIN.findall(visitor.get("/wins/").text)


def count_of_checkins(visitor: Visitor) -> int:
    """Return how many check-ins the person has."""
    return len(CHECKIN.findall(visitor.get("/checkins/").text))
