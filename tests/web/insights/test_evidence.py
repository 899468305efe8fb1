"""The record of counted wins over HTTP (R45)."""

import csv
import io
import json
import re
import uuid

import pytest

from tests.support.make import DAY, NOON, Someone, win
from tests.support.plans import active_goal, an_objective, meets
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.domain.insights.evidence import PAGE
from webapp.rules.capture.evidence import MOST_LEFT_OUT
from webapp.storage.goals.goals import Goal
from webapp.storage.objectives.indicators import Indicator, IndicatorValue

FASTER, BETTER = "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"
PERIOD = "from=2026-10-01&to=2026-11-30"


def counts(what: str = "Shipped it", **more):  # type: ignore[no-untyped-def]
    """Return an entry that logs a counted win."""
    return win(what, **{"impact": "From 14 steps to 6", "objectives": [FASTER], **more})


def test_it_shows_the_counted_wins_of_the_period_only(as_ana: Browser, ana: Someone) -> None:
    ana.sends(counts("In it"), win("Not counted"), counts("Long before", at=NOON - 300 * DAY))
    page = as_ana.get(f"/evidence/?{PERIOD}").text
    assert ("In it" in page, "Not counted" in page, "Long before" in page) == (True, False, False)
    assert "1 counted win" in page


def test_words_are_found_in_what_was_done_and_in_what_it_changed(
    as_ana: Browser, ana: Someone
) -> None:
    ana.sends(counts("Release notes"), counts("Other"), counts("Third", impact="2 releases a week"))
    page = as_ana.get(f"/evidence/?{PERIOD}&q=release").text
    assert (">Release</mark> notes" in page, "Third" in page, "Other</a>" in page) == (
        True,
        True,
        False,
    )


def test_a_search_for_a_percent_sign_finds_percent_signs(as_ana: Browser, ana: Someone) -> None:
    ana.sends(counts("A", impact="40 % fewer"), counts("B", impact="6 steps"))
    assert "1 counted win" in as_ana.get(f"/evidence/?{PERIOD}&q=%25").text


def test_words_of_the_record_are_found_as_people_type_them(as_ana: Browser, ana: Someone) -> None:
    ana.sends(counts("Sent my résumé"), counts("Other", worked="my resume"))
    page = as_ana.get(f"/evidence/?{PERIOD}&q=14+RESUME").text  # in two fields; not what worked
    assert "1 counted win" in page
    assert ">Sent my résumé<" not in page
    assert "Sent my <mark>résumé</mark>" in page


def test_one_objective_can_be_asked_for(as_ana: Browser, ana: Someone) -> None:
    ana.sends(counts("Both", objectives=[FASTER, BETTER]), counts("One"))
    assert "1 counted win" in as_ana.get(f"/evidence/?{PERIOD}&objective={BETTER}").text


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("from=soon", "Give a day after 1999"),
        ("to=1999-12-31", "Give a day after 1999"),
        ("from=2026-11-30&to=2026-11-01", "not after the last one"),
        ("q=a%00b", "cannot be stored"),
    ],
)
def test_what_cannot_be_asked_for_is_said_and_kept(as_ana: Browser, query: str, says: str) -> None:
    answer = as_ana.get(f"/evidence/?{query}")
    assert (answer.status_code, says in answer.text) == (422, True)


@pytest.mark.parametrize("more", ["after=x", "after=2026-11-22.1.x", "_external=1", "form=md"])
def test_a_strange_address_shows_the_first_page(as_ana: Browser, ana: Someone, more: str) -> None:
    ana.sends(counts())
    answer = as_ana.get(f"/evidence/?{PERIOD}&{more}")
    assert (answer.status_code, "Shipped it" in answer.text) == (200, True)


