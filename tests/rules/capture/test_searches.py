"""Which search the address of the log describes."""

from datetime import date

import pytest

from webapp.rules.capture.searches import NO_SEARCH, parse_search

TODAY = date(2026, 11, 25)  # a Wednesday
OBJECTIVE = "00000000-0000-4000-8000-000000000001"


def test_an_address_without_parameters_looks_for_nothing():
    assert parse_search({}, TODAY) == NO_SEARCH
    assert not parse_search({"q": "  ", "kind": "", "from": ""}, TODAY)


def test_words_are_looked_for_one_by_one_whatever_their_capitals():
    assert parse_search({"q": " Flaky  TEST "}, TODAY).words == ("flaky", "test")


def test_quotes_and_percent_signs_are_words_like_others():
    assert parse_search({"q": "100% \"quoted' _x_ \\"}, TODAY).words == (
        "100%",
        '"quoted',
        "_x_",
        "\\",
    )


@pytest.mark.parametrize(
    ("period", "first"),
    [("week", "2026-11-23"), ("weeks", "2026-10-29"), ("year", "2026-01-01"), ("", "")],
)
def test_a_period_ends_today(period, first):
    search = parse_search({"period": period}, TODAY)
    assert (search.first, search.last) == (first, "")


def test_days_that_are_given_go_before_a_period():
    search = parse_search({"period": "week", "to": "2026-10-01"}, TODAY)
    assert (search.first, search.last) == ("", "2026-10-01")


def test_days_the_wrong_way_round_are_turned():
    search = parse_search({"from": "2026-10-02", "to": "2026-10-01"}, TODAY)
    assert (search.first, search.last) == ("2026-10-01", "2026-10-02")


def test_what_all_wins_found_have_in_common_is_taken_as_it_is():
    given = {
        "kind": "process",
        "area": "Support",
        "visibility": "team",
        "counted": "no",
        "objective": OBJECTIVE,
    }
    search = parse_search(given, TODAY)
    assert {name: getattr(search, name) for name in given} == given


@pytest.mark.parametrize(
    "given",
    [
        {"kind": "heroic"},
        {"visibility": "everybody"},
        {"counted": "perhaps"},
        {"period": "decade"},
        {"from": "yesterday", "to": "2026-02-30"},
        {"objective": "' or 1=1"},
        {"q": "\0"},
    ],
)
def test_unknown_parameters_are_ignored(given):
    assert parse_search(given, TODAY) == NO_SEARCH


def test_a_search_is_not_longer_than_anybody_needs():
    assert len(parse_search({"q": "x " * 500}, TODAY).words) == 8
    assert len(parse_search({"q": "x" * 5000}, TODAY).words[0]) == 200
