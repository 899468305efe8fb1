"""One tap never deletes for good: every deletion by a plain form can be undone for an hour."""

import re
from types import SimpleNamespace
from typing import Any

import pytest

from tests.support.make import MINUTE
from tests.web.asking import named
from tests.web.conftest import Browser
from tests.web.outbox.deleting import deleted_by, everything, undo_buttons
from tests.web.rights import RIGHTS
from webapp.domain.upkeep.expired import forget_old_deletions
from webapp.rules.shared.deletions import UNDO_TIME
from webapp.storage.account.deletions import Deletion
from webapp.web.shared import clock

# Each DELETE is one of these. A new one is added here, and its test says what it must do.
UNDOABLE = [
    "DELETE /absences/<absence_id>",
    "DELETE /checkins/<checkin_id>",
    "DELETE /decisions/<decision_id>",
    "DELETE /goals/<goal_id>",
    "DELETE /indicators/<indicator_id>",
    "DELETE /indicators/<indicator_id>/values/<day>",
    "DELETE /objectives/<objective_id>",
    "DELETE /presets/<preset_id>",
    "DELETE /reviews/<review_id>",
    "DELETE /reviews/<review_id>/lines/<line_id>",
    "DELETE /wins/<win_id>",
]
NAMED_STILL = {  # by what is left out where it is shown: histories, and what happened with it
    "DELETE /goals/<goal_id>": {"review_goal"},
    "DELETE /indicators/<indicator_id>": {"field_revision"},
    "DELETE /objectives/<objective_id>": {"field_revision"},
    "DELETE /reviews/<review_id>": {"review_line"},
    "DELETE /wins/<win_id>": {"dependency", "adjustment"},
}
ONE_TAP_BACK = [  # the same page, or that of mails or phones, has the button that does it again
    "DELETE /confirmations/",
    "DELETE /decisions/<decision_id>/outcome",
    "DELETE /deletions/<deletion_id>",
    "DELETE /dependencies/<kind>/<thing_id>",
    "DELETE /goals/<goal_id>/closure",
    "DELETE /goals/<goal_id>/completion",
    "DELETE /goals/<goal_id>/lessons/<win_id>",
    "DELETE /goals/<goal_id>/parking",
    "DELETE /pauses/current",
    "DELETE /reminders/devices/<phone_id>",
    "DELETE /review-calendars/current",
    "DELETE /reviews/<review_id>/done",
    "DELETE /reviews/<review_id>/end",
    "DELETE /reviews/<review_id>/lines/<line_id>/holder",
    "DELETE /reviews/<review_id>/lines/<line_id>/settlement",
]
# Who is let in again has it all back, and a revoked invitation is made again on the same page; a
# notice was read. A link, also one of a team, is made again with another address, and the old one
# must lead nowhere. A value is added again; words of one person about another that either of them
# deletes are gone at once for everybody who could read them.
IN_TEAMS = [
    "DELETE /links/<link_id>",
    "DELETE /notices/<notice_id>",
    "DELETE /organisations/<int:organisation>/invitations/<invitation_id>",
    "DELETE /organisations/<int:organisation>/roles/<int:member>",
    "DELETE /teams/<int:team>/invitations/<invitation_id>",
    "DELETE /teams/<int:team>/memberships/<int:member>",
    "DELETE /teams/<int:team>/values/<value_id>",
    "DELETE /recognitions/<recognition_id>",
    "DELETE /recognitions/given/<given_id>",
    "DELETE /teams/<int:team>/recognitions/<given_id>",
]
SIGNS_OUT = ["DELETE /devices/", "DELETE /devices/<device_id>", "DELETE /sessions/current"]
ONCE = re.compile(r'action="/deletions/[^>]*>\s*<input type="hidden" name="once" value="([^"]+)"')


def test_every_route_that_deletes_is_in_one_of_the_lists() -> None:
    known = [*UNDOABLE, *ONE_TAP_BACK, *IN_TEAMS, *SIGNS_OUT]
    assert sorted(known) == sorted(route for route in RIGHTS if route.startswith("DELETE "))


