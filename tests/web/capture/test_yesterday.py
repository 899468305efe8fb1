"""Yesterday: one tap for what was forgotten (R60)."""

from datetime import date, timedelta

import pytest

from tests.support.make import DAY, NOON, Someone, win
from tests.web.conftest import Browser
from webapp.storage.capture.wins import Win


def shown_day(browser: Browser) -> date:
    """Return the day that Today shows."""
    page = browser.get("/").text
    return date.fromisoformat(page.partition('id="shown-day" data-day="')[2][:10])


def test_one_tap_logs_the_words_for_the_day_before_and_says_so(
    as_ana: Browser, ana: Someone
) -> None:
    answer = as_ana.post("/wins/", what="Called the clinic", day="yesterday")
    stored = Win.get(Win.person == ana.id)
    day = shown_day(as_ana) - timedelta(days=1)
    assert (stored.what, stored.day) == ("Called the clinic", day.isoformat())
    assert f"moved={day}" in answer.location
    page = as_ana.get(answer.location).text
    assert f'href="/wins/?from={day}&amp;to={day}"' in page
    assert f'action="/wins/{stored.id}?_method=DELETE"' in page


def test_without_words_it_is_a_quick_task(as_ana: Browser, ana: Someone) -> None:
    as_ana.post("/wins/", what=" ", day="yesterday")
    assert Win.get(Win.person == ana.id).what == "Quick task"


def test_a_page_whose_storage_is_refused_gets_no_row_of_today(as_ana: Browser) -> None:
    assert as_ana.htmx("/wins/", what="Late", day="yesterday").text == ""


def test_the_button_comes_after_the_kinds_so_that_enter_logs_a_quick_task(as_ana: Browser) -> None:
    form = as_ana.get("/").text.partition('id="capture"')[2].partition("</form>")[0]
    assert 0 < form.index('value="quick"') < form.index('value="yesterday"')


def at(moment: int) -> dict[str, object]:
    """Return a moment as a phone sends it."""
    return {"at": moment, "offset": 60, "zone": "Europe/Berlin"}


def test_a_phone_says_when_it_happened_and_when_it_was_entered(ana: Someone) -> None:
    ana.sends({**win(), "fields": {"what": "Late", "kind": "quick", "happened": at(NOON - DAY)}})
    stored = Win.get(Win.person == ana.id)
    assert (stored.happened, stored.entered) == (NOON - DAY, NOON)
    assert (stored.day, stored.wrong_clock) == ("2026-11-21", False)


def test_a_wrong_clock_refuses_nothing(ana: Someone) -> None:  # R14
    fields = {"what": "Late", "kind": "quick", "happened": at(-DAY)}
    ana.sends({**win(at=0), "fields": fields})
    stored = Win.get(Win.person == ana.id)
    assert (stored.happened, stored.wrong_clock) == (NOON, True)


@pytest.mark.parametrize("happened", [None, "yesterday", {}, {**at(NOON), "at": "soon"}])
def test_a_moment_that_is_none_is_refused(ana: Someone, happened: object) -> None:
    sent = {**win(), "fields": {"what": "Late", "kind": "quick", "happened": happened}}
    assert ana.sends(sent).verdicts[0].outcome == "refused"
