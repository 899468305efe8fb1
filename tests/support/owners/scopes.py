"""Whose rows a statement reads or changes, told by its text alone (A8).

Each table that holds somebody's rows must be tied to one person in the statement itself: its
column `owner_id` or `person_id` equals a value, or a column that does. A page may show the right
rows without that, by luck of the data or since a later step looks again; this holds it anyway.
And a statement that reads several tables must be about one owner in all of them, so that it finds
its rows in one place where owners are spread over several (decision 49).
"""

import re
from dataclasses import dataclass, field
from functools import cache

from webapp.storage.engine.database import Stored
from webapp.storage.upkeep.models import WHOSE as KEYED

TOKEN = re.compile(r'"\w+"(?:\."\w+")?|\w+|\?|%s|\S')
COLUMN = re.compile(r'"(\w+)"\."(\w+)"')
NAME = re.compile(r'"(\w+)"')
SETS = {"UNION", "INTERSECT", "EXCEPT"}
BEFORE_A_TABLE = {"FROM", "JOIN", "UPDATE", "INTO", ","}
VALUES, LISTS = ("?", "%s"), (["(", "?"], ["(", "%s"])
GIVEN = (0, "", "")  # the value that a statement is given
Place = tuple[int, str, str]  # the id() of a part, an alias, a column


def name_of(model: type[Stored]) -> str:
    """Return the name of a model's table."""
    return str(model._meta.table_name)  # type: ignore[attr-defined]


# By table the columns that say whose a row is; one of them must be tied to a value.
WHOSE: dict[str, set[str]] = {
    **{name_of(model): {whose.column_name} for model, whose in KEYED.items()},
    "person": {"id", "email", "key"},
    "owner": {"id", "person_id"},
    "link": {"person_id"},
}
# By table the columns by which a statement finds rows that many own: those of one team, say. Such a
# statement is about the one whose number it is given, and reads no other table by what it finds.
FOUND_BY = {
    "membership": {"team_id"},
    "goal_member": {"person_id"},
    "team": {"organisation_id"},
    "organisation_role": {"person_id"},
    "recognition": {"giver_id"},
    "cited_win": {"person_id"},
    "counts_in": {"team_id"},
    "chosen_win": {"person_id"},
    "shared_objective": {"recipient_id"},
    "shared_win": {"objective"},
}
NUMBERS = {**WHOSE, "person": {"id"}}  # those of them that hold the number of an owner
# A row that is read by a secret, which one person alone has, says itself whose it is.
SECRETS = {"session": "token_hash", "link": "token_hash"}


@dataclass(eq=False)
class Part:
    """A SELECT inside a statement, or an UPDATE or DELETE, by the aliases of its tables."""

    outer: "Part | None"
    reads: bool
    tables: dict[str, str] = field(default_factory=dict)

    def place(self, alias: str, column: str) -> Place:
        """Return the column of the nearest table with this alias; one name for what says whose."""
        at = self._of(alias)
        table = at.tables.get(alias, "")
        says = column in WHOSE.get(table, ()) or (self.reads and column == SECRETS.get(table))
        return (id(at), alias, "whose" if says else column)

    def has_number(self, alias: str, column: str) -> bool:
        """Return whether this column of the nearest table with this alias has owners' numbers."""
        return column in NUMBERS.get(self._of(alias).tables.get(alias, ""), ())

    def _of(self, alias: str) -> "Part":
        at = self
        while alias not in at.tables and at.outer is not None:
            at = at.outer
        return at


class Ties:
    """Which columns are equal, and which are equal to a value that the statement is given."""

    def __init__(self) -> None:
        self._next: dict[Place, Place] = {}

    def tie(self, one: Place, other: Place) -> None:
        """Say that both are equal."""
        first, last = self._end(one), self._end(other)
        if first != last:
            self._next[first] = last

    def is_given(self, one: Place) -> bool:
        """Return whether this equals a value that the statement is given."""
        return self._end(one) == self._end(GIVEN)

    def _end(self, one: Place) -> Place:
        while one in self._next:
            one = self._next[one]
        return one


