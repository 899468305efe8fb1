"""Taking prompts into the hands of this worker, and storing what became of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from webapp.storage.engine.database import connection, transaction
from webapp.storage.reminders import claims
from webapp.storage.reminders.prompts import Prompt

MOST = 100  # claimed in one transaction
SECOND = 1000  # ms
LEASE = 30 * SECOND
MOST_TRIES = 10  # claims of one prompt, of which none was finished


class End(StrEnum):
    """What can become of a prompt that was claimed."""

    SENT = "sent"
    SKIPPED = "skipped"
    AGAIN = "again"  # it goes on waiting
    UNTRIED = "untried"  # likewise, and nothing was tried


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a prompt. at: ms at which it was sent, or from which it is tried again.

    reason: why it is skipped.
    """

    end: End
    at: int | None = None
    reason: str = ""


def claim(now: int, most: int = MOST) -> list[Prompt]:
    """Return prompts that are due at `now` (ms); nobody else has them until now + LEASE."""
    with connection(), transaction():
        return claims.claim_due(now, now + LEASE, most)


def renew(held: Iterable[Prompt], now: int) -> None:
    """Let this worker have these prompts until now + LEASE (ms)."""
    with connection(), transaction():
        for prompt in held:
            claims.renew_lease(prompt, now + LEASE)


def next_free(now: int) -> int | None:
    """Return when the first of the prompts that other workers hold can be claimed, ms.

    None if others hold none. now: ms.
    """
    with connection():
        return claims.next_free(now, now + LEASE)


def store(outcomes: Iterable[tuple[Prompt, Outcome]]) -> None:
    """Store what became of claimed prompts, in one transaction."""
    with connection(), transaction():
        for prompt, outcome in outcomes:
            _store(prompt, outcome)


def _store(prompt: Prompt, outcome: Outcome) -> None:
    match outcome.end:
        case End.SENT:
            claims.mark_sent(prompt, outcome.at or 0)
        case End.SKIPPED:
            claims.skip_claimed(prompt, outcome.reason)
        case End.AGAIN:
            claims.release(prompt, outcome.at)
        case End.UNTRIED:
            claims.release_untried(prompt)
