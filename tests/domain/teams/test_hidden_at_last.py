"""What a tap shows while its owner leaves, or while the team leaves its organisation, is hidden."""

import threading
import time
from collections.abc import Callable

from peewee import PostgresqlDatabase

from tests.support.aside import aside
from tests.support.at_once import at_once
from tests.support.make import NOON, Someone, make_person, visit, win
from tests.support.owners.teams import a_team, leaves
from webapp.domain.teams.organisations import create_organisation, put_team
from webapp.rules.shared.ids import TeamId
from webapp.storage.capture.wins import Win
from webapp.storage.engine.database import database, transaction
from webapp.storage.teams.shared_wins import SharedWin
from webapp.storage.upkeep.opening import open_while

WAITING = "SELECT COUNT(*) FROM pg_locks WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))"
LONGEST = 20  # seconds


def wait_for_the_other() -> None:
    """Return when another transaction waits for this one; on SQLite it cannot have begun."""
    deadline = time.monotonic() + LONGEST
    while isinstance(database.obj, PostgresqlDatabase) and time.monotonic() < deadline:
        if database.execute_sql(WAITING).fetchone()[0]:
            return


def shows_while(ben: Someone, audience: str, other: Callable[[], None]) -> None:
    """Let Ben's win be stored while something else begins, and let that end afterwards."""
    sent = threading.Event()

    def show() -> None:
        with transaction():
            ben.sends(win("Late", visibility=audience))
            sent.set()
            wait_for_the_other()

    def do_other() -> None:
        sent.wait(LONGEST)
        other()

    assert at_once(show, do_other) == [None, None]


def people() -> tuple[Someone, Someone, TeamId]:
    ana, ben = make_person("Ana"), make_person("Ben")
    return ana, ben, a_team(ana, "Platform", ben)


def test_who_leaves_and_takes_their_wins_along_leaves_none_behind(
    new_address: Callable[[], str],
) -> None:
    with aside(), open_while(new_address()):
        _, ben, team = people()
        shows_while(ben, f"team:{team}", lambda: leaves(ben, team, keep=False))
        assert (Win.get().visibility, list(SharedWin.select())) == ("private", [])


def test_a_team_that_leaves_its_organisation_shows_it_nothing_more(
    new_address: Callable[[], str],
) -> None:
    with aside(), open_while(new_address()):
        ana, ben, team = people()
        organisation = create_organisation(ana.me, "Acme", visit())
        put_team(ana.me, team, organisation, NOON)
        shows_while(ben, f"organisation:{team}", lambda: put_team(ana.me, team, None, NOON))
        assert (Win.get().visibility, SharedWin.get().visibility) == ("team", "team")
