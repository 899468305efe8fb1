"""The entries of a person over many years, which S4 is measured with.

    python -m bench.lives http://127.0.0.1:8000 --wins 20000 --checkins 5000

creates an account on that server, fills it, and prints how to sign in.
"""

import argparse
import time
import uuid
from collections.abc import Iterator
from random import Random
from typing import Any
from urllib.parse import urlsplit

from tests.support.visitor import PASSWORD, Visitor, sign_up

WINS_A_DAY = (
    8  # on working days: the same for short and long lives, so that only their length differs
)
DAY = 24 * 60 * 60 * 1000
BATCH = 100
KINDS = ("quick", "quick", "quick", "milestone", "process")
AREAS = ("Releases", "Support", "Hiring", "Reporting")
OBJECTIVES = tuple(f"00000000-0000-4000-8000-{number:012}" for number in range(5))
WHAT = ("Fixed the flaky sign-in test", "Sent a clear update to a customer", "Cut a release step")

Entry = dict[str, Any]


def history(wins: int, checkins: int, now: int, seed: int = 1) -> Iterator[Entry]:
    """Yield entries, newest first, evenly over as many days before `now` (ms) as wins take."""
    rng = Random(seed)
    minute = 7 * DAY // 5 // WINS_A_DAY  # between two wins; weekends are spread over all days
    for number in range(wins):
        yield _entry("log_win", now - number * minute, **_win(number, rng))
    for number in range(checkins):
        at = now - number * minute * wins // checkins
        fields = {"rating": rng.randint(3, 9), "area": rng.choice(AREAS)}
        yield _entry("check_in", at, **fields)


def fill(person: Visitor, wins: int, checkins: int) -> None:
    """Send so many wins and check-ins as this person's phone does."""
    entries = list(history(wins, checkins, time.time_ns() // 1_000_000))
    for start in range(0, len(entries), BATCH):
        person.delivers(entries[start : start + BATCH]).checked()


def _win(number: int, rng: Random) -> dict[str, Any]:
    counted = number % 2 == 0
    return {
        "what": f"{WHAT[number % len(WHAT)]}, number {number}",
        "kind": rng.choice(KINDS),
        "area": rng.choice(AREAS),
        "impact": f"{number % 9 + 1} hours a week saved" if counted else "",
        "objectives": [rng.choice(OBJECTIVES)] if counted else [],
        "next_step": "Tell the others" if number % 10 == 0 else "",
    }


def _entry(verb: str, at: int, **fields: Any) -> Entry:
    return {
        "v": 1,
        "id": str(uuid.uuid4()),
        "seq": 1,
        "verb": verb,
        "at": at,
        "offset": 0,
        "zone": "UTC",
        "fields": fields,
    }


def main() -> None:
    """Create an account and fill it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("server", type=lambda url: urlsplit(url).port, help="on this machine")
    parser.add_argument("--wins", type=int, default=20_000)
    parser.add_argument("--checkins", type=int, default=5_000)
    given = parser.parse_args()
    person = sign_up(given.server, "Ana", f"ana-{time.time_ns()}@example.org")
    fill(person, given.wins, given.checkins)
    print(f"Done. The cookie is {person.cookie}; the password is “{PASSWORD}”.")


if __name__ == "__main__":
    main()
