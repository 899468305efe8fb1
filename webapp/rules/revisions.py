"""Which of several values given to a field counts (R4)."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Revision:
    """A value that a field was given, when (ms, the phone's clock) and by which entry."""

    field: str
    value: str
    at: int
    entry: str


def newest(revisions: Iterable[Revision]) -> dict[str, str]:
    """The value that counts for each field: the latest, and by entry id where two are equal.

    The order in which revisions arrive makes no difference, so that an edit may overtake the
    entry that made the thing, and two phones end up with the same words.
    """
    chosen: dict[str, Revision] = {}
    for revision in revisions:
        rival = chosen.get(revision.field)
        if rival is None or (revision.at, revision.entry) > (rival.at, rival.entry):
            chosen[revision.field] = revision
    return {field: revision.value for field, revision in chosen.items()}
