"""No team is ever without a lead while anybody is in it, whatever happens in whatever order."""

from collections.abc import Callable, Iterator
from random import Random

import pytest

from tests.support.aside import aside
from tests.support.at_once import at_once
from tests.support.make import NOON, Someone, make_person
from tests.support.owners.teams import a_team, joins, number
from webapp.domain.teams import memberships
from webapp.rules.shared.ids import TeamId
from webapp.rules.shared.problems import NotFound
from webapp.rules.teams.teams import OF_TEAMS, Place
from webapp.storage.account.people import Person
from webapp.storage.account.teams import Team
from webapp.storage.teams.memberships import members_of, teams_of
from webapp.storage.upkeep.opening import open_while

SEEDS = range(8)
STEPS = 25


class Teams:
    """Two teams of five people, and what may happen to them; `there` are those with an account."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.there = [make_person(f"P{n}") for n in range(5)]
        self.teams = [a_team(self.there[n], f"T{n}") for n in range(2)]
        self.now = NOON

    def step(self) -> None:
        """Let one thing happen, or nothing where it cannot."""
        self.now += 1
        deeds = (self._joins, self._joins, self._leaves, self._removes, self._sets, self._deletes)
        weights = (6, 6, 4, 4, 5, 1)
        [deed] = self.random.choices(deeds, weights)
        try:
            deed(self.random.choice(self.teams), self.random.choice(self.there))
        except NotFound:
            return

    def _joins(self, team: TeamId, someone: Someone) -> None:
        leads = [one for one in self.there if self._place(team, one) == "lead"]
        if leads:
            joins(someone, team, leads[0], now=self.now)

    def _leaves(self, team: TeamId, someone: Someone) -> None:
        heir = self.random.choice(["", self.random.choice(self.there).id])
        memberships.leave(someone.me, team, keep=True, successor=heir, now=self.now)

    def _removes(self, team: TeamId, someone: Someone) -> None:
        other = self.random.choice(self.there)
        memberships.remove(someone.me, team, number(other), self.now)

    def _sets(self, team: TeamId, someone: Someone) -> None:
        other, place = self.random.choice(self.there), self.random.choice(OF_TEAMS)
        memberships.set_place(someone.me, team, number(other), place, self.now)

    def _deletes(self, _team: TeamId, someone: Someone) -> None:
        if len(self.there) > 2:
            memberships.leave_every_team(number(someone), self.now)
            Person.delete().where(Person.id == someone.id).execute()
            self.there.remove(someone)

    def _place(self, team: TeamId, someone: Someone) -> str:
        found = memberships.own_membership(someone.me, team)
        return found.place.value if found else ""


def wrong(teams: list[TeamId]) -> Iterator[str]:
    """Return what must never be so of these teams and the people in them."""
    for team in teams:
        rows = list(members_of(team))
        if rows and not any(row.role == Place.LEAD for row in rows):
            yield f"{team} has no lead"
        if not rows and Team.get_by_id(team).archived is None:
            yield f"{team} is empty and in use"
    for person in Person.select():
        if person.teams != teams_of(person.id).count():
            yield f"{person.name} is not in {person.teams} teams"


@pytest.mark.long
@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_happens_every_team_has_a_lead(seed: int, db: None) -> None:
    there = Teams(Random(seed))
    for step in range(STEPS):
        there.step()
        assert list(wrong(there.teams)) == [], f"after step {step}"


def both_remove(team: TeamId, one: Someone, other: Someone) -> list[Callable[[], None]]:
    return [
        lambda: memberships.remove(one.me, team, number(other), NOON),
        lambda: memberships.remove(other.me, team, number(one), NOON),
    ]


def both_leave(team: TeamId, one: Someone, other: Someone) -> list[Callable[[], None]]:
    def leave(who: Someone) -> None:
        memberships.leave(who.me, team, keep=True, successor="", now=NOON)

    return [lambda: leave(one), lambda: leave(other)]


def both_step_down(team: TeamId, one: Someone, other: Someone) -> list[Callable[[], None]]:
    def step_down(who: Someone) -> None:
        memberships.set_place(who.me, team, number(who), Place.MEMBER, NOON)

    return [lambda: step_down(one), lambda: step_down(other)]


def one_deletes_the_account(team: TeamId, one: Someone, other: Someone) -> list[Callable[[], None]]:
    leaves = both_leave(team, one, other)[1]
    return [lambda: memberships.leave_every_team(number(one), NOON), leaves]


WAYS = (both_remove, both_leave, both_step_down, one_deletes_the_account)


def test_two_leads_at_once_leave_a_lead(new_address: Callable[[], str]) -> None:
    with aside(), open_while(new_address()):
        for way in WAYS:
            ana, ben, cleo = (make_person(f"{name} {way.__name__}") for name in ("A", "B", "C"))
            team = a_team(ana, "Platform", ben, cleo)
            memberships.set_place(ana.me, team, number(ben), Place.LEAD, NOON)
            came = at_once(*way(team, ana, ben))
            assert [one for one in came if one and not isinstance(one, NotFound)] == []
            assert list(wrong([team])) == [], way.__name__