def unscoped(sql: str) -> list[str]:
    """Return the tables of somebody's rows that the statement ties to nobody."""
    if sql.startswith("INSERT") and "SELECT" not in sql:
        return []
    tokens = TOKEN.findall(sql)
    parts = _parts(tokens)
    for number, part in enumerate(parts):
        _note_table(tokens, number, part)
    ties = _ties(tokens, parts)
    return [
        table
        for part in dict.fromkeys(parts)
        for alias, table in part.tables.items()
        if table in WHOSE
        and not any(
            ties.is_given(part.place(alias, column))
            for column in ("whose", *FOUND_BY.get(table, ()))
        )
    ]


@cache
def numbers_in(sql: str) -> tuple[int, ...]:
    """Return which of a statement's values (0 is the first) are compared with owners' numbers."""
    tokens = TOKEN.findall(sql)
    parts = _parts(tokens)
    for number, part in enumerate(parts):
        _note_table(tokens, number, part)
    values = [number for number, token in enumerate(tokens) if token in VALUES]
    return tuple(place for place, at in enumerate(values) if _is_number(tokens, at, parts[at]))


def _is_number(tokens: list[str], at: int, part: Part) -> bool:
    compared = at - 1
    while tokens[compared] in {"(", ",", *VALUES}:  # in a list
        compared -= 1
    column = COLUMN.fullmatch(tokens[compared - 1])
    return bool(column and tokens[compared] in {"=", "IN"} and part.has_number(*column.groups()))


def _parts(tokens: list[str]) -> list[Part]:
    """Return for each token the part of the statement that it is in."""
    reads = tokens[0] not in {"UPDATE", "DELETE"}
    found: list[Part] = []
    stack = [(Part(None, reads), True)]  # and whether it began in these parentheses
    for token in tokens:
        part, began_here = stack[-1]
        if token == "(":
            stack.append((part, False))
        elif token == ")":
            stack.pop()
        elif token == "SELECT" and not began_here:
            stack[-1] = (Part(part, reads), True)
        elif token in SETS and began_here:
            stack[-1] = (Part(part.outer, reads), True)
        found.append(stack[-1][0])
    return found


def _optional(tokens: list[str]) -> list[bool]:
    """Return for each token whether it need not hold: it is in parentheses that have an OR."""
    groups, count, ors = [[0]], 0, set()
    around = []
    for token in tokens:
        if token == "(":
            count += 1
            groups.append([*groups[-1], count])
        elif token == ")":
            groups.pop()
        elif token == "SELECT":  # what is around it says nothing about its own rows
            groups[-1] = groups[-1][-1:]
        elif token == "OR":
            ors.add(groups[-1][-1])
        around.append(groups[-1])
    return [not ors.isdisjoint(group) for group in around]


def _note_table(tokens: list[str], number: int, part: Part) -> None:
    named = NAME.fullmatch(tokens[number])
    if not named or number == 0 or tokens[number - 1] not in BEFORE_A_TABLE:
        return
    renamed = tokens[number + 1 : number + 2] == ["AS"]
    if tokens[number - 1] == "," and not renamed:  # a column that an UPDATE sets
        return
    alias = NAME.fullmatch(tokens[number + 2]) if renamed else named
    if alias:
        part.tables[alias[1]] = named[1]


def _ties(tokens: list[str], parts: list[Part]) -> Ties:
    ties, optional = Ties(), _optional(tokens)
    for number in range(1, len(tokens) - 1):
        left = COLUMN.fullmatch(tokens[number - 1])
        if not left or tokens[number] not in {"=", "IN"} or optional[number]:
            continue
        one = parts[number].place(*left.groups())
        if column := COLUMN.fullmatch(tokens[number + 1]):
            ties.tie(one, parts[number].place(*column.groups()))
        elif tokens[number + 1] in VALUES or tokens[number + 1 : number + 3] in LISTS:
            ties.tie(one, GIVEN)
    return ties
