"""Reading and writing the copies of recognitions, each statement those of one owner."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Any

from peewee import JOIN, Expression, ModelSelect, Tuple

from webapp.rules.recognition.recognitions import Copy
from webapp.rules.shared.ids import OwnerId, PersonId
from webapp.storage.capture.wins import Win
from webapp.storage.recognition.recognitions import CitedWin, Recognition

MOST_TOGETHER = 500  # copies whose wins one statement reads


def copies_of(
    owner: OwnerId, kind: Copy, after: tuple[int, str] | None = None
) -> "ModelSelect[Recognition]":
    """Return an owner's copies of one kind, newest first, after (at, id) `after`."""
    own = Recognition.select().where(Recognition.owner == owner, Recognition.kind == kind)
    if after:
        own = own.where(Tuple(Recognition.at, Recognition.id) < after)
    return own.order_by(Recognition.at.desc(), Recognition.id.desc())


def copies_between(owner: OwnerId, kind: Copy, first: int, end: int) -> "ModelSelect[Recognition]":
    """Return an owner's copies of one kind from `first` to before `end` (ms), newest first."""
    return copies_of(owner, kind).where(Recognition.at >= first, Recognition.at < end)


def copy_of(owner: OwnerId, recognition: str, kind: Copy) -> Recognition | None:
    """Return an owner's copy of one recognition, None if they have none of this kind."""
    its = (Recognition.owner == owner, Recognition.id == recognition, Recognition.kind == kind)
    found: Recognition | None = Recognition.get_or_none(*its)
    return found


def given_among(giver: PersonId, ids: Sequence[str]) -> set[str]:
    """Return those of these ids under which a person has given thanks."""
    its = (Recognition.owner == giver, Recognition.id.in_(ids), Recognition.kind == Copy.GIVEN)
    rows: Any = Recognition.select(Recognition.id).where(*its)
    return {given for (given,) in rows.tuples()}


def wins_cited(owner: OwnerId, recognitions: Iterable[str]) -> dict[str, list[CitedWin]]:
    """Return the wins that these copies of an owner cite, by recognition."""
    ids = list(recognitions)
    found: dict[str, list[CitedWin]] = defaultdict(list)
    for first in range(0, len(ids), MOST_TOGETHER):
        some = CitedWin.recognition.in_(ids[first : first + MOST_TOGETHER])
        rows = CitedWin.select().where(CitedWin.owner == owner, some)
        for row in rows.order_by(CitedWin.name, CitedWin.person, CitedWin.win):
            found[row.recognition].append(row)
    return found


def own_wins_cited(owner: OwnerId, recognitions: Sequence[str]) -> list[tuple[CitedWin, str]]:
    """Return what these copies of a person cite, with the words of their own wins; "" if gone."""
    its = (Win.person == CitedWin.owner) & (Win.id == CitedWin.win)
    rows: Any = CitedWin.select(CitedWin, Win.what).join(Win, JOIN.LEFT_OUTER, on=its)
    some = (CitedWin.owner == owner, CitedWin.recognition.in_(list(recognitions)))
    return [(row, row.what or "") for row in rows.where(*some).order_by(CitedWin.win).objects()]


def recognitions_citing(owner: OwnerId, person: PersonId, wins: Sequence[str]) -> list[CitedWin]:
    """Return where the copies of an owner cite these wins of a person."""
    its = (CitedWin.owner == owner, CitedWin.person == person, CitedWin.win.in_(wins))
    return list(CitedWin.select().where(*its).limit(MOST_TOGETHER))


def wins_cited_among(owner: OwnerId, wins: Sequence[tuple[int, str]]) -> set[tuple[int, str]]:
    """Return those of these wins, as (person, id), that any copy of an owner cites."""
    named = reduce(or_, (_is(person, win) for person, win in wins))
    cited: Any = CitedWin.select(CitedWin.person, CitedWin.win).distinct()
    return set(cited.where(CitedWin.owner == owner, named).tuples())


def _is(person: int, win: str) -> Expression:
    return (CitedWin.person == person) & (CitedWin.win == win)


def add_copy(columns: dict[str, Any]) -> None:
    """Store a copy (columns of Recognition), where its owner has none of that recognition."""
    Recognition.insert(columns).on_conflict_ignore().execute()


def add_cited(rows: Sequence[dict[str, Any]]) -> None:
    """Store wins that a copy of one owner cites (columns of CitedWin), where it does not yet."""
    if rows:
        CitedWin.insert_many(rows).on_conflict_ignore().execute()


def change_copy(owner: OwnerId, recognition: str, **columns: object) -> None:
    """Set these columns of an owner's copy."""
    its = (Recognition.owner == owner, Recognition.id == recognition)
    Recognition.update(columns).where(*its).execute()


def delete_copy(owner: OwnerId, recognition: str) -> None:
    """Delete an owner's copy, with the wins that it cites."""
    cited = (CitedWin.owner == owner, CitedWin.recognition == recognition)
    CitedWin.delete().where(*cited).execute()
    Recognition.delete().where(Recognition.owner == owner, Recognition.id == recognition).execute()


def take_person_out(owner: OwnerId, recognition: str, person: PersonId) -> None:
    """Let an owner's copy cite no win of a person; without any other it is deleted."""
    cited = (CitedWin.owner == owner, CitedWin.recognition == recognition)
    CitedWin.delete().where(*cited, CitedWin.person == person).execute()
    if not CitedWin.select().where(*cited).exists():
        delete_copy(owner, recognition)


def forget_person(person: PersonId) -> None:
    """Take a person whose account is deleted out of everybody's copies; in its transaction.

    Thanks that they gave stay, as a former colleague's. Those that they received go: out of a copy
    that names others, too, goes what is theirs (R50).
    """
    Recognition.update(giver=None, giver_name="").where(
        Recognition.giver == person, Recognition.owner != person
    ).execute()
    named: Any = CitedWin.select(CitedWin.owner, CitedWin.recognition).distinct()
    elsewhere = named.where(CitedWin.person == person, CitedWin.owner != person).tuples()
    for owner, recognition in list(elsewhere):
        take_person_out(owner, recognition, person)
