"""What a person has, as rows of tables; copying it to another person under the same ids."""

import json
import re
from collections.abc import Iterator
from typing import Any

from tests.support.make import Someone
from webapp.storage.account.one_time_links import OneTimeLink
from webapp.storage.account.people import Owner, Person
from webapp.storage.account.sessions import Session
from webapp.storage.account.teams import Organisation, Team
from webapp.storage.engine.database import Stored, database
from webapp.storage.goals.members import GoalMember
from webapp.storage.goals.shared_objectives import SharedObjective
from webapp.storage.recognition.values import TeamValue
from webapp.storage.reminders.settings import ReviewReminder
from webapp.storage.teams.counting import ConfidenceRule
from webapp.storage.teams.invitations import Invitation
from webapp.storage.teams.organisation_roles import OrganisationRole
from webapp.storage.teams.shared_wins import SharedWin
from webapp.storage.teams.team_windows import TeamWindow
from webapp.storage.upkeep.models import WHOSE

HASH_OF_LINK = re.compile("'token_hash': '[0-9a-f]{64}'")
ALONE = ("session", "link")  # keyed by a secret: nobody else can have the same
OF_TEAMS = (
    Organisation,
    Team,
    OrganisationRole,
    Invitation,
    SharedWin,
    GoalMember,
    TeamValue,
    SharedObjective,
    ConfidenceRule,
    TeamWindow,
    ReviewReminder,
)  # no person owns a row
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
DAILY = "Answered what was asked"  # often enough to be a routine
HALF, OLD, NEAR = "Half", "Old", "Near"  # on enough days with those of the other only, or not today
REPEATED = (DAILY, HALF, OLD, NEAR)


def table_of(model: type[Stored]) -> str:
    """Return the name of a model's table."""
    return str(model._meta.table_name)  # type: ignore[attr-defined]


def owned() -> Iterator[tuple[type[Stored], str]]:
    """Return every model whose rows are a person's, and the field that says whose."""
    others = (Person, Owner, *OF_TEAMS)
    yield from ((model, one.name) for model, one in WHOSE.items() if model not in others)
    yield OneTimeLink, "person"


def rows_of(someone: Someone) -> dict[str, list[dict[str, Any]]]:
    """Return all rows of a person, by table."""
    ids = {"person": someone.id, "owner": someone.me.owner}
    found = {
        table_of(model): _rows(model, f"{name}_id", ids[name])
        for model, name in owned()
        if model is not Session
    }
    return {**found, "person": _rows(Person, "id", someone.id)}


def _rows(model: type[Stored], column: str, key: int) -> list[dict[str, Any]]:
    # Not by Peewee: building the statements would cost more than all else here.
    found = database.execute_sql(f'SELECT * FROM "{table_of(model)}" WHERE {column} = {key}')
    fields = model._meta.columns  # type: ignore[attr-defined]
    names = [fields[column[0]].name for column in found.description]
    rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    return sorted(rows, key=repr)  # PostgreSQL changes its order when it learns about a table


def things_of_both(ana: Someone, ben: Someone) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of Ben by table, each with one that Ana alone has."""
    hers, his = rows_of(ana), rows_of(ben)
    known = {row["id"] for rows in his.values() for row in rows if "id" in row}
    found = {}
    for table, rows in his.items():
        strange = [row for row in hers[table] if "id" in row and row["id"] not in known]
        found[table] = [row for row in rows if row.get("what") != DAILY] + strange[:1]
    return found


def copy_things(ana: Someone, ben: Someone) -> None:
    """Give Ben each of Ana's things, under the same id."""
    # Also where a row says who made it: nothing of Ben's names Ana.
    ids = {"person": ben.id, "owner": ben.me.owner, "maker": ben.id}
    all_rows = rows_of(ana)
    for model, _ in owned():
        mine = [with_number(row, ana.id, ben.id) for row in all_rows.get(table_of(model), [])]
        rows = [{**row, **{key: ids[key] for key in ids if key in row}} for row in mine]
        for row in rows if table_of(model) not in ALONE else []:
            if table_of(model) == "deletion":
                row["rows"] = with_numbers(row["rows"], ben.id)
            model.insert(row).execute()


def with_number(row: dict[str, Any], hers: int, his: int) -> dict[str, Any]:
    """Return a row of thanks that says his number where it says hers; others are as they are."""
    return {**row, "giver": his} if row.get("giver") == hers else row


def with_numbers(stored: str, number: int) -> str:
    """Return the rows of a deletion with this number of an owner in place of another's."""
    read, ids = json.loads(stored), {"person": number, "owner": number}
    keys = [key for _, key, _, _ in read["changed"]]
    for row in [*keys, *(row for _, rows in read["deleted"] for row in rows)]:
        row.update({name: value for name, value in ids.items() if name in row})
    return json.dumps(read)


def masked(text: str, known: set[str]) -> str:
    """Return `text` with every id that was made during a request replaced by one word.

    And the hash that follows from the id of a new link.
    """
    text = HASH_OF_LINK.sub("'token_hash': 'new'", text)
    return UUID.sub(lambda found: found[0] if found[0] in known else "new", text)
