"""Who stores so much that one request searches only a part of it for words."""

from collections.abc import Sequence
from functools import lru_cache

from webapp.domain.account.acting import Acting
from webapp.rules.capture.searches import Search
from webapp.rules.shared.ids import OwnerId
from webapp.storage.capture.searches import (
    folded_bytes,
    most_bytes,
    search_end,
    since_midnight,
    wins_like,
)
from webapp.storage.capture.wins import Win, wins_older_than

KNOWN = 1_000  # numbers that are kept; no words


def end_of_search(
    acting: Acting, search: Search, after: tuple[int, str] | None = None
) -> Win | None:
    """Return the oldest win that one request searches for words, None when it searches them all.

    after: as of wins_page. Who stores very much searches in parts.
    """
    most = bytes_at_once(acting, search.words)
    if most is None:
        return None
    wins = wins_like(acting.owner, search)
    if after:
        wins = wins_older_than(wins, *after)
    return search_end(wins, most, (Win.happened, Win.id), since_midnight)


def bytes_at_once(acting: Acting, words: Sequence[str], *, recorded: bool = False) -> int | None:
    """Return how many bytes one search for folded words compares; None when it compares all.

    recorded: as of most_bytes. Usually without a query: what a person stored is counted, and is
    more than the folded words of their wins.
    """
    most = most_bytes(words, recorded=recorded)
    if not words or acting.stored <= most:
        return None
    return most if known_bytes(acting.owner, acting.rev) > most else None


@lru_cache(maxsize=KNOWN)
def known_bytes(owner: OwnerId, _rev: int) -> int:
    """Return how many bytes the folded words of somebody's wins have.

    Asked for again when something of theirs changed, and not at each letter that is typed.
    """
    return folded_bytes(owner)
