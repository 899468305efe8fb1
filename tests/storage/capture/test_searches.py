"""Searches among wins, with the same results on both engines."""

import uuid
from datetime import date

import pytest

from tests.support.make import DAY, HOUR, NOON, edit, store_wins, win
from tests.support.queries import counted_queries
from webapp.domain.capture.search_parts import end_of_search
from webapp.domain.capture.wins import count_found, win_calendar, wins_page
from webapp.rules.account.budget import BUDGET
from webapp.rules.capture.searches import NO_SEARCH, parse_search
from webapp.storage.account.people import Owner, Person
from webapp.storage.capture import searches
from webapp.storage.capture.searches import most_bytes, wins_by_day, wins_found
from webapp.storage.capture.wins import Win
from webapp.storage.engine.database import database

TODAY = date(2026, 11, 22)
FASTER = str(uuid.UUID(int=1, version=4))


def found(person, **given):
    """Return what a search with these parameters finds, newest first."""
    wins = wins_found(person.id, parse_search(given, TODAY))
    return [stored.what for stored in wins]


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        ("Fixed the FLAKY test", "flaky"),
        ("Grüße aus ÄGYPTEN", "ägypten grüße"),
        ("Встреча с КЛИЕНТОМ", "клиентом"),
        ("ΑΝΑΦΟΡΑ έτοιμη", "αναφορα"),
        ("Café opened", "CAFE\N{COMBINING ACUTE ACCENT}"),
        ("Sent my résumé", "resume"),
        ("Found why they don\N{RIGHT SINGLE QUOTATION MARK}t", "don't"),
        ("خُطّة المسؤول", "خطه مسوول"),
        ("٣٥٪ أسرع", "35% اسرع"),
        ("أرسلت تحديثًا", "أرسلت"),
        ("Shipped 🎉 it", "🎉"),
        ("100 % done", "%"),
        ("snake_case", "e_c"),
        ('She said "yes"', '"yes"'),
        ("It's done", "it's"),
        ("C:\\new", "\\n"),
    ],
)
def test_words_are_found_whatever_their_capitals(ana, stored, asked):
    ana.sends(win(stored), win("Something else"))
    assert found(ana, q=asked) == [stored]


@pytest.mark.parametrize("asked", ["a_b", "50%", "'; drop table win; --", '"', "\\"])
def test_signs_of_the_databases_own_are_only_signs(ana, asked):
    ana.sends(win("axb"), win("500"))
    assert found(ana, q=asked) == []


def test_all_words_are_to_be_there_in_whichever_field(ana):
    ana.sends(win("Fixed it", impact="Saves an hour"), win("Fixed that"))
    assert found(ana, q="hour fixed") == ["Fixed it"]


@pytest.mark.parametrize("field", ["impact", "next_step", "approach", "worked", "improve"])
def test_all_that_is_said_of_a_win_is_looked_through(ana, field):
    ana.sends(win("here", **{field: "a needle in hay"}), win("not here"))
    assert found(ana, q="needle") == ["here"]


def test_wins_are_found_by_what_they_have_in_common(ana):
    ana.sends(
        win("one", kind="process", area="Support", visibility="team"),
        win("two", kind="process", area="Release"),
        win("three", area="Support"),
    )
    assert found(ana, kind="process", area="Support") == ["one"]
    assert sorted(found(ana, visibility="private", area="Support")) == ["one", "three"]


def test_a_win_that_names_no_team_is_private_whatever_it_says(ana):
    ana.sends(win("one", visibility="team"), win("two", visibility="organisation"))
    assert found(ana, visibility="team") == found(ana, visibility="organisation") == []
    team = Owner.create().id
    Win.update(team=team).where(Win.person == ana.id).execute()
    assert found(ana, visibility="private") == []
    assert found(ana, visibility="team") == ["one"]


def test_counted_wins_are_separate_from_those_that_need_evidence(ana):
    tap = win("one", objectives=[FASTER], impact="2 hours")
    ana.sends(tap, win("two", objectives=[FASTER]), win("three"))
    assert found(ana, counted="yes") == ["one"]
    assert set(found(ana, counted="no")) == {"two", "three"}
    assert set(found(ana, objective=FASTER)) == {"one", "two"}


def test_a_period_is_by_the_day_a_win_counts_for(ana):
    half_past_one = NOON - 10 * HOUR - HOUR // 2  # belongs to the day before
    ana.sends(win("night", at=half_past_one), win("noon"), win("old", at=NOON - 3 * DAY))
    assert found(ana, **{"from": "2026-11-21", "to": "2026-11-21"}) == ["night"]
    assert found(ana, **{"from": "2026-11-22"}) == ["noon"]
    assert found(ana, to="2026-11-21") == ["night", "old"]


def test_days_hold_wins_of_every_zone(ana):
    far = [{**win(f"{offset}", at=NOON), "offset": offset} for offset in (-720, 840)]
    ana.sends(*far)
    assert found(ana, **{"from": "2026-11-23", "to": "2026-11-23"}) == []
    assert set(found(ana, **{"from": "2026-11-21", "to": "2026-11-22"})) == {"-720", "840"}


