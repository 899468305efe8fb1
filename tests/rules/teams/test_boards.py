"""What a board is asked for by an address: nothing of it is refused."""

from datetime import date

import pytest

from webapp.rules.teams.boards import (
    OTHER,
    By,
    Cursor,
    Wanted,
    initials,
    parse_cursor,
    parse_wanted,
)

TODAY = date(2026, 11, 25)  # a Wednesday
ID = "3b0c0d0e-0000-4000-8000-000000000001"


def test_an_address_asks_for_all_of_it() -> None:
    given = {"by": "person", "person": "17", "objective": ID, "kind": "quick", "period": "week"}
    assert parse_wanted(given, TODAY) == Wanted(By.PERSON, 17, ID, "quick", "2026-11-23", "")
    assert parse_wanted({"objective": OTHER}, TODAY).objective == OTHER


@pytest.mark.parametrize("text", ["", "x", "-1", "1e3", "١٧", "9" * 30, "\0"])
def test_what_nobody_knows_asks_for_all(text: str) -> None:
    given = dict.fromkeys(("by", "person", "objective", "kind", "period", "from", "to"), text)
    assert parse_wanted(given, TODAY) == Wanted()


def test_a_page_begins_where_another_ended() -> None:
    cursor = Cursor(1_795_345_200_000, 17, ID)
    assert parse_cursor(str(cursor)) == cursor


@pytest.mark.parametrize(
    "text", [None, "", "1.2", f"x.17.{ID}", f"1.-2.{ID}", "1.17.x", f"0.0.{ID}"]
)
def test_what_is_no_place_begins_at_the_top(text: str | None) -> None:
    assert parse_cursor(text) is None


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("Ben Kaya", "BK"),
        ("ana", "A"),
        ("Ana Maria Lopez", "AM"),
        ("(Dora) – O’Neil", "DO"),
        ("אבי כהן", "אכ"),
        ("…", "?"),
        ("", "?"),
    ],
)
def test_a_name_has_a_sign(name: str, sign: str) -> None:
    assert initials(name) == sign