def test_pages_miss_and_repeat_nothing(as_ana: Browser, ana: Someone) -> None:
    ana.sends(*[counts(f"w{n}", at=NOON - n // 3) for n in range(PAGE + 20)])
    first = as_ana.get(f"/evidence/?{PERIOD}").text
    rest = as_ana.get(
        first.partition('rel="next" href="')[2].partition('"')[0].replace("&amp;", "&")
    )
    seen = [part[:36] for part in (first + rest.text).split('href="/wins/')[1:] if part[8] == "-"]
    assert len(seen) == len(set(seen)) == PAGE + 20


def test_as_csv_nothing_runs_in_a_spreadsheet(as_ana: Browser, ana: Someone) -> None:
    ana.sends(counts('=HYPERLINK("http://x")'))
    answer = as_ana.get(f"/evidence/record.csv?{PERIOD}")
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert [row["what"] for row in rows] == ['\'=HYPERLINK("http://x")']
    assert 'filename="evidence-2026-10-01-2026-11-30.csv"' in answer.headers["Content-Disposition"]


def test_as_json_it_is_all_there(as_ana: Browser, ana: Someone) -> None:
    ana.sends(counts(before=14, after=6, area="Support"))
    result = json.loads(as_ana.get(f"/evidence/record.json?{PERIOD}").data)
    assert result["period"] == {"from": "2026-10-01", "to": "2026-11-30"}
    assert (result["wins"][0]["change"], result["wins"][0]["area"]) == ("14 → 6", "Support")


def test_as_markdown_words_stay_words(as_ana: Browser, ana: Someone) -> None:
    ana.sends(counts("Wrote *all* of it"))
    assert r"**Wrote \*all\* of it**" in as_ana.get(f"/evidence/record.md?{PERIOD}").text


def test_another_form_there_is_none(as_ana: Browser) -> None:
    assert as_ana.get("/evidence/record.exe").status_code == 404


def test_it_says_what_the_numbers_did(as_ana: Browser, ana: Someone) -> None:
    ana.sends(counts())
    owner = ana.me.owner
    Indicator.create(owner=owner, id=FASTER, name="Rework", unit="%", better="down")
    for day, value in (("2026-09-01", 50), ("2026-10-05", 6), ("2026-10-20", 4), ("2026-11-20", 2)):
        IndicatorValue.create(owner=owner, indicator=FASTER, day=day, value=value)
    for path in ("/evidence/", "/evidence/record.md"):
        assert "Rework: 6 → 2 %" in as_ana.get(f"{path}?{PERIOD}").text


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "Rework: 1,234,567 → −0.5 hours"), ("ar", "Rework: من 1,234,567 إلى \u200e−0.5 hours")],
)
def test_a_change_has_all_its_digits_in_the_language_of_the_page(
    as_ana: Browser, ana: Someone, language: str, says: str
) -> None:
    Indicator.create(owner=ana.me.owner, id=FASTER, name="Rework", unit="hours", better="down")
    ana.sends(counts(indicator=FASTER, before=1_234_567, after=-0.5))
    as_ana.post("/languages/", language=language)
    for path in ("/evidence/", "/evidence/record.md"):
        assert says in as_ana.get(f"{path}?{PERIOD}").text
    wins = json.loads(as_ana.get(f"/evidence/record.json?{PERIOD}").data)["wins"]
    assert wins[0]["change"] == says


def test_a_change_with_one_end_says_so(as_ana: Browser, ana: Someone) -> None:
    ana.sends(counts(after=6))
    assert "… → 6" in as_ana.get(f"/evidence/?{PERIOD}").text


def test_it_holds_nothing_of_anybody_else(as_cleo: Browser, ana: Someone) -> None:
    ana.sends(counts())
    for path in ("/evidence/", "/evidence/record.csv", "/evidence/record.json"):
        assert "Shipped it" not in as_cleo.get(f"{path}?{PERIOD}").text


def test_its_queries_do_not_grow_with_its_rows(as_ana: Browser, ana: Someone) -> None:
    ana.sends(counts())
    with counted_queries() as few:
        as_ana.get(f"/evidence/?{PERIOD}")
    ana.sends(*[counts(f"w{n}") for n in range(60)])
    with counted_queries() as many:
        as_ana.get(f"/evidence/?{PERIOD}")
    assert len(few) == len(many) <= 10


def test_it_begins_with_what_it_comes_to(as_ana: Browser, ana: Someone) -> None:
    objective = an_objective(ana)
    goal_id, over, _ahead = active_goal(ana), active_goal(ana), active_goal(ana)
    Goal.update(due="2026-11-20").where(Goal.id == over).execute()
    ana.sends(counts("A", objectives=[objective]), counts("B", objectives=[objective]))
    ana.sends(meets(goal_id))
    page = as_ana.get(f"/evidence/?{PERIOD}").text
    assert "2 counted wins for 1 objective; 1 of 2 goals met" in page
    assert "**2 counted wins for 1 objective; 1 of 2 goals met**" in (
        as_ana.get(f"/evidence/record.md?{PERIOD}").text.replace("\\", "")
    )


