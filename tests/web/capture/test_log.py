"""The log: searches, the calendar, and adding what a win needs to be evidence."""

import re
import uuid

import pytest

from tests.support.make import DAY, NOON, OURS, Someone, edit, store_wins, win
from tests.support.plans import active_goal, meets
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.rules.account.budget import BUDGET
from webapp.storage.account.people import Person
from webapp.storage.capture import searches
from webapp.storage.capture.wins import Win
from webapp.storage.objectives.objectives import Objective
from webapp.web.shared.clock import now

FASTER = str(uuid.UUID(int=1, version=4))


def part(browser: Browser, path: str, target: str):  # type: ignore[no-untyped-def]
    """Return what htmx gets for the element `target` of the page."""
    asked = {"HX-Request": "true", "HX-Request-Type": "partial", "HX-Target": f"div#{target}"}
    return browser.get(path, headers={**OURS, **asked})


def test_a_search_by_htmx_gets_rows_and_their_number(as_ana: Browser, ana: Someone) -> None:
    ana.sends(win("Fixed it"), win("Shipped it"))
    answer = part(as_ana, "/wins/?q=fixed", "log").text
    assert "<mark>Fixed</mark> it" in answer
    assert "Shipped it" not in answer
    assert '<hx-partial hx-target="#found" hx-swap="innerHTML">1 win' in answer
    assert "<html" not in answer


def test_a_search_by_a_plain_form_keeps_what_was_asked(as_ana: Browser, ana: Someone) -> None:
    ana.sends(win("Fixed it"), win("Shipped it", kind="milestone"))
    page = as_ana.get("/wins/?q=%22x%22&kind=milestone&area=&from=2026-11-01").text
    assert 'value="&#34;x&#34;"' in page
    assert '<option value="milestone" selected>' in page
    assert 'value="2026-11-01"' in page
    assert "No win matches that." in page
    assert "Show all wins" in page


def test_the_part_and_the_page_are_not_taken_for_each_other(as_ana: Browser, ana: Someone) -> None:
    ana.sends(win())
    tags = {part(as_ana, "/wins/?q=fixed", name).headers["ETag"] for name in ("log", "more")}
    assert len({*tags, as_ana.get("/wins/?q=fixed").headers["ETag"]}) == 3


def test_who_stores_very_much_is_told_how_far_was_searched(
    as_ana: Browser, ana: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searches, "MOST_TIME", 2_000_000)
    Person.update(stored=BUDGET).where(Person.id == ana.id).execute()
    stored = store_wins(ana, 60, folded="x" * 24_000 + "\n")
    Win.update(folded="needle\n", what="Found it").where(Win.id == stored[-1]).execute()
    shown = [as_ana.get("/wins/?q=needle").text]
    assert ("0 wins so far" in shown[0], "Searched back to" in shown[0]) == (True, True)
    assert "intersect once" not in shown[0]  # it does not go on by itself
    while "Search earlier wins" in shown[-1]:
        shown.append(part(as_ana, next_page(shown[-1]), "more").text)
    assert ["Found it" in one for one in shown] == [False] * (len(shown) - 1) + [True]


def next_page(text: str) -> str:
    link = text.partition('rel="next"')[2].partition('href="')[2].partition('"')[0]
    return link.replace("&amp;", "&")


def test_at_the_end_of_a_search_in_parts_it_says_so(as_ana: Browser, ana: Someone) -> None:
    ana.sends(a_win := win("Other"))
    rest = part(as_ana, f"/wins/?q=needle&after={NOON}.{a_win['id']}", "more").text
    assert "No earlier win is like that." in rest


def test_the_next_page_goes_on_looking(as_ana: Browser, ana: Someone) -> None:
    ana.sends(*[win(f"{n} {'odd' if n % 2 else 'even'}", at=NOON - n) for n in range(90)])
    first = as_ana.get("/wins/?q=odd").text
    assert 'hx-trigger="click, intersect once' in first
    following = first.partition('rel="next" href="')[2].partition('"')[0].replace("&amp;", "&")
    rest = part(as_ana, following, "more").text
    assert rest.count('id="win-') == 15
    assert "even" not in rest
    assert "<h2" not in rest  # the month of the page before
    assert "<h3" not in rest  # and its day


def test_wins_are_listed_by_month_and_day(as_ana: Browser, ana: Someone) -> None:
    ana.sends(*[win(f"w{n}", at=NOON - n * 12 * DAY) for n in range(3)], win("w3"))
    page = as_ana.get("/wins/").text.partition("<template")[0]
    heads = re.findall(r"<(h[23])[^>]*>([^<]+)<", page)
    assert heads == [
        ("h2", "November 2026"),
        *[("h3", "Sunday 22"), ("h3", "Tuesday 10")],
        *[("h2", "October 2026"), ("h3", "Thursday 29")],
    ]


def test_what_needs_evidence_is_listed_with_what_it_lacks(as_ana: Browser, ana: Someone) -> None:
    Objective.create(owner=ana.me.owner, id=FASTER, name="Faster decisions", created=NOON)
    ana.sends(
        win("counted", objectives=[FASTER], impact="2 hours"),
        win("lacks a measure", objectives=[FASTER]),
        win("lacks an objective", impact="2 hours"),
    )
    page = part(as_ana, "/wins/?counted=no", "log").text
    assert ">counted<" not in page
    assert "1 of 3 wins counted" in page
    assert "2 wins" in part(as_ana, "/wins/?counted=no&q=lacks", "log").text
    assert page.count("Measurable") == 1
    assert page.count('<option value="">Objective</option>') == 1


def test_one_tap_makes_it_counted(as_ana: Browser, ana: Someone) -> None:
    tap = win(objectives=[FASTER])
    ana.sends(tap)
    row = as_ana.htmx(f"/wins/{tap['id']}?_method=PATCH", **{"from": "missing", "measurable": "1"})
    assert 'data-counted="yes"' in row.text
    assert Win.get(Win.id == tap["id"]).counted


