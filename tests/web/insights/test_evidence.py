"""The record of counted wins over HTTP (R45)."""

import csv
import io
import json

import pytest

from tests.support.make import DAY, NOON, Someone, win
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.domain.insights.evidence import PAGE
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
    assert "Sent my résumé" not in page
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