@pytest.mark.parametrize("route", UNDOABLE)
def test_what_was_deleted_comes_back_whole(
    route: str, as_ana: Browser, linked: dict[str, Any]
) -> None:
    before = everything()
    page = as_ana.get(deleted_by(as_ana, route, linked).location)
    assert everything() != before
    back = as_ana.post(f"{undo_buttons(page.text)[0]}?_method=DELETE")
    assert everything() == before
    assert as_ana.get(back.location).status_code == 200


@pytest.mark.parametrize("route", [one for one in UNDOABLE if not one.endswith("<day>")])
def test_nothing_of_it_is_left_but_where_it_was_named(
    route: str, as_ana: Browser, linked: dict[str, Any]
) -> None:
    *_, name = re.findall(r"<(\w+)>", route)
    deleted_by(as_ana, route, linked)
    left = {table for table, rows in everything().items() if str(linked[name]) in repr(rows)}
    assert left == NAMED_STILL.get(route, set())


@pytest.mark.parametrize("route", UNDOABLE)
def test_a_second_tap_on_delete_is_answered_as_the_first(
    route: str, as_ana: Browser, linked: dict[str, Any]
) -> None:
    first = deleted_by(as_ana, route, linked)
    after = everything()
    assert deleted_by(as_ana, route, linked).location == first.location
    assert everything() == after


@pytest.mark.parametrize("route", UNDOABLE)
def test_a_second_deletion_does_not_end_the_way_back_of_the_first(
    route: str, as_ana: Browser, linked: dict[str, Any]
) -> None:
    other = next(one for one in UNDOABLE[::8] if one != route)
    before = everything()
    for one in (other, route):
        page = as_ana.get(deleted_by(as_ana, one, linked).location).text
    for button in undo_buttons(page)[:2]:
        as_ana.post(f"{button}?_method=DELETE")
    assert everything() == before


@pytest.mark.parametrize("route", UNDOABLE)
def test_only_who_deleted_it_can_bring_it_back(
    route: str, as_ana: Browser, as_cleo: Browser, linked: dict[str, Any]
) -> None:
    answer = deleted_by(as_ana, route, linked)
    after = everything()
    assert not undo_buttons(as_cleo.get(f"/wins/?deleted={Deletion.get().id}").text)
    for one in Deletion.select():
        assert as_cleo.post(f"/deletions/{one.id}?_method=DELETE").status_code == 404
    assert everything() == after
    assert undo_buttons(as_ana.get(answer.location).text)


def test_undo_is_offered_only_where_a_deletion_led(as_ana: Browser, linked: dict[str, Any]) -> None:
    to = deleted_by(as_ana, "DELETE /wins/<win_id>", linked).location
    assert undo_buttons(as_ana.get(to).text)
    assert not undo_buttons(as_ana.get("/wins/?deleted=any").text)


def later(monkeypatch: pytest.MonkeyPatch, wait: int) -> None:
    instant = clock.now() + wait
    monkeypatch.setattr(clock, "time", SimpleNamespace(time_ns=lambda: instant * 1_000_000))


@pytest.mark.parametrize("route", UNDOABLE)
def test_after_an_hour_it_is_gone_for_good(
    route: str, as_ana: Browser, linked: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = deleted_by(as_ana, route, linked)
    [button, *_] = undo_buttons(as_ana.get(answer.location).text)
    later(monkeypatch, UNDO_TIME + MINUTE)
    assert undo_buttons(as_ana.get(answer.location).text) == []
    assert as_ana.post(f"{button}?_method=DELETE").status_code == 404
    forget_old_deletions(clock.now())  # as the jobs do
    assert not Deletion.select().exists()


def test_undo_tapped_twice_is_answered_the_same(as_ana: Browser, linked: dict[str, Any]) -> None:
    page = as_ana.get(deleted_by(as_ana, "DELETE /goals/<goal_id>", linked).location).text
    [button, *_], once = undo_buttons(page), ONCE.findall(page)[0]
    answers = [as_ana.post(f"{button}?_method=DELETE", once=once) for _ in range(2)]
    assert answers[0].location == answers[1].location
    assert named("/goals/<goal_id>", linked) in answers[0].location
