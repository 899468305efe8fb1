"""Entries that change what a team owns: who may, and the win that a met goal becomes."""

import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from webapp.domain.account.acting import Acting
from webapp.domain.account.people import SignedIn
from webapp.domain.account.roles import is_permitted, role_of
from webapp.domain.capture.wins import log_wins
from webapp.domain.goals.completed import fields_of_win
from webapp.domain.goals.completions import Completed
from webapp.domain.goals.verified import verify_wins
from webapp.domain.teams.acting import ARCHIVED, acting_of_member
from webapp.rules.capture.wins import LoggedWin, parse_win
from webapp.rules.goals.goals import GoalState
from webapp.rules.outbox.entries import Entry
from webapp.rules.rights.permissions import Access, Permission, Thing, may
from webapp.rules.shared.ids import OwnerId, TeamId, id_of_team
from webapp.rules.shared.problems import N_, Problem
from webapp.storage.account.owners import raise_rev_of_team
from webapp.storage.account.teams import Team
from webapp.storage.capture.revisions import revisions_of
from webapp.storage.capture.wins import one_win
from webapp.storage.goals.changes import was_completed
from webapp.storage.goals.goals import Goal, one_goal

CHANGE = Permission(Thing.OWNED, Access.CHANGE)
NOT_YOURS = Problem("team", N_("You are not in that team any more."))


def owners_of(
    person: SignedIn, entries: Sequence[Entry], words: Mapping[str, int]
) -> dict[int, Acting | Problem]:
    """Return by the team of entries whose things they change; 0, always there: the person's own.

    A problem: the person may not change anything there. The team's row is locked first, so that
    nobody leaves it or is removed in between, and gets the bytes of its entries (words, by id)
    added to what it stored. Inside the transaction of the receipts.
    """
    sizes: Counter[int] = Counter()
    for entry in entries:
        sizes[entry.team] += words.get(entry.id, 0)
    teams = sorted({0, *sizes})
    return {
        team: _acting(person, id_of_team(team), sizes[team]) if team else person for team in teams
    }


def _acting(person: SignedIn, team: TeamId, size: int) -> Acting | Problem:
    more = {"stored": Team.stored + size} if size else {}
    if not (_is_permitted(person, team) and raise_rev_of_team(team, **more)):
        return NOT_YOURS
    acting = acting_of_member(team, person.id)  # again, behind the lock
    if acting is None or not is_permitted(acting, CHANGE):
        return NOT_YOURS
    return ARCHIVED if acting.is_archived else acting


def _is_permitted(person: SignedIn, team: TeamId) -> bool:
    return may(role_of(person.id, team), CHANGE)


def log_met(acting: Acting, completed: Iterable[Completed], now: int) -> None:
    """Log a win of the team for each of its goals that was met, once however often that was said.

    Inside the transaction of the receipts; now: ms of arrival. Of one's own goals none.
    """
    if acting.owner == acting.actor:
        return
    wins = {entry.id: (entry, win) for entry, win in _wins_of(acting, completed, now)}
    log_wins(acting, list(wins.values()), now)
    verify_wins(acting, list(wins))


def wins_no_more(acting: Acting, undone: Iterable[tuple[str, str]]) -> list[str]:
    """Return the ids of wins that log_met made of goals that are not met after all.

    undone: (goal, period) of what was taken back. A win that was changed since stays. Of one's own
    goals there are none: whether a win is logged is a tap of its own there.
    """
    if acting.owner == acting.actor:
        return []
    unmet = [pair for pair in undone if not _is_met(acting.owner, *pair)]
    ids = [_win_id(goal, period) for goal, period in unmet]
    return [one for one in ids if not any(revisions_of(acting.owner, one))]


def _wins_of(
    acting: Acting, completed: Iterable[Completed], now: int
) -> Iterator[tuple[Entry, LoggedWin]]:
    for entry, goal, period in completed:
        win_id = _win_id(goal.id, period)
        is_new = not one_win(acting.owner, win_id).exists()
        if is_new and _is_met(acting.owner, goal.id, period):  # else it was closed later elsewhere
            said = parse_win(fields_of_win(acting, goal), now)
            yield Entry(win_id, entry.made, said, team=entry.team), said


def _is_met(owner: OwnerId, goal_id: str, period: str) -> bool:
    if period:
        return was_completed(owner, goal_id, period)
    return bool(one_goal(owner, goal_id).where(Goal.state == GoalState.MET).exists())


def _win_id(goal: str, period: str) -> str:
    return str(uuid.uuid5(uuid.UUID(goal), f"met {period}"))