def test_nobody_finds_anothers_wins(ana, ben):
    ana.sends(win("needle"))
    assert found(ben, q="needle") == []
    assert count_found(ben.me, parse_search({"q": "needle"}, TODAY)) == 0


def test_a_search_is_paged_without_gap_or_repeat(ana):
    ana.sends(*[win(f"{n} {'odd' if n % 2 else 'even'}", at=NOON - n) for n in range(90)])
    search = parse_search({"q": "odd"}, TODAY)
    first, more = wins_page(ana.me, search=search)
    rest, end = wins_page(ana.me, (first[-1].happened, first[-1].id), search)
    assert (len(first), more, len(rest), end) == (30, True, 15, False)
    assert count_found(ana.me, search) == 45


PARTED = parse_search({"q": "needle"}, TODAY)


@pytest.fixture
def much(ana, monkeypatch):
    """Return Ana, who stores so much that fifty long wins are too many for one search."""
    monkeypatch.setattr(searches, "MOST_TIME", 1_000_000)
    Person.update(stored=BUDGET).where(Person.id == ana.id).execute()
    return ana


def in_parts(person):
    """Return, of each part of a search, the ids that it compares and those that it finds."""
    after = None
    while True:
        end = end_of_search(person.me, PARTED, after)
        pages = [wins_page(person.me, after, asked, 999, end)[0] for asked in (NO_SEARCH, PARTED)]
        yield tuple([win.id for win in page] for page in pages)
        if not end:
            return
        after = (end.happened, end.id)


@pytest.mark.parametrize("a_day", [1, 4, 99], ids=lambda number: f"{number} a day")
def test_who_stores_very_much_searches_in_parts_without_gap_or_repeat(much, a_day):
    stored = store_wins(much, 99, a_day, folded="x" * 12_000 + "\n")
    hits = [stored[0], stored[50], stored[-1]]
    Win.update(folded="needle\n").where(Win.id.in_(hits)).execute()
    compared, found = zip(*in_parts(much), strict=True)
    assert [one for part in compared for one in part] == stored
    assert [one for part in found for one in part] == hits
    most = most_bytes(["needle"])
    assert max(len(part) for part in compared) * 12_001 <= most + 2 * 12_001 < 99 * 12_001


def test_a_win_that_is_too_much_alone_is_searched_alone(much, monkeypatch):
    monkeypatch.setattr(searches, "MOST_TIME", 1)
    stored = store_wins(much, 3, folded="x" * 100 + "\n")
    assert [part for part, _ in in_parts(much)] == [[one] for one in stored]


@pytest.mark.parametrize("asked", [{"q": "needle"}, {"kind": "quick"}], ids=str)
def test_what_is_short_or_asked_without_words_is_searched_at_once(much, asked):
    store_wins(much, 99, folded="x" * 100 + "\n")
    assert end_of_search(much.me, parse_search(asked, TODAY)) is None


def test_who_stores_little_is_not_measured(ana):
    me = ana.me
    with counted_queries() as queries:
        assert end_of_search(me, PARTED) is None
    assert queries == []


@pytest.mark.parametrize("words", [["a", "b"], ["a" * 24] * 8], ids=["two", "many"])
def test_more_words_are_compared_with_fewer_bytes(db, words):
    assert most_bytes(words) < most_bytes(words[:1]) <= most_bytes(["a"])
    assert most_bytes(words, recorded=True) < most_bytes(words)
    assert most_bytes(["two", "words"]) > 20_000_000  # more than a life that is written by hand


def test_an_edit_changes_what_finds_it(ana):
    tap = win("first words")
    ana.sends(tap, edit(tap, what="second words"))
    assert (found(ana, q="first"), found(ana, q="second")) == ([], ["second words"])


def test_the_calendar_counts_by_day_and_by_what_is_looked_for(ana):
    ana.sends(win(), win(kind="process"), win(at=NOON - DAY), win(at=NOON - 365 * DAY))
    days = {
        day.date.isoformat(): day.wins
        for row in win_calendar(ana.me, NO_SEARCH, TODAY)
        for day in row
        if day.wins
    }
    assert days == {"2026-11-22": 2, "2026-11-21": 1}
    process = parse_search({"kind": "process"}, TODAY)
    assert list(wins_by_day(ana.id, "2026-11-01", process)) == [("2026-11-22", 1)]


def test_the_calendar_is_read_from_the_index_alone(ana):
    if not hasattr(database.obj, "pragma"):
        return  # PostgreSQL plans by statistics, which a test has too few rows for
    query, params = wins_by_day(ana.id, "2026-11-01", parse_search({"kind": "quick"}, TODAY)).sql()
    plan = database.execute_sql(f"EXPLAIN QUERY PLAN {query}", params).fetchall()
    assert "USING COVERING INDEX" in str(plan)
