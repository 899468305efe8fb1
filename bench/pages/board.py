"""S4 of teams: board and Insights of 200 people with many wins compared with one with 1,000.

Also what their organisation sees: its list of wins, and the objectives that the teams share.

    SMALLWINS_BOARD_WINS=1000000 python -m bench board

Without the variable the long board has 20,000 wins: a million take minutes to write.
"""

import os
import time
import uuid
from collections import defaultdict
from collections.abc import Iterator
from statistics import median
from typing import Any, NamedTuple

from bench.support.figures import Figure, note, told
from bench.support.serving import folder, two_people
from tests.support.postgres import Postgres
from tests.support.server import Server
from tests.support.visitor import Visitor
from webapp.domain.objectives.objectives import add_objective
from webapp.domain.teams.acting import acting_for_team
from webapp.domain.teams.offering import offer_beside
from webapp.domain.teams.shared_objectives import share_objective
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.rules.shared.ids import id_of_person, id_of_team
from webapp.storage.account.people import Owner, Person, add_person
from webapp.storage.account.teams import Organisation, Team
from webapp.storage.engine.database import database, transaction
from webapp.storage.teams.memberships import Membership
from webapp.storage.teams.shared_wins import SharedWin
from webapp.storage.upkeep.opening import open_until_exit

PEOPLE = 200
SHORT, LONG = 1_000, int(os.environ.get("SMALLWINS_BOARD_WINS", "20000"))
A_DAY = 140  # wins of all together: on both boards, so that only their length differs; a week fits
DAY = 24 * 60 * 60 * 1000
ROUNDS, WARM_UP = 60, 5
AT_ONCE = 500
SHOWN_TO_ORGANISATION = 10  # of so many wins one
FOR_OBJECTIVE = 4  # of so many wins one
KINDS = ("quick", "quick", "quick", "milestone", "process")
WAYS = {
    "Board": "/teams/{team}",
    "Board by person": "/teams/{team}?by=person",
    "Board by kind": "/teams/{team}?by=kind",
    "Board of a rare kind": "/teams/{team}?kind=process&from=2000-01-01&to=2020-01-01",
    "Board by objective": "/teams/{team}?by=objective",
    "Insights of the team": "/teams/{team}/insights",
    "Wins of the organisation": "/organisations/{organisation}",
    "Shared objectives": "/organisations/{organisation}/objectives/",
    "Shared objective": "/organisations/{organisation}/objectives/{team}/{objective}",
}


class Measured(NamedTuple):
    """The numbers of a team and of the organisation that it is in, and an objective it shares."""

    team: int
    organisation: int
    objective: str


def measure() -> list[Figure]:
    """Return the figures of both database engines."""
    figures = _of_engine("SQLite")
    with Postgres() as postgres:
        return figures + _of_engine("PostgreSQL", postgres.new_database())


def _of_engine(engine: str, url: str = "") -> list[Figure]:
    environ = {"DATABASE_URL": url} if url else {}
    with folder() as data, Server(data, **environ) as server, two_people(server) as people:
        open_until_exit(url or f"sqlite:///{data / 'smallwins.db'}")
        note(f"S4 on {engine}: writing {LONG:,} wins of {PEOPLE} people")
        boards = {
            one.key: _team(one, wins) for one, wins in zip(people, (SHORT, LONG), strict=True)
        }
        database.close_all()
        note(f"S4 on {engine}: reading")
        return [_figure(engine, name, way, people, boards) for name, way in WAYS.items()]


def _team(visitor: Visitor, wins: int) -> Measured:
    """Store a team of this person and 199 others with so many wins, in an organisation."""
    now = time.time_ns() // 1_000_000
    with database.connection_context():
        lead = Person.get(Person.key == visitor.key)
        with transaction():
            others = [_person(f"Mate {at}") for at in range(PEOPLE - 1)]
            team, organisation = _members(lead, others, now)
        objective = _share(lead, team, organisation, now)
        with transaction():
            shown = list(_wins(team, [one.id for one in others], objective, wins, now))
            for first in range(0, wins, AT_ONCE):
                SharedWin.insert_many(shown[first : first + AT_ONCE]).execute()
    return Measured(team, organisation, objective)


def _members(lead: Person, others: list[Person], now: int) -> tuple[int, int]:
    """Store a team in an organisation, and return the numbers of both; in a transaction."""
    team, organisation = int(Owner.create().id), int(Owner.create().id)
    Organisation.create(owner=organisation, name="Acme", created=now)
    whose = {"owner": team, "organisation": organisation}
    Team.create(**whose, name="Platform", created=now, time_zone="UTC")
    names = {"team": team, "team_name": "Platform", "joined": now, "role": "member"}
    rows = [{**names, "person": one.id, "person_name": one.name} for one in (lead, *others)]
    rows[0]["role"] = "lead"
    Membership.insert_many(rows).execute()
    Person.update(teams=1).where(Person.id == lead.id).execute()
    return team, organisation


def _share(lead: Person, team: int, organisation: int, now: int) -> str:
    """Store an objective of a team, share it with the organisation, and return its id."""
    its = id_of_team(team)
    acting = acting_for_team(its, id_of_person(lead.id))
    objective = add_objective(acting, ObjectiveFields("Releases without fear"), now)
    share_objective(acting, objective, [str(organisation)])
    offer_beside(its)
    return objective


def _person(name: str) -> Person:
    key = uuid.uuid4().hex
    return add_person(
        key=key, name=name, email=f"{key}@example.org", password_hash="", time_zone="UTC"
    )


def _wins(
    team: int, people: list[int], objective: str, wins: int, now: int
) -> Iterator[dict[str, Any]]:
    for number in range(wins):
        happened = now - number * DAY // A_DAY
        yield {
            "team": team,
            "person": people[number % len(people)],
            "win": str(uuid.uuid4()),
            "happened": happened,
            "day": time.strftime("%Y-%m-%d", time.gmtime(happened / 1000)),
            "offset": 0,
            "zone": "UTC",
            "kind": KINDS[number % len(KINDS)],
            "what": f"Cut a release step, number {number}",
            "impact": f"{number % 9 + 1} hours a week saved",
            "next_step": "Tell the others" if number % 10 == 0 else "",
            "evidence": "",
            "moves": "",
            "visibility": "team" if number % SHOWN_TO_ORGANISATION else "organisation",
            "objective": "" if number % FOR_OBJECTIVE else objective,
            "outside": False,
        }


def _figure(
    engine: str, name: str, way: str, people: tuple[Visitor, Visitor], boards: dict[str, Measured]
) -> Figure:
    spent: defaultdict[str, list[float]] = defaultdict(list)
    for number in range(ROUNDS + WARM_UP):
        for person in people:  # in turn: load on the machine affects both
            began = time.perf_counter()
            person.get(way.format(**boards[person.key]._asdict())).checked()
            if number >= WARM_UP:
                spent[person.key].append(1000 * (time.perf_counter() - began))
    short, long = (median(spent[person.key]) for person in people)
    how = f"p50 of {ROUNDS} each in turn: {told(long)} / {told(short)} ms"
    wins = f"{LONG:,} wins of {PEOPLE} / {SHORT:,}"
    return Figure(f"S4 {name}, {wins} ({engine})", long / short, "x", how, 1.3)
