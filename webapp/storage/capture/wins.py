"""Wins and their links."""

from collections.abc import Iterable
from operator import itemgetter
from typing import Any

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    DoubleField,
    ForeignKeyField,
    ModelSelect,
    SmallIntegerField,
    TextField,
    Tuple,
    fn,
)

from webapp.rules.capture.audiences import Audience, shown_of
from webapp.rules.capture.fields import WIN_FIELDS, WinFields
from webapp.rules.shared.ids import OwnerId, TeamId
from webapp.storage.account.people import Owner
from webapp.storage.capture.columns import WithWinFields
from webapp.storage.engine.compiled import CompiledInsert
from webapp.storage.engine.database import Stored
from webapp.storage.engine.lists import is_listed


class Win(Stored, metaclass=WithWinFields):
    """A win, keyed by its owner, a person or a team, and the id that its phone made.

    person: the number of its owner. team: the number of the team on whose board it is, if any.
    happened, entered, received: ms since 1970 (the tap or what the person said, the phone's
    clock at the tap, the server's clock). day: the ISO date it counts for. offset, zone: where the
    phone was. wrong_clock: the phone's time could not be true; `happened` is `received`.
    preset: id of the button that was tapped, or "". counted: derived from the fields
    (rules/capture/wins.py is_counted) and stored, so that lists can filter by it. folded: its words
    as searches compare them (rules/capture/searches.py searched_text). verified: it names a goal
    that was met by its criteria (storage/goals/verified.py). The other columns hold the fields of
    rules/capture/fields.py, in the order in which migrations added them. A field without a column
    here gets one at the end (storage/capture/columns.py).
    """

    person_id: OwnerId
    team_id: TeamId | None
    person = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    id = CharField(max_length=36)
    kind = CharField(max_length=12)
    what = TextField()
    impact = TextField(default="")
    next_step = TextField(default="")
    happened = BigIntegerField()
    entered = BigIntegerField()
    received = BigIntegerField()
    day = CharField(max_length=10)
    offset = SmallIntegerField()
    zone = CharField(max_length=64)
    wrong_clock = BooleanField(default=False)
    evidence = TextField(default="")
    moves = CharField(max_length=12, default="")
    area = CharField(max_length=60, default="")
    visibility = CharField(max_length=12, default="private")
    measurable = BooleanField(default=False)
    goal = CharField(max_length=36, default="")
    objectives = TextField(default="")
    indicator = CharField(max_length=36, default="")
    before = DoubleField(null=True)
    after = DoubleField(null=True)
    preset = CharField(max_length=36, default="")
    approach = TextField(default="")
    worked = TextField(default="")
    improve = TextField(default="")
    counted = BooleanField(default=False)
    folded = TextField(default="")
    verified = BooleanField(default=False)
    team = ForeignKeyField(Owner, null=True, on_delete="SET NULL", index=False, backref="+")

    class Meta:
        primary_key = CompositeKey("person", "id")
        indexes = (
            (("person", "happened", "id"), False),
            (("person", "day", "counted", "kind", "area"), False),
        )

    @property
    def audience(self) -> Audience:
        """Who may see it, as it was said."""
        return Audience(self.visibility, self.team_id)

    @property
    def fields(self) -> WinFields:
        """What the person said of the win."""
        said = WinFields._make([getattr(self, name) for name in WIN_FIELDS])
        return said._replace(visibility=shown_of(self.audience))


class WinLink(Stored):
    """A link from a win to a goal, an objective or an indicator, `target`, that can be looked up.

    It repeats what the win's columns say. kind: "goal", "objective" or "indicator".
    """

    person = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    kind = CharField(max_length=12)
    target = CharField(max_length=36)
    win = CharField(max_length=36)

    class Meta:
        primary_key = CompositeKey("person", "kind", "target", "win")
        indexes = ((("person", "win"), False),)


def delete_win(owner: OwnerId, win_id: str) -> TeamId | None:
    """Delete one win, and return the number of the team on whose board it was, or None."""
    own = (Win.person == owner, Win.id == win_id)
    rows = list(Win.delete().where(*own).returning(Win.team).tuples().execute())
    return rows[0][0] if rows else None


def delete_win_links(owner: OwnerId, win_id: str) -> None:
    """Delete the links of one win."""
    WinLink.delete().where(WinLink.person == owner, WinLink.win == win_id).execute()


def delete_links_to(owner: OwnerId, kind: str, target: str) -> None:
    """Delete the links of all wins of a person to `target`."""
    WinLink.delete().where(
        WinLink.person == owner, WinLink.kind == kind, WinLink.target == target
    ).execute()


