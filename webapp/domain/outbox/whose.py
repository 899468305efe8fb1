"""Whose things the entries of a phone are about, where they do not say so themselves.

An undo, and that a goal on Today is met, name no team: Today's scripts know of none. Thanks are
their giver's to take back, also once they have left the team in which they gave them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from webapp.domain.account.acting import Acting
from webapp.domain.account.people import SignedIn
from webapp.rules.goals.completions import Completion
from webapp.rules.outbox.entries import Entry, Undo
from webapp.rules.recognition.recognitions import Recognised
from webapp.rules.shared.ids import id_of_team
from webapp.rules.shared.problems import Problem
from webapp.storage.goals.goals import goals_among
from webapp.storage.goals.members import teams_with_goals
from webapp.storage.outbox.receipts import teams_of_receipts
from webapp.storage.teams.memberships import teams_of


def with_teams(person: SignedIn, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries, those that name no team with the one that has what they are about.

    One statement for all undos and, of somebody in a team, two for all goals that are met; one
    more for each team where a goal is nobody's any more. Inside the transaction of the receipts.
    """
    found = _of_goals(person, _targets(entries, Completion)) if person.teams else {}
    entries = [_with_team(entry, Completion, found) for entry in entries]
    undone = _targets(entries, Undo)
    found = teams_of_receipts(person.id, undone) if undone else {}
    things = (entry for entry in entries if not isinstance(entry.content, Recognised))
    together = {entry.id: entry.team for entry in things}  # what came with its own undo
    return [_with_team(entry, Undo, {**together, **found}) for entry in entries]


def without_refused_undos(
    person: SignedIn, entries: Sequence[Entry], owners: Mapping[int, Acting | Problem]
) -> list[Entry]:
    """Return the entries, those that undo what is refused with them as the person's own.

    There is nothing to take back then but the entry, and that the person may always do: it was not
    stored, or was taken back before it came.
    """
    never_stored = _never_stored(person, entries, owners)
    return [
        replace(entry, team=0)
        if isinstance(entry.content, Undo) and entry.content.target in never_stored
        else entry
        for entry in entries
    ]


def _never_stored(
    person: SignedIn, entries: Sequence[Entry], owners: Mapping[int, Acting | Problem]
) -> set[str]:
    # What undos for teams are about for which the person may do nothing, and what is not there.
    refused = [entry for entry in entries if isinstance(owners.get(entry.team), Problem)]
    lost = [one.content.target for one in refused if isinstance(one.content, Undo)]
    return set(lost) - teams_of_receipts(person.id, lost).keys() if lost else set()


def _targets(entries: Iterable[Entry], kind: type[Undo | Completion]) -> list[str]:
    unnamed = (entry.content for entry in entries if not entry.team)
    return list(dict.fromkeys(one.target for one in unnamed if isinstance(one, kind)))


def _with_team(entry: Entry, kind: type[Undo | Completion], teams: Mapping[str, int]) -> Entry:
    if entry.team or not isinstance(entry.content, kind):
        return entry
    return replace(entry, team=teams.get(entry.content.target, 0))


def _of_goals(person: SignedIn, goals: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    left = _without(goals, goals_among(person.owner, goals)) if goals else []
    if left:
        found = teams_with_goals(person.id, left)
        left = _without(left, found)
    for team in teams_of(person.id) if left else ():
        its = goals_among(id_of_team(team.team_id), left)
        found |= dict.fromkeys(its, id_of_team(team.team_id))
        left = _without(left, its)
    return found


def _without(goals: Iterable[str], known: Iterable[str]) -> list[str]:
    there = set(known)
    return [goal for goal in goals if goal not in there]
