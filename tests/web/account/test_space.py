"""How much one person stores: shown, warned of, and refused in words when it is full."""

from typing import Any

import pytest

from tests.support.make import Someone, rating, win
from tests.support.queries import counted_queries
from tests.web.asking import asked
from tests.web.conftest import Browser
from tests.web.rights import RIGHTS
from webapp.rules.account.budget import WARNED_AT
from webapp.storage.account.owners import set_stored
from webapp.storage.engine.database import database

TAKEN = {  # of what changes something, when a person's space is full: taps, and what replaces
    "POST /departures/",
    "POST /memberships/",
    "POST /organisations/<int:organisation>/invitations/",
    "PATCH /teams/<int:team>/memberships/<int:member>",
    "POST /teams/<int:team>/earlier-wins/",
    "POST /teams/<int:team>/invitations/",
    "POST /teams/<int:team>/wins/",
    "PATCH /teams/<int:team>/sharings/<own_objective_id>",
    "PATCH /countings/current",
    "PATCH /teams/<int:team>/confidence-rule",
    "PATCH /teams/<int:team>/places/<place_id>",  # a kind, an objective: no words
    "POST /teams/<int:team>/recognitions/",  # bare, and refused with words as entries are
    "POST /teams/<int:team>/values/",  # 12 at most
    "PATCH /teams/<int:team>/values/<value_id>",
    "PATCH /teams/<int:team>/wishes/current",
    "PATCH /recognitions/<recognition_id>",
    "PATCH /adjustments/<showing>",
    "PATCH /cadences/<subject>",
    "PATCH /checkins/<checkin_id>",
    "PATCH /goals/<goal_id>/criteria/<int:criterion>",
    "PATCH /passwords/current",
    "PATCH /people/current",
    "PATCH /presets/<preset_id>/place",
    "PATCH /resets/<reset>",
    *("POST /resets/", "PATCH /confirmations/<confirmation>", "POST /confirmations/"),
    *("POST /reminders/devices/", "PATCH /reminders/devices/<phone_id>", "POST /reminders/trials/"),
    "POST /reminders/answers/",
    *("POST /mails/", "PATCH /mails/current", "POST /unsubscriptions/<subscription>"),
    "PATCH /review-plans/current",
    "POST /review-calendars/",  # one for each owner
    "PATCH /reviews/<review_id>",  # a tap
    "PATCH /reviews/<review_id>/goals",  # 30 at most
    "PATCH /settings/<name>",
    "PATCH /wins/<win_id>",  # bare, and refused with words as entries are
    "POST /checkins/",
    "POST /decisions/",
    "POST /decisions/<decision_id>/outcome",
    "POST /deferrals/",
    "POST /dependencies/<kind>/<thing_id>",  # 500 at most
    "POST /goals/<goal_id>/completion",
    "POST /goals/<goal_id>/confidence",
    "POST /goals/<goal_id>/lessons/<win_id>",
    "POST /indicators/<indicator_id>/previews/",  # stores nothing
    "POST /languages/",
    "POST /links/",  # 20 at most
    "PATCH /links/<link_id>",
    "POST /outbox/",
    "POST /people/",
    *("POST /reminders/", "PATCH /reminders/current", "POST /pauses/"),  # one row of a person
    *("POST /reminders/answers/", "POST /snoozes/"),  # likewise, and 10 a day
    *("POST /reminders/devices/", "PATCH /reminders/devices/<phone_id>"),  # one row of a phone
    "POST /reminders/trials/",  # one that waits
    "POST /reviews/",  # a tap
    "POST /reviews/<review_id>/done",  # a tap
    "POST /reviews/<review_id>/end",  # a tap
    "POST /reviews/<review_id>/lines/<line_id>/holder",  # a tap
    "POST /routines/",  # 500 at most
    "POST /sessions/",
    "POST /welcomes/",
    "POST /wins/",
}
WARNING = "It is almost full."
REASON = "Your space on this server is full"


@pytest.mark.parametrize(
    ("size", "says", "warned"),
    [(0, "0 of 100 MB", False), (WARNED_AT - 1, "80 of 100 MB", False), (WARNED_AT, "80 of", True)],
)
def test_settings_say_how_much_it_is(
    as_ana: Browser, ana: Someone, size: int, says: str, warned: bool
) -> None:
    set_stored(ana.id, size)
    page = as_ana.get("/settings/").text
    assert (says in page, WARNING in page) == (True, warned)


def test_a_phone_keeps_words_that_are_refused_and_its_taps_are_taken(
    as_ana: Browser, ana: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.domain.account.budget.BUDGET", -1)
    sent = [win("Tap"), rating(), win("Words " * 30)]
    answer = as_ana.sends({"person": ana.me.key, "entries": sent}).json
    assert [one["verdict"] for one in answer["verdicts"]] == ["stored", "stored", "refused"]
    assert answer["verdicts"][-1]["reason"].startswith(REASON)


def test_a_form_with_words_is_refused_with_the_reason(
    as_ana: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.domain.account.budget.BUDGET", -1)
    answer = as_ana.post("/goals/", statement="Send 1 page")
    assert answer.status_code == 422
    assert REASON in answer.text
    assert as_ana.post("/settings/theme?_method=PATCH", theme="dark").status_code == 303


@pytest.mark.long
def test_when_it_is_full_only_these_are_taken(
    as_ana: Browser, theirs: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.domain.account.budget.BUDGET", -1)
    changing = [route for route in RIGHTS if not route.startswith("GET ")]
    session = as_ana.client.get_cookie("session")
    assert session
    taken = set()
    for route in changing:
        with database.atomic() as attempt:
            answer = asked(as_ana, route, theirs)
            attempt.rollback()
        as_ana.client.set_cookie("session", session.value)
        taken |= set() if REASON in answer.text else {route}
    deleting = {route for route in changing if route.startswith("DELETE ")}  # which makes room
    assert taken == TAKEN | deleting


def test_the_bytes_of_a_delivery_are_added_up_without_a_query(
    as_ana: Browser, ana: Someone
) -> None:
    sent = {"person": ana.me.key, "entries": [win("x" * 1000)]}
    with counted_queries() as statements:
        as_ana.sends(sent)
    assert 1000 < ana.me.stored < 2000
    now_and_then = ("SAVEPOINT", "RELEASE", 'DELETE FROM "deletion"')
    assert len([sql for sql in statements if not sql.startswith(now_and_then)]) == 5


def test_the_bytes_of_a_form_that_was_taken_are_added_up(as_ana: Browser, ana: Someone) -> None:
    as_ana.post("/goals/", statement="x" * 5000)  # refused
    assert ana.me.stored == 0
    as_ana.post("/goals/", statement="x" * 1000)
    assert 1000 < ana.me.stored < 2000