def links_of_win(owner: OwnerId, win_id: str) -> list[tuple[str, str]]:
    """Return the links of one win as (kind, target)."""
    query: Any = WinLink.select(WinLink.kind, WinLink.target).where(
        WinLink.person == owner, WinLink.win == win_id
    )
    return list(query.tuples())


def count_linked_wins(owner: OwnerId, kind: str, target: str) -> int:
    """Return how many wins of a person are linked to `target`."""
    number: int = linked_win_ids(owner, kind, target).count()
    return number


LINK_COLUMNS = (
    Win.id,
    Win.objectives,
    Win.indicator,
    Win.impact,
    Win.measurable,
    Win.verified,
    Win.entered,
    Win.received,
)


def linked_win_rows(owner: OwnerId, kind: str, target: str) -> list[Any]:
    """Return rows (see LINK_COLUMNS) of the person's wins linked to `target`, in any order."""
    named = is_listed(Win.id, linked_win_ids(owner, kind, target))
    return list(Win.select(*LINK_COLUMNS).where(Win.person == owner, named).namedtuples())


def win_rows_among(owner: OwnerId, ids: "ModelSelect[Any]") -> list[Any]:
    """Return rows (see LINK_COLUMNS) of those of the person's wins that a subquery names."""
    return list(
        Win.select(*LINK_COLUMNS).where(Win.person == owner, is_listed(Win.id, ids)).namedtuples()
    )


def add_links_to(owner: OwnerId, kind: str, target: str, wins: list[str]) -> None:
    """Link these wins to `target`, where they are not linked yet."""
    rows = [{"person": owner, "kind": kind, "target": target, "win": win} for win in wins]
    if rows:
        WinLink.insert_many(rows).on_conflict_ignore().execute()


def linked_wins(
    owner: OwnerId, kind: str, target: str, after: tuple[int, str] | None = None
) -> "ModelSelect[Win]":
    """Return the person's wins linked to `target`, newest first, after (happened, id) `after`."""
    wins = own_wins(owner).where(is_listed(Win.id, linked_win_ids(owner, kind, target)))
    return wins_older_than(wins, *after) if after else wins


def linked_win_ids(owner: OwnerId, kind: str, target: str) -> "ModelSelect[WinLink]":
    """Return a subquery for the ids of a person's wins linked to `target`."""
    return WinLink.select(WinLink.win).where(
        WinLink.person == owner, WinLink.kind == kind, WinLink.target == target
    )


def own_wins(owner: OwnerId) -> "ModelSelect[Win]":
    """Return all wins of a person, newest first by when they happened."""
    return Win.select().where(Win.person == owner).order_by(Win.happened.desc(), Win.id.desc())


def wins_between(owner: OwnerId, first: int, last: int) -> "ModelSelect[Win]":
    """Return the person's wins that happened from `first` to `last` (ms), newest first."""
    return own_wins(owner).where(Win.happened.between(first, last))


def wins_older_than(wins: "ModelSelect[Win]", happened: int, win_id: str) -> "ModelSelect[Win]":
    """Return the part of `wins` that comes after this win in the list."""
    return wins.where(Tuple(Win.happened, Win.id) < Tuple(happened, win_id))


def wins_down_to(wins: "ModelSelect[Win]", happened: int, win_id: str) -> "ModelSelect[Win]":
    """Return the part of `wins` up to this win in the list, itself included."""
    return wins.where(Tuple(Win.happened, Win.id) >= Tuple(happened, win_id))


def one_win(owner: OwnerId, win_id: str) -> "ModelSelect[Win]":
    """Return a query for the win of a person with this id."""
    return Win.select().where(Win.person == owner, Win.id == win_id)


def last_win_by_goal(owner: OwnerId, goals: list[str], since: int) -> "Iterable[tuple[str, int]]":
    """Yield (goal, happened) of the last win since `since` (ms) that names each of these goals."""
    query: Any = (
        Win.select(Win.goal, fn.MAX(Win.happened))
        .where(Win.person == owner, Win.happened >= since, Win.goal.in_(goals))
        .group_by(Win.goal)
        .tuples()
    )
    found: Iterable[tuple[str, int]] = query
    return found


_WHEN = (Win.happened, Win.offset, Win.zone, Win.wrong_clock)
_OWN = (Win.id, *_WHEN, Win.counted, Win.verified, Win.team)
ROW_COLUMNS = (*_OWN, *[getattr(Win, name) for name in WIN_FIELDS])

_COLUMNS = (*ROW_COLUMNS, Win.person, Win.entered, Win.received, Win.day, Win.preset, Win.folded)
_add = CompiledInsert(Win, _COLUMNS, Win.id)
_values = itemgetter(*(column.name for column in _COLUMNS))


def add_wins(rows: list[dict[str, Any]]) -> None:
    """Store new wins in one statement."""
    _add([_values(row) for row in rows])
