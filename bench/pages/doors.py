"""A5: whether the time of a refusal reveals that an address has an account."""

import time
from contextlib import suppress
from statistics import median

from bench.support.figures import Figure, note
from bench.support.serving import folder
from tests.support.aside import open_at
from tests.support.visitor import PASSWORD
from webapp.domain.account.authentication import person_with_password
from webapp.domain.account.people import create_person
from webapp.rules.account.people import parse_new_person
from webapp.rules.shared.problems import Invalid

TRIES = 100
KNOWN, UNKNOWN = "ana@example.org", "nobody@example.org"
HOW = f"signing in with a wrong password, {TRIES} of each in turn, median of each"


def measure() -> list[Figure]:
    """Return the ratio of known to unknown addresses, without the limits, which would add waits."""
    note("A5 sign-in, known and unknown address")
    took: dict[str, list[float]] = {KNOWN: [], UNKNOWN: []}
    with folder() as data, open_at(data / "doors.db"):
        create_person(parse_new_person("Ana", KNOWN, PASSWORD, None))
        for _ in range(TRIES):
            for email, times in took.items():
                times.append(_refused(email))
    known, unknown = (median(times) for times in took.values())
    how = f"{HOW}; {known:.1f} and {unknown:.1f} ms; to reach: 0.9 to 1.1"
    return [Figure("A5 sign-in, known / unknown address", known / unknown, "x", how)]


def _refused(email: str) -> float:
    began = time.perf_counter()
    with suppress(Invalid):
        person_with_password(email, "not the password")
    return (time.perf_counter() - began) * 1000
