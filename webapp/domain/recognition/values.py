"""The values and priorities of a team, kept by its leads (R34)."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from webapp.domain.teams.acting import ARCHIVED
from webapp.rules.recognition.values import (
    MOST_VALUES,
    SAME_VALUE,
    TOO_MANY_VALUES,
    parse_value,
)
from webapp.rules.shared.folding import folded
from webapp.rules.shared.ids import TeamId
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.storage.account.owners import raise_rev_of_team
from webapp.storage.account.teams import team_row
from webapp.storage.engine.database import transaction
from webapp.storage.recognition.values import (
    TeamValue,
    current_values,
    remove_value,
    store_value,
)


@dataclass(frozen=True, slots=True)
class Value:
    """A value or priority of a team."""

    id: str
    name: str


def values_of(team: TeamId) -> list[Value]:
    """Return the values and priorities of a team, in the order of its list."""
    return [Value(row.id, row.name) for row in current_values(team)]


def add_value(team: TeamId, given: object) -> None:
    """Add a value to a team's list; Invalid: it is full, or has it."""
    name = parse_value(given)
    with _changing_values(team) as there:
        if len(there) >= MOST_VALUES:
            raise Invalid(TOO_MANY_VALUES)
        _refuse_same(there, name)
        last = max((row.place for row in there), default=-1)
        store_value(team, str(uuid.uuid4()), name, last + 1)


def rename_value(team: TeamId, value: str, given: object, now: int) -> None:
    """Give a value another name; thanks that named it keep the one before. Invalid, NotFound."""
    name = parse_value(given)
    with _changing_values(team) as there:
        _refuse_same([row for row in there if row.id != value], name)
        row = remove_value(team, value, now)
        if row is None:
            raise NotFound
        store_value(team, str(uuid.uuid4()), name, row.place)


def drop_value(team: TeamId, value: str, now: int) -> None:
    """Take a value off the list; thanks that named it keep it. NotFound."""
    with _changing_values(team):
        if remove_value(team, value, now) is None:
            raise NotFound


@contextmanager
def _changing_values(team: TeamId) -> Iterator[list[TeamValue]]:
    with transaction():
        raise_rev_of_team(team)  # it locks the team's row
        row = team_row(team)
        if row is None or row.archived is not None:
            raise Invalid(ARCHIVED)
        yield current_values(team)


def _refuse_same(there: list[TeamValue], name: str) -> None:
    if folded(name) in {folded(row.name) for row in there}:
        raise Invalid(SAME_VALUE)
