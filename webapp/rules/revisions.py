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


def newest(revisions: Iterable[Revision], made_by: str) -> dict[str, str]:
    """The value that counts for each field: the latest, and by entry id where two are equal.

    The value of the entry that made the thing, `made_by`, is the oldest whatever the clocks say.

    The order in which revisions arrive makes no difference, so that an edit may overtake the
    entry that made the thing, and two phones end up with the same words.
    """
    chosen: dict[str, Revision] = {}
    for revision in revisions:
        rival = chosen.get(revision.field)
        if rival is None or _age(revision, made_by) > _age(rival, made_by):
            chosen[revision.field] = revision
    return {field: revision.value for field, revision in chosen.items()}


def _age(revision: Revision, made_by: str) -> tuple[bool, int, str]:
    return revision.entry != made_by, revision.at, revision.entry
