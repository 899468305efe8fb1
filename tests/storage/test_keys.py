"""Every table is keyed by the owner of its rows, and no reference leads to another's (decision 49).

So each row is found, copied and deleted with its owner, and the tables can be spread over several
databases by that number.
"""

from collections.abc import Iterator

import pytest
from flask import Flask
from peewee import Field, ForeignKeyField

from tests.support.owners.scopes import name_of
from webapp.storage.account.people import Owner, Person
from webapp.storage.engine.database import database
from webapp.storage.upkeep.models import MODELS, WHOSE

pytestmark = pytest.mark.whole
# Tables that hold nobody's rows: why.
GLOBAL = {
    "bucket": "counts tries by a keyed hash, of places and of accounts that may not exist",
    "progress_marker": "says how far all teams' windows are published",
    "push_key": "is the server's own",
    "link": "is found by its secret alone, and one for signing up is nobody's yet",
    "reset_request": "names an address that somebody typed, which may be nobody's",
}
# Columns that an index begins with, beside those that say whose the row is: why.
BY_OTHERS = {
    ("person", "email"): "who signs in says an address, which nobody else may have",
    ("person", "key"): "a form says by its key whose page it was on",
    ("owner", "person_id"): "has the number of its row, where it is a person",
    ("session", "token_hash"): "tokens from before version 0.3 name nobody",
    ("deletion", "at"): "those of everybody whose hour is over are deleted",
    ("membership", "team_id"): "a team lists its members",
    ("team", "organisation_id"): "an organisation lists its teams",
    ("organisation_role", "person_id"): "a person's settings list their organisations",
    ("invitation", "maker_id"): "goes with its maker's account",
    ("notice", "team_id"): "goes with the team",
    ("shared_win", "person_id"): "goes with the account of the win's owner",
    ("outside_link", "maker_id"): "says no maker once their account is gone",
    ("chosen_win", "person_id"): "a win that is made private goes out of every link",
    ("shared_objective", "recipient_id"): "a team lists what is shared with it",
    ("shared_win", "objective"): "the wins of several teams for one objective that is shared",
    ("goal_member", "person_id"): "the goals of teams on a person's Today",
    ("review_calendar", "person_id"): "goes with the account of who made it",
    ("recognition", "giver_id"): "is no longer named once their account is deleted",
    ("cited_win", "person_id"): "goes with the account of the win's owner",
    ("counts_in", "team_id"): "whose answers count in a team, when its window is published",
    ("mail", "state"): "the job sends the mails of all people that are due",
    ("mail_address", "digest_due"): "the job makes the digests of all people that are due",
    ("prompt", "due"): "the job sends what is due of everybody",
    ("reminder_settings", "plan_at"): "the job plans for whoever's turn it is",
}
# References to others than the owner of the row: why.
TO_OTHERS = {
    ("owner", "person_id"): "has the number of its row, where it is a person",
    ("win", "team_id"): "on whose board it is",
    ("link", "person_id"): "whose password it resets",
    ("membership", "team_id"): "what they belong to",
    ("team", "organisation_id"): "in which it is",
    ("organisation_role", "person_id"): "who has the role",
    ("invitation", "maker_id"): "who made it",
    ("notice", "team_id"): "what it is about",
    ("shared_win", "person_id"): "whose win is on the board",
    ("outside_link", "maker_id"): "whose wins can be chosen for it",
    ("chosen_win", "person_id"): "whose win was chosen",
    ("shared_objective", "recipient_id"): "with whom it is shared",
    ("goal_member", "person_id"): "whose the goal is",
    ("review_calendar", "person_id"): "who made it",
    ("recognition", "giver_id"): "who gave the thanks",
    ("cited_win", "person_id"): "whose win it is",
    ("counts_in", "team_id"): "where the answers count",
}
# Tables of what only people do: they refuse rows of a team.
PERSONAL = {
    *("session", "receipt", "form_receipt", "absence"),
    *("check_in", "preset", "routine", "membership", "notice"),
    *("counts_in", "mail", "mail_address", "prompt", "reminder_settings", "push_device"),
}
KEYED = {name_of(model): whose.column_name for model, whose in WHOSE.items()}


def test_a_table_is_keyed_by_its_owner_or_named_with_a_reason() -> None:
    assert {name_of(model) for model in MODELS} - KEYED.keys() == GLOBAL.keys()


def test_every_key_and_index_begins_with_the_owner(app: Flask) -> None:
    with database.connection_context():
        found = {
            (table, index.columns[0])
            for table, whose in KEYED.items()
            for index in database.get_indexes(table)
            if index.columns[0] != whose
        }
    assert found == BY_OTHERS.keys()


def test_a_row_is_unique_among_those_of_its_owner_only(app: Flask) -> None:
    with database.connection_context():
        found = {
            (table, index.columns[0])
            for table, whose in KEYED.items()
            for index in database.get_indexes(table)
            if index.unique and whose not in index.columns
        }
    assert found == {("person", "email"), ("person", "key"), ("owner", "person_id")}


def references() -> Iterator[ForeignKeyField]:
    for model in MODELS:
        fields = model._meta.sorted_fields
        yield from (one for one in fields if isinstance(one, ForeignKeyField))


def test_every_reference_leads_from_a_row_to_its_owner() -> None:
    assert {(one.rel_model, one.rel_field.name) for one in references()} == {
        (Person, "id"),
        (Owner, "id"),
    }
    columns = {(name_of(one.model), one.column_name) for one in references()}
    assert columns - set(KEYED.items()) == TO_OTHERS.keys()


def test_all_but_what_only_people_do_can_be_of_a_team() -> None:
    of_people = {name_of(model) for model, whose in WHOSE.items() if _refuses_teams(whose)}
    assert of_people - GLOBAL.keys() - {"owner"} == PERSONAL


def _refuses_teams(whose: Field) -> bool:
    return isinstance(whose, ForeignKeyField) and whose.rel_model is Person
