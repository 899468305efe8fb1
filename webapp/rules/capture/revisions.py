"""Which of the values that a field was given is the current one (R4)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from webapp.rules.shared.problems import N_, Problem

MOST_REVISIONS = 1000  # values that the fields of one thing are given; more are not kept
TOO_MANY_REVISIONS = Problem(
    "target", N_("This was changed 1,000 times, which is as many as are kept. Write it as another.")
)


@dataclass(frozen=True, slots=True)
class Revision:
    """A value that a field was given. at: ms by the phone's clock; entry: id of its entry."""

    field: str
    value: str
    at: int
    entry: str


@dataclass(frozen=True, slots=True)
class ReplacedValue:
    """A value that a field had until `until` (ms), when it was given another."""

    field: str
    value: str
    until: int


def current_values(revisions: Iterable[Revision], made_by: str) -> dict[str, str]:
    """Return the current value of each field, see current_revisions."""
    current = current_revisions(revisions, made_by)
    return {field: revision.value for field, revision in current.items()}


def current_revisions(revisions: Iterable[Revision], made_by: str) -> dict[str, Revision]:
    """Return the current value of each field: the latest, with equal times by entry id.

    The value from the entry that created the thing, `made_by`, is the oldest, whatever the clocks
    say. The order in which revisions arrive makes no difference: an edit may arrive before the
    entry that it edits, and two phones end up with the same values.
    """
    chosen: dict[str, Revision] = {}
    for revision in revisions:
        rival = chosen.get(revision.field)
        if rival is None or _age(revision, made_by) > _age(rival, made_by):
            chosen[revision.field] = revision
    return chosen


def replaced_values(revisions: Iterable[Revision], made_by: str) -> list[ReplacedValue]:
    """Return the values that are no longer current, the last to be replaced first."""
    by_field = sorted(revisions, key=lambda one: (one.field, _age(one, made_by)))
    old = [one for _, of_field in groupby(by_field, _field) for one in _old(of_field)]
    return sorted(old, key=lambda one: (one.until, one.field), reverse=True)


def _old(of_field: Iterable[Revision]) -> Iterator[ReplacedValue]:
    for one, following in pairwise(of_field):
        if one.value != following.value:
            yield ReplacedValue(one.field, one.value, following.at)


def _field(revision: Revision) -> str:
    return revision.field


def _age(revision: Revision, made_by: str) -> tuple[bool, int, str]:
    return revision.entry != made_by, revision.at, revision.entry
