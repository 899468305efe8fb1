"""A year of one person reads as docs/reminders.md says, and tells nothing of what they wrote."""

import json
from pathlib import Path

import pytest

from tests.support.years.listing import page_of
from tests.support.years.person import WIN, WORDS
from tests.support.years.year import Year, live_a_year
from webapp.domain.reminders.texts import ARE_DUE, SAYS, TOGETHER

PAGE = Path(__file__).parents[3] / "docs/reminders.md"
DIGEST = "Your small wins of last week"


# One test, since the year takes some seconds; the rules hold on both engines in test_planning.
@pytest.mark.long
@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.usefixtures("db")
def test_the_year_is_as_the_page_has_it_and_tells_nothing(unscoped_queries: list[str]) -> None:
    year = live_a_year()
    unscoped_queries.clear()  # the clock of the simulation looks at everybody's
    assert page_of(year) == PAGE.read_text(), "python -m tools.reminder_year > docs/reminders.md"
    no_word_of_hers_is_in_a_reminder(year)
    every_push_says_one_of_our_sentences(year)


def no_word_of_hers_is_in_a_reminder(year: Year) -> None:
    digests = [one.sent for one in year.arrived if one.title == DIGEST]
    reminders = [one.sent for one in year.arrived if one.title != DIGEST]
    assert {one.way for one in year.arrived if one.title != DIGEST} == {"push", "mail"}
    assert [sent for sent in reminders if "canary" in sent.lower()] == []
    assert [sent for sent in digests if any(word in sent for word in {*WORDS} - {WIN})] == []
    assert all(WIN in sent for sent in digests)  # her own words, which she asked for


def every_push_says_one_of_our_sentences(year: Year) -> None:
    ours = {*SAYS.values(), *((TOGETHER, says % {"num": 2}) for says in ARE_DUE)}
    pushes = [json.loads(one.sent.partition(" ")[2]) for one in year.arrived if one.way == "push"]
    said = {(one["notification"]["title"], one["notification"]["body"]) for one in pushes}
    assert said <= ours
    assert len(said) > 7
