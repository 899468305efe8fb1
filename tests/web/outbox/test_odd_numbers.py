"""Numbers that JSON readers cannot hold, and moments of other ages: one bad entry, not a batch."""

import json
from typing import Any

import pytest

from tests.support.make import NOON, OURS, Someone, edit, entry, rating, win
from tests.support.plans import active_goal, ticks
from tests.web.conftest import Browser

PLACE = "NUMBER"
NUMBERS = ["1" * 400, "9" * 5000, "-" + "9" * 5000, "1e999", "-1e999", "1e-99", "NaN", "Infinity"]
FIELDS = ["before", "after"]


def sent(browser: Browser, ana: Someone, bad: dict[str, Any], number: str) -> Any:
    """Send a good entry, a bad one with this number in its JSON, a good one; return the reason."""
    content = json.dumps({"person": ana.me.key, "entries": [win(), bad, rating()]})
    data = content.replace(f'"{PLACE}"', number)
    return browser.client.post("/outbox/", data=data, content_type="application/json", headers=OURS)


def only_the_bad_one_is_refused(answer: Any) -> str:
    told = answer.json["verdicts"]
    assert [one["verdict"] for one in told] == ["stored", "refused", "stored"]
    return str(told[1]["reason"])


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number[:12])
def test_a_number_beyond_all_measure_is_refused_alone(
    as_ana: Browser, ana: Someone, field: str, number: str
) -> None:
    reason = only_the_bad_one_is_refused(sent(as_ana, ana, edit(win(), **{field: PLACE}), number))
    assert "too" in reason


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number[:12])
def test_the_number_of_a_goal_is_too(as_ana: Browser, ana: Someone, number: str) -> None:
    tick = ticks(active_goal(ana), 1, done=False, value=PLACE)
    assert "too" in only_the_bad_one_is_refused(sent(as_ana, ana, tick, number))


@pytest.mark.parametrize(
    "bad",
    [
        {**win(), "at": PLACE},
        {**win(), "offset": PLACE},
        {**win(), "v": PLACE},
        entry("check_in", rating=PLACE),
        entry("edit_check_in", target=win()["id"], rating=PLACE),
        edit(win(), happened={"at": PLACE, "offset": 0, "zone": "UTC"}),
        edit(win(), happened={"at": NOON, "offset": PLACE, "zone": "UTC"}),
    ],
    ids=["at", "offset", "v", "rating", "corrected rating", "happened", "happened offset"],
)
@pytest.mark.parametrize("number", ["9" * 5000, "1e999", "NaN"], ids=lambda number: number[:12])
def test_so_is_every_other_number_of_an_entry(
    as_ana: Browser, ana: Someone, bad: dict[str, Any], number: str
) -> None:
    assert len(only_the_bad_one_is_refused(sent(as_ana, ana, bad, number))) > 10


AGES = [-62_135_596_800_000, 253_402_300_799_999, 2**53, -(2**53), 0]  # the years 1 and 9999


@pytest.mark.parametrize("offset", [-840, 0, 840])
@pytest.mark.parametrize("at", AGES)
def test_a_clock_in_another_age_loses_no_entry(
    as_ana: Browser, ana: Someone, at: int, offset: int
) -> None:  # R14
    odd = {**win("From another age"), "at": at, "offset": offset}
    answer = as_ana.sends({"person": ana.me.key, "entries": [win(), odd, rating()]})
    assert [one["verdict"] for one in answer.json["verdicts"]] == ["stored"] * 3
    assert "From another age" in as_ana.get("/wins/").text


@pytest.mark.parametrize("at", AGES)
def test_a_win_cannot_be_moved_into_another_age(as_ana: Browser, ana: Someone, at: int) -> None:
    moved = edit(win(), happened={"at": at, "offset": 840, "zone": "UTC"})
    answer = as_ana.sends({"person": ana.me.key, "entries": [win(), moved, rating()]})
    assert "Choose a time after 1999" in only_the_bad_one_is_refused(answer)
