"""What one person asks for or changes is as if nobody else had anything, even the same ids."""

import re
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask

from tests.support.make import DAY, HOUR, NOON, Someone, rating
from tests.support.queries import counted_queries
from tests.web.asking import ASKED, asked, entries_about, named
from tests.web.conftest import Browser
from tests.web.marked import live
from tests.web.rights import RIGHTS
from tests.web.twins.life import DAYS, fill, lose, on_days, see_routine
from tests.web.twins.more import add_more
from tests.web.twins.rows import (
    ALONE,
    DAILY,
    HALF,
    NEAR,
    OLD,
    UUID,
    copy_things,
    masked,
    rows_of,
    things_of_both,
)
from webapp.storage.account.people import Person
from webapp.storage.engine.database import database
from webapp.web.shared import clock

pytestmark = pytest.mark.long
Rows = dict[str, list[dict[str, Any]]]
SAME_FOR_ALL = ("/healthz", "/readyz", "/people/", "/sessions/", "/devices/", "/passwords/")
OF_SEVERAL = (
    "/teams/",
    "/invitations/",
    "/memberships/",
    "/departures/",
    "/organisations/",
    "/outside/",
)  # both are in one team, and the link is Ana's
OTHERS = {  # every thing of that table stands in for the one that a route names
    "goal_id": "goal",
    "thing_id": "goal",
    "win_id": "win",
    "decision_id": "decision",
    "indicator_id": "indicator",
    "objective_id": "objective",
    "preset_id": "preset",
    "line_id": "review_line",
    "review_id": "review",
    "deletion_id": "deletion",
}


@pytest.fixture(autouse=True)
def moment(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The clock of the pages stands still, at `ms`."""
    stopped = SimpleNamespace(ms=NOON + HOUR)
    stopped.time_ns = lambda: stopped.ms * 1_000_000
    monkeypatch.setattr(clock, "time", stopped)
    return stopped


@pytest.fixture
def twins(ana: Someone, ben: Someone, theirs: dict[str, Any]) -> dict[str, Any]:
    """What both have under the same ids; Ana has more of everything."""
    live(ana, theirs)
    fill(ana, theirs)
    ana.sends(*on_days(DAILY, *DAYS), *on_days(HALF, 0, 1), *on_days(OLD, *range(5, 10)))
    ana.sends(*on_days(NEAR, *range(5, 9)))
    copy_things(ana, ben)
    lose(ben)
    ana.sends(*on_days(HALF, *range(2, 7)), *on_days(OLD, 0), *on_days(NEAR, 9))
    ana.sends(rating(5, at=NOON + DAY), now=NOON + DAY + 1)
    add_more(ana, theirs)
    see_routine(ana)
    return {**theirs, "person": ben.me.key}


def requests_of(rows: Rows, things: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return every route with every thing that it can name."""
    for route in (*RIGHTS, *ASKED):
        if not route.split()[1].startswith((*SAME_FOR_ALL, *OF_SEVERAL)):
            yield route, things
            for name, table in OTHERS.items():
                if f"<{name}>" in route:
                    yield from ((route, {**things, name: row["id"]}) for row in rows[table])


Act = Callable[[], str]


Outcome = tuple[str, dict[str, list[str]]]  # the answer, and the rows by table where it wrote any
WRITES = re.compile("INSERT|UPDATE|DELETE")


def outcome(act: Act, ben: Someone, ana: Someone, known: set[str], hers: Rows) -> Outcome:
    """Do one thing of Ben's and take it back; hers: the rows of Ana, which it must not change."""
    with database.atomic() as attempt:
        with counted_queries() as statements:
            answer = act()
        wrote = any(map(WRITES.match, statements))
        rows = rows_of(ben) if wrote else {}
        touched = wrote and hers and rows_of(ana) != hers
        attempt.rollback()
    his = {table: sorted(masked(repr(row), known) for row in some) for table, some in rows.items()}
    return masked(answer, known) + " and Ana's rows" * bool(touched), his


def differences(acts: dict[str, Act], ana: Someone, ben: Someone) -> list[str]:
    """Return which of these end otherwise, or change a row of Ana's, when Ana is there."""
    known, hers = set(UUID.findall(repr(rows_of(ben)))), rows_of(ana)
    with database.atomic() as without:
        Person.delete().where(Person.id == ana.id).execute()
        alone = {name: outcome(act, ben, ana, known, {}) for name, act in acts.items()}
        without.rollback()
    return [n for n, act in acts.items() if outcome(act, ben, ana, known, hers) != alone[n]]


def test_both_have_something_in_every_table(
    ana: Someone, ben: Someone, twins: dict[str, Any]
) -> None:
    for someone in (ana, ben):
        empty = {table for table, rows in rows_of(someone).items() if not rows}
        assert empty <= {*ALONE}


def test_no_page_and_no_form_depends_on_what_another_has(
    app: Flask, ana: Someone, ben: Someone, twins: dict[str, Any], moment: SimpleNamespace
) -> None:
    browser = Browser(ben.browser(app))

    def of(route: str, things: dict[str, Any]) -> Act:
        def act() -> str:
            answer = asked(browser, route, things)
            return f"{answer.status_code} {answer.headers.get('Location')} {answer.text}"

        return act

    acts = {
        named(route, things): of(route, things)
        for route, things in requests_of(things_of_both(ana, ben), twins)
    }
    assert differences(acts, ana, ben) == []
    assert len(acts) > 150
    moment.ms += DAY  # on Monday Ben is asked to check in, and Ana has
    assert differences({"GET /": of("GET /", twins)}, ana, ben) == []


def test_no_entry_depends_on_what_another_has(
    app: Flask, ana: Someone, ben: Someone, twins: dict[str, Any]
) -> None:
    browser = Browser(ben.browser(app))
    own = {row["id"] for row in rows_of(ben)["win"]}
    strange = next(row["id"] for row in rows_of(ana)["win"] if row["id"] not in own)

    def of(sent: dict[str, Any]) -> Act:
        return lambda: browser.sends({"person": ben.me.key, "entries": [sent]}).text

    acts = {
        f"{number} {one['verb']} {one['fields']}": of(one)
        for number, one in enumerate(entries_about(things_of_both(ana, ben), strange))
    }
    assert differences(acts, ana, ben) == []
