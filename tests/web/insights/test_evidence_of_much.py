"""Evidence of somebody who stores very much: files and searches hold the newest of it."""

import pytest

from tests.support.make import Someone, store_wins
from tests.web.conftest import Browser
from webapp.domain.insights.evidence import MOST_IN_FILE
from webapp.rules.account.budget import BUDGET
from webapp.storage.account.people import Person
from webapp.storage.capture import searches
from webapp.storage.capture.wins import Win


@pytest.mark.long
@pytest.mark.parametrize("form", ["csv", "json", "md"])
def test_a_file_holds_the_newest_and_the_page_says_so(
    as_ana: Browser, ana: Someone, form: str
) -> None:
    store_wins(ana, MOST_IN_FILE + 1, counted=True)
    ever = "from=2000-01-01&to=2026-11-30"
    told = as_ana.get(f"/evidence/record.{form}?{ever}").text
    assert told.count("Win ") == MOST_IN_FILE
    assert f"Win {MOST_IN_FILE}" not in told
    assert "A file holds the newest 5,000" in as_ana.get(f"/evidence/?{ever}").text


@pytest.mark.parametrize("a_day", [1, 60])
def test_who_stores_very_much_searches_the_record_in_parts(
    as_ana: Browser, ana: Someone, monkeypatch: pytest.MonkeyPatch, a_day: int
) -> None:
    monkeypatch.setattr(searches, "MOST_TIME", 2_000_000)
    Person.update(stored=BUDGET).where(Person.id == ana.id).execute()
    stored = store_wins(ana, 60, a_day, folded="x" * 24_000 + "\n", counted=True)
    Win.update(folded="needle\n", what="Found it").where(Win.id == stored[-1]).execute()
    shown = [as_ana.get("/evidence/?from=2000-01-01&q=needle").text]
    assert ("0 counted wins" in shown[0], "Searched back to" in shown[0]) == (True, True)
    while "Search earlier wins" in shown[-1]:
        link = shown[-1].partition('rel="next" href="')[2].partition('"')[0]
        shown.append(as_ana.get(link.replace("&amp;", "&")).text)
    assert ["Found it" in one for one in shown] == [False] * (len(shown) - 1) + [True]
