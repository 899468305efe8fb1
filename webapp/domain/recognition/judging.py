"""Whom thanks reach: judged when they arrive, by the memberships and boards of then (R33)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from webapp.domain.account.acting import Acting
from webapp.domain.teams.sharing import is_for_a_team
from webapp.rules.capture.fields import WinKind
from webapp.rules.outbox.entries import Entry
from webapp.rules.recognition.recognitions import (
    HAVE_LEFT,
    NEEDS_WHY,
    NOT_SHARED,
    ONESELF,
    Citation,
    Recognised,
    Wish,
    has_own_why,
)
from webapp.rules.shared.ids import PersonId, id_of_person, id_of_team
from webapp.rules.shared.problems import N_, Problem
from webapp.storage.capture.wins import one_win
from webapp.storage.outbox.receipts import has_receipt
from webapp.storage.teams.boards import row_on_board
from webapp.storage.teams.memberships import Membership, current_membership, membership_of
from webapp.storage.teams.shared_wins import SharedWin

NO_TEAM = Problem("team", N_("There is no such team."))


@dataclass(frozen=True, slots=True)
class Reached:
    """A win for which its owner can be thanked now.

    name, wish: its owner's. words: what its board shows of it. light: a quick win without an
    indicator or a goal met.
    """

    person: PersonId
    name: str
    wish: Wish
    win: str
    words: tuple[str, ...]
    counted: bool
    light: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """The wins that thanks reach, and the names of those whom they do not reach at all."""

    reached: tuple[Reached, ...]
    missed: tuple[str, ...]


def judge_recognitions(acting: Acting, entries: Sequence[Entry]) -> dict[str, Reach | Problem]:
    """Return whom those of these entries reach that thank, or why nobody, by entry id.

    Inside their transaction. What was stored before is not judged again.
    """
    return {
        entry.id: judge(acting, entry.content)
        for entry in entries
        if isinstance(entry.content, Recognised) and not has_receipt(acting.actor, entry.id)
    }


def judge(acting: Acting, said: Recognised) -> Reach | Problem:
    """Return whom thanks to members of the team reach, or why they reach nobody.

    Only members of the team are thanked, and for wins on its board. Of any other win the giver
    reads the same, whether it was made private, was deleted or never was there.
    """
    if not is_for_a_team(acting):
        return NO_TEAM
    if any(one.person == acting.actor for one in said.wins):
        return ONESELF
    reached, missed, left = _reached(acting, said.wins)
    if not reached:
        return HAVE_LEFT if left else NOT_SHARED
    if said.to_team and not has_own_why(said.matters, [w for one in reached for w in one.words]):
        return NEEDS_WHY
    return Reach(tuple(reached), _names_of(missed, {one.person for one in reached}))


def _names_of(missed: Iterable[tuple[PersonId, str]], reached: set[PersonId]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for person, name in missed if person not in reached))


def light_of(row: SharedWin) -> bool:
    """Return whether a win on a board is a quick one without an indicator or a goal met."""
    return _facts(row)[1]


def _reached(
    acting: Acting, wins: Sequence[Citation]
) -> tuple[list[Reached], list[tuple[PersonId, str]], bool]:
    # With those whose win it does not reach, and whether any of them has left the team.
    reached: list[Reached] = []
    missed: list[tuple[PersonId, str]] = []
    known = {person: membership_of(person, acting.owner) for person in {one.person for one in wins}}
    for person, win in wins:
        member = known[person]
        row = row_on_board(id_of_team(acting.owner), person, win) if member else None
        if member and row and member.left is None:
            reached.append(_reach(member, row))
        elif member:
            missed.append((person, member.person_name))
    return reached, missed, any(one and one.left is not None for one in known.values())


def _reach(member: Membership, row: SharedWin) -> Reached:
    counted, light = _facts(row)
    return Reached(
        id_of_person(member.person_id),
        member.person_name,
        Wish(member.thanks),
        row.win,
        (row.what, row.impact, row.next_step),
        counted,
        light,
    )


def _facts(row: SharedWin) -> tuple[bool, bool]:
    """Return whether the win counts, and whether it is light: its owner's alone to know (R29)."""
    win = one_win(row.person_id, row.win).first()
    if win is None:
        return False, True
    return win.counted, win.kind == WinKind.QUICK and not (win.indicator or win.verified)


def receivers_in(actor: PersonId, entries: Iterable[Entry]) -> set[PersonId]:
    """Return the mates whom these entries of a person thank, as far as they are in the team."""
    found: set[PersonId] = set()
    for entry in entries:
        if isinstance(entry.content, Recognised) and entry.team:
            team = id_of_team(entry.team)
            people = {one.person for one in entry.content.wins}
            if current_membership(actor, team):
                found |= {one for one in people if current_membership(one, team)}
    return found
