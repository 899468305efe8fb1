"""Whatever happens, the people behind the figures of one window are in one of them each (A7 b).

Generated histories of three teams: people join, leave, become observers, choose, answer late and
lose their accounts, windows are missed, and older backups are restored. Before each publishing the
people whose answers would be counted are compared with what a second reckoning says, which knows
only moments of joining and leaving.
"""

from collections import defaultdict
from copy import deepcopy
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from tests.support.make import DAY, HOUR, Someone, make_person
from tests.support.owners.teams import a_team, joins, leaves, number
from tests.support.owners.windows import BEFORE, answers, at, choose, publish
from webapp.domain.teams import memberships
from webapp.domain.teams.counting import PUBLISHED, counting_teams
from webapp.rules.shared.ids import TeamId
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.teams.teams import Place
from webapp.rules.teams.windows import last_due
from webapp.storage.account.people import Person
from webapp.storage.engine.database import Stored
from webapp.storage.engine.remembered import Remembered
from webapp.storage.teams.counting import CountsIn, counted_in
from webapp.storage.teams.memberships import Membership
from webapp.storage.teams.team_windows import ProgressMarker, TeamWindow

pytestmark = pytest.mark.long

SEEDS = range(8)
STEPS = 60
FURTHEST = 16 * HOUR  # how far a zone is from UTC; days start 12 hours after midnight at most
LATEST = FURTHEST + 12 * HOUR
KEPT: tuple[type[Stored], ...] = (Membership, CountsIn, TeamWindow, ProgressMarker)


class Reckoning:
    """Who counts where, from moments alone: (when, team or None) of each choice, and of leaving."""

    def __init__(self) -> None:
        self.choices: defaultdict[int, list[tuple[int, TeamId | None]]] = defaultdict(list)
        self.out: defaultdict[tuple[int, TeamId], list[int]] = defaultdict(list)

    def team_of(self, person: int, period: int) -> TeamId | None:
        """Return where a person counts: what they last chose before it, if they never left it."""
        begins, ends = at(period, 0, 0) - FURTHEST, at(period, 28, 0) + LATEST
        before = [(when, team) for when, team in self.choices[person] if when < begins]
        if not before:
            return None
        when, team = before[-1]
        left = team is not None and any(when <= out < ends for out in self.out[person, team])
        return None if left else team


class History:
    """Three teams of seven people, what may happen to them, and what was ever published."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.random = Random(seed)
        self.folder = folder
        self.now = BEFORE
        self.there = [make_person(f"P{seed} {n}") for n in range(7)]
        self.lead = make_person(f"Lead {seed}")
        self.teams = [a_team(self.lead, f"T{n}", now=self.now) for n in range(3)]
        self.reckoning = Reckoning()
        self.published: dict[int, dict[TeamId, set[int]]] = {}
        for one in self.there:
            for team in self.random.sample(self.teams, 2):
                self._joins(one, team)
            self._chooses(one)
        self.backup = self._rows()

    def step(self) -> None:
        """Let one thing happen, or nothing where it cannot, and time go on."""
        self.now += self.random.choice([1, HOUR, DAY, 4 * DAY, 12 * DAY])
        deeds = (self._joins, self._chooses, self._leaves, self._observes, self._answers)
        rare = (self._is_deleted, self._backs_up, self._restores)
        [deed] = self.random.choices((*deeds, *rare), (8, 9, 4, 2, 2, 1, 2, 1))
        try:
            deed(self.random.choice(self.there), self.random.choice(self.teams))
        except (NotFound, Invalid):
            return

    def publish(self) -> None:
        """Publish what is due; none of it may have been published before, nor overlap."""
        last = self._last()
        for period in range(last + 1, last_due(self.now) + 1) if last is not None else ():
            sets = {team: set(counted_in(team, period)) for team in self.teams}
            assert period not in self.published, "published twice"
            assert not any(one & other for one, other in combinations(sets.values(), 2))
            assert sets == self._reckoned(period), f"window {period}"
            self.published[period] = sets
        publish(self.folder, self.now)

    def _reckoned(self, period: int) -> dict[TeamId, set[int]]:
        where = {one.id: self.reckoning.team_of(one.id, period) for one in self.there}
        return {team: {one for one in where if where[one] == team} for team in self.teams}

    def _last(self) -> int | None:
        row = ProgressMarker.get_or_none(ProgressMarker.name == PUBLISHED)
        said = (row and row.value, Remembered(self.folder).largest(PUBLISHED))
        return max((one for one in said if one is not None), default=None)

    def _joins(self, someone: Someone, team: TeamId) -> None:
        joins(someone, team, self.lead, now=self.now)

    def _chooses(self, someone: Someone, *_: object) -> None:
        own = [one.team for one in counting_teams(someone.me)]
        chosen = self.random.choice([*own, *own, None])
        choose(someone, chosen, self.now)
        self.reckoning.choices[someone.id].append((self.now, chosen))

    def _leaves(self, someone: Someone, team: TeamId) -> None:
        leaves(someone, team, now=self.now)
        self.reckoning.out[someone.id, team].append(self.now)

    def _observes(self, someone: Someone, team: TeamId) -> None:
        memberships.set_place(self.lead.me, team, number(someone), Place.OBSERVER, self.now)
        self.reckoning.out[someone.id, team].append(self.now)
        if self.random.random() < 0.7:
            memberships.set_place(self.lead.me, team, number(someone), Place.MEMBER, self.now)

    def _answers(self, someone: Someone, _team: TeamId) -> None:
        late = self.random.choice([0, 30]) * DAY
        answers(someone, self.random.randint(0, 10), when=self.now - late)

    def _is_deleted(self, someone: Someone, _team: TeamId) -> None:
        if len(self.there) > 4:
            memberships.leave_every_team(number(someone), self.now)
            Person.delete().where(Person.id == someone.id).execute()
            self.there.remove(someone)

    def _backs_up(self, *_: object) -> None:
        self.backup = self._rows()

    def _restores(self, *_: object) -> None:
        rows, reckoning = self.backup
        there = {one.id for one in self.there} | {self.lead.id}
        for model in KEPT:
            model.delete().execute()
            kept = [row for row in rows[model] if row.get("person", self.lead.id) in there]
            if kept:
                model.insert_many(kept).execute()
        self.reckoning = deepcopy(reckoning)

    def _rows(self) -> tuple[dict[type[Stored], list[dict[str, object]]], Reckoning]:
        rows = {model: list(model.select().dicts()) for model in KEPT}
        return rows, deepcopy(self.reckoning)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_people_behind_the_figures_of_a_window_are_disjoint(
    seed: int, db: None, tmp_path: Path
) -> None:
    history = History(seed, tmp_path)
    for step in range(STEPS):
        history.step()
        if step % 3 == 0:
            history.publish()
    history.publish()
    counted = [len(some) for sets in history.published.values() for some in sets.values()]
    assert len(history.published) > 3
    assert sum(counted) > 10, "hardly anybody was counted: the history says little"
