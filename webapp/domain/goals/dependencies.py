"""What goals and wins depend on, and what they unlock (R27)."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from webapp.domain.account.acting import Acting
from webapp.domain.capture.wins import win_of
from webapp.domain.goals.goals import goal_of
from webapp.domain.shared.changing import changing
from webapp.rules.goals.dependencies import GoalOrWin, ThingKind, would_close_cycle
from webapp.rules.goals.goals import CLOSED, GoalState
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.storage.capture.wins import own_wins
from webapp.storage.goals.dependencies import (
    create_dependency,
    delete_one_dependency,
    ends_named,
    ends_of,
    own_dependencies,
)
from webapp.storage.goals.goals import Goal, goals_in

MOST_OFFERED = 20
MOST_LINKS = 500  # of one owner: a circle is looked for in all of them
TOO_MANY_LINKS = Problem(
    "needs", N_("Goals and wins name 500 others that they wait for. Take one out first.")
)


@dataclass(frozen=True, slots=True)
class Need:
    """The other end of a dependency: a goal or a win, in its own words.

    met: a goal counts when it is met, a win always.
    """

    thing: GoalOrWin
    words: str
    met: bool


@dataclass(frozen=True, slots=True)
class Stack:
    """What one goal or win depends on, and what it unlocks."""

    needs: list[Need] = field(default_factory=list)
    unlocks: list[Need] = field(default_factory=list)


def add_dependency(acting: Acting, subject: GoalOrWin, needs: GoalOrWin) -> None:
    """Let `subject` depend on `needs`, which unlocks it; a second time changes nothing.

    Invalid: it would wait for itself. NotFound: one of them does not exist, or belongs to another
    person.
    """
    with changing(acting):
        for thing in (subject, needs):
            words_of_thing(acting, thing)
        links = [(link.subject, link.needs) for link in own_dependencies(acting.owner)]
        if would_close_cycle(subject.id, needs.id, links):
            raise Invalid(
                Problem("needs", N_("That one waits for this one already. Choose another one."))
            )
        if (subject.id, needs.id) not in links:
            if len(links) >= MOST_LINKS:
                raise Invalid(TOO_MANY_LINKS)
            create_dependency(acting.owner, (subject.kind, subject.id), (needs.kind, needs.id))


def delete_dependency(acting: Acting, subject_id: str, needs_id: str) -> None:
    """Delete a dependency, or do nothing when there is none."""
    with changing(acting):
        delete_one_dependency(acting.owner, subject_id, needs_id)


def delete_cycles(acting: Acting, goal_id: str) -> None:
    """Delete dependencies of a goal that is back by which something would wait for itself.

    Inside a transaction.
    """
    links = [(link.subject, link.needs) for link in own_dependencies(acting.owner)]
    for link in [one for one in links if goal_id in one]:
        rest = [one for one in links if one != link]
        if would_close_cycle(*link, rest):
            delete_one_dependency(acting.owner, *link)
            links = rest


def stacks_of(acting: Acting, ids: list[str]) -> dict[str, Stack]:
    """Return what each of these goals or wins depends on and unlocks.

    Deleted goals and wins are left out.
    """
    found: dict[str, Stack] = defaultdict(Stack)
    links = list(ends_of(acting.owner, ids))
    needs = _needs(acting, {(ThingKind(kind), other) for _, _, kind, other in links})
    for this, unlocks, _, other in links:
        if other in needs:
            ends = found[this].unlocks if unlocks else found[this].needs
            ends.append(needs[other])
    return found


def _needs(acting: Acting, things: Collection[tuple[ThingKind, str]]) -> dict[str, Need]:
    # By id, asked apart: PostgreSQL may make a join that compares all wins with all links.
    goals = [thing_id for kind, thing_id in things if kind is ThingKind.GOAL]
    wins = [thing_id for kind, thing_id in things if kind is ThingKind.WIN]
    named = ends_named(acting.owner, goals, wins)
    return {one: _need(ThingKind(kind), one, state, words) for kind, one, words, state in named}


def words_of_thing(acting: Acting, thing: GoalOrWin) -> str:
    """Return the words of one's own goal or win, or raise NotFound."""
    if thing.kind is ThingKind.WIN:
        return win_of(acting, thing.id).what
    return goal_of(acting, thing.id).statement


def dependency_options(acting: Acting, thing: GoalOrWin) -> list[Need]:
    """Return goals that are not closed unmet, and the last wins, to choose from."""
    goals = goals_in(acting.owner, *(s for s in GoalState if s not in CLOSED or s == GoalState.MET))
    named = goals.where(Goal.id != thing.id, Goal.statement != "").limit(MOST_OFFERED)
    wins = own_wins(acting.owner).limit(MOST_OFFERED)
    return [
        *(_need(ThingKind.GOAL, goal.id, goal.state, goal.statement) for goal in named),
        *(_need(ThingKind.WIN, win.id, None, win.what) for win in wins if win.id != thing.id),
    ]


def _need(kind: ThingKind, thing_id: str, state: str | None, words: str) -> Need:
    return Need(
        GoalOrWin(kind, thing_id), words, met=kind is ThingKind.WIN or state == GoalState.MET
    )