@pytest.mark.parametrize(
    ("said", "changed", "says"),
    [
        ({"before": 1400, "after": 6.5}, "yes", "From 1,400 to 6.5"),
        ({"before": 14, "after": 0}, "yes", "From 14 to 0"),
        ({"before": 14}, "", "Add what it changed"),
        ({}, "", "Add what it changed"),
    ],
)
def test_a_row_shows_the_change_on_an_indicator(
    as_ana: Browser, ana: Someone, said: dict[str, float], changed: str, says: str
) -> None:
    ana.sends(win(indicator=FASTER, **said))
    page = as_ana.get("/wins/").text
    row = page[page.index('<li class="win"') :].partition("</li>")[0]
    assert (f'data-changed="{changed}"' in row, says in row) == (True, True)


def test_counting_it_without_scripts_leads_back_to_the_list(as_ana: Browser, ana: Someone) -> None:
    tap = win(impact="2 hours")
    ana.sends(tap)
    given = {"from": "missing", "objectives": FASTER}
    answer = as_ana.post(f"/wins/{tap['id']}?_method=PATCH", **given)
    assert (answer.status_code, answer.location) == (303, "/wins/?counted=no")
    assert Win.get(Win.id == tap["id"]).counted


def test_the_calendar_says_each_days_number_and_leads_there(as_ana: Browser, ana: Someone) -> None:
    moment = now()
    ana.sends(win(at=moment), win(at=moment), win("yesterday", at=moment - DAY), now=moment)
    page = as_ana.get("/wins/").text
    day = Win.get(Win.what == "yesterday").day
    table, strip = page.partition("<table")[2].split("</table>")
    for calendar in (table, strip):
        assert f'href="/wins/?from={day}&amp;to={day}"' in calendar
        assert (calendar.count("heat__day--1"), calendar.count("heat__day--2")) == (1, 1)
    rows = as_ana.get(f"/wins/?from={day}&to={day}").text.split('id="win-')[1:]
    assert ["yesterday" in row for row in rows] == [True, False, False]  # then the templates


def test_phones_cache_the_last_two_hundred(as_ana: Browser, ana: Someone) -> None:
    ana.sends(*[win(f"Win {n}", at=NOON - n) for n in range(210)])
    assert as_ana.get("/wins/?kept=200").text.count('<li class="win" id="win-') == 201  # a template
    assert as_ana.get("/wins/?kept=5000").text.count('<li class="win" id="win-') == 31


@pytest.mark.parametrize("query", ["", "?q=win", "?counted=no", "?kind=quick&period=year"])
def test_its_queries_do_not_grow_with_its_rows(as_ana: Browser, ana: Someone, query: str) -> None:
    ana.sends(*[win(f"Win {n}", at=NOON - n) for n in range(40)])  # more than one page
    with counted_queries() as few:
        as_ana.get(f"/wins/{query}")
    ana.sends(*[win(f"Win {n}", at=NOON - n * DAY // 9) for n in range(60)])
    with counted_queries() as many:
        as_ana.get(f"/wins/{query}")
    assert len(few) == len(many) <= 10


@pytest.mark.parametrize(
    "query",
    ["q=%00", "q=%25%22%27_", "from=2026-13-01", "area=%00x", "objective=x", "counted=%27"],
)
def test_what_makes_no_sense_is_no_error(as_ana: Browser, ana: Someone, query: str) -> None:
    ana.sends(win())
    assert as_ana.get(f"/wins/?{query}").status_code == 200


def test_a_win_of_a_met_goal_lacks_no_number(as_ana: Browser, ana: Someone) -> None:
    goal_id = active_goal(ana)
    ana.sends(meets(goal_id), win("Page sent", goal=goal_id))
    page = as_ana.get("/wins/?counted=no").text
    assert 'data-verified="yes"' in page
    assert 'name="measurable"' not in page.partition("<template")[0]


def test_what_was_found_is_marked_in_the_row(as_ana: Browser, ana: Someone) -> None:
    ana.sends(win("Sent <b>my</b> résumé & {id}", impact="2 b"))
    page = as_ana.get("/wins/?q=RESUME+b").text
    row = page[page.index('<li class="win"') :].partition("</li>")[0]
    assert (
        "Sent &lt;<mark>b</mark>&gt;my&lt;/<mark>b</mark>&gt; <mark>résumé</mark> &amp; {id}" in row
    )
    assert "2 <mark>b</mark>" in row
    assert "<mark>" not in as_ana.get("/wins/").text


def test_a_hit_that_the_row_does_not_show_is_shown_with_its_field(
    as_ana: Browser, ana: Someone
) -> None:
    ana.sends(win("Fixed it", approach="Fixed it with <patience>", worked="Tea"))
    page = as_ana.get("/wins/?q=fixed+patience").text
    row = page[page.index('<li class="win"') :].partition("</li>")[0]
    lines = row.split('class="win__hit"')[1:]
    assert len(lines) == 1
    assert "How you went about it" in lines[0]
    assert "<mark>Fixed</mark> it with &lt;<mark>patience</mark>&gt;" in lines[0]
    assert "win__hit" not in as_ana.get("/wins/?q=fixed").text.partition("<template")[0]


def test_a_win_moved_to_another_day_is_found_there(as_ana: Browser, ana: Someone) -> None:
    tap = win("moved")
    moment = {"at": NOON - 40 * DAY, "offset": 60, "zone": "Europe/Berlin"}
    ana.sends(tap, edit(tap, happened=moment))
    assert "moved" in as_ana.get("/wins/?from=2026-10-13&to=2026-10-13").text