def test_only_numbers_that_went_the_right_way_got_better(as_ana: Browser, ana: Someone) -> None:
    ana.sends(counts())
    for indicator, better in ((FASTER, "down"), (BETTER, "up")):
        Indicator.create(owner=ana.me.owner, id=indicator, name=better, better=better)
        for day, value in (("2026-10-05", 6), ("2026-11-20", 2)):
            IndicatorValue.create(owner=ana.me.owner, indicator=indicator, day=day, value=value)
    assert "1 counted win; 1 number got better" in as_ana.get(f"/evidence/?{PERIOD}").text


def test_wins_with_the_same_words_are_one(as_ana: Browser, ana: Someone) -> None:
    ana.sends(counts("Cleared it"), counts("cleared  it", at=NOON - DAY), counts("Other"))
    ana.sends(counts("Cleared it", impact="From 6 steps to 2", at=NOON - 9 * DAY))
    page = as_ana.get(f"/evidence/?{PERIOD}").text
    assert page.count('class="exhibit__what"') == 2
    assert "2 times, Sat 21 Nov – Sun 22 Nov" in page
    assert page.count("From 6 steps to 2") == 1
    lines = as_ana.get(f"/evidence/record.md?{PERIOD}").text
    assert "2026-11-21 – 2026-11-22 (2×): **Cleared it**" in lines
    assert len(json.loads(as_ana.get(f"/evidence/record.json?{PERIOD}").data)["wins"]) == 4


def test_goals_that_were_met_and_lessons_go_along(as_ana: Browser, ana: Someone) -> None:
    goal_id = active_goal(ana)
    ana.sends(counts(), win("Noted", worked="Asked first", improve="Ask earlier"), meets(goal_id))
    for path in ("/evidence/", "/evidence/record.md", "/evidence/record.json"):
        page = as_ana.get(f"{path}?{PERIOD}").text
        assert all(words in page for words in ("Send 1 page on the migration", "Asked first"))
    earlier = as_ana.get("/evidence/?from=2026-10-01&to=2026-11-01").text
    assert "Asked first" not in earlier
    assert "Send 1 page" not in earlier


def test_a_win_can_be_left_out(as_ana: Browser, ana: Someone) -> None:
    kept, left = counts("Kept"), counts("Left out", worked="Tea")
    ana.sends(kept, left)
    asked = f"{PERIOD}&without={left['id']}+x&without={kept['id'][:9]}"
    page = as_ana.get(f"/evidence/?{asked}").text
    assert "1 counted win<" in page
    assert "1 win is left out." in page
    for form in ("md", "csv", "json"):
        said = as_ana.get(f"/evidence/record.{form}?{asked}").text
        assert ("Kept" in said, "Left out" in said, "Tea" in said) == (True, False, False)


def test_no_more_is_left_out_than_an_address_holds(as_ana: Browser, ana: Someone) -> None:
    ana.sends(*[counts(f"w{n}") for n in range(3)])
    ids = [str(uuid.uuid4()) for _ in range(MOST_LEFT_OUT)]
    page = as_ana.get(f"/evidence/?{PERIOD}&without={'+'.join(ids)}").text
    assert ("exhibit__leave" in page, f"{MOST_LEFT_OUT} wins are left out" in page) == (False, True)


def test_parts_go_along_in_the_order_that_was_chosen(as_ana: Browser, ana: Someone) -> None:
    ana.sends(counts(worked="Asked first"), meets(active_goal(ana)))
    asked = f"{PERIOD}&parts=wins&parts=x&parts=lessons"
    page = as_ana.get(f"/evidence/?{asked}&up=lessons").text
    heads = re.findall(r"<h2[^>]*>([^<]+)<", page)
    assert heads == ["Lessons", "Other objectives"]
    follow = re.search(r'href="(/evidence/record\.md[^"]*)"', page)
    assert follow
    lines = as_ana.get(follow[1].replace("&amp;", "&")).text
    assert re.findall(r"^## (.*)", lines, re.MULTILINE) == ["Lessons", "Other"]
