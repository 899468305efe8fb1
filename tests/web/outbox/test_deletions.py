"""One tap never deletes for good: every deletion by a plain form can be undone for an hour."""

import re
from types import SimpleNamespace
from typing import Any

import pytest

from tests.support.make import HOUR, MINUTE, NOON, Someone, decide, edit, entry, undo
from tests.support.plans import a_draft, active_goal, meets, ticks
from tests.web.conftest import Browser
from tests.web.rights import RIGHTS, asked, named
from webapp.domain.goals.dependencies import add_dependency
from webapp.domain.goals.goals import delete_goal
from webapp.domain.objectives.objectives import (
    add_objective,
    change_objective,
    delete_objective,
    links_of_lattice,
)
from webapp.domain.reviews.reviews import choose_goals
from webapp.rules.goals.dependencies import Thing, ThingKind
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.rules.shared.deletions import UNDO_TIME
from webapp.storage.account.deletions import Deletion
from webapp.storage.capture.presets import Preset
from webapp.storage.capture.wins import Win
from webapp.storage.goals.dependencies import Dependency
from webapp.storage.goals.goals import Goal, GoalObjective
from webapp.storage.objectives.indicators import Indicator, IndicatorValue
from webapp.storage.objectives.objectives import ObjectiveLink
from webapp.storage.upkeep.models import MODELS
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
    "DELETE /obstacles/<obstacle_id>",
    "DELETE /presets/<preset_id>",
    "DELETE /reviews/<review_id>",
    "DELETE /wins/<win_id>",
]
ONE_TAP_BACK = [  # the same page has the button that does it again
    "DELETE /decisions/<decision_id>/outcome",
    "DELETE /deletions/<deletion_id>",
    "DELETE /dependencies/<kind>/<thing_id>",
    "DELETE /goals/<goal_id>/closure",
    "DELETE /goals/<goal_id>/completion",
    "DELETE /goals/<goal_id>/lessons/<win_id>",
    "DELETE /goals/<goal_id>/parking",
    "DELETE /obstacles/<obstacle_id>/settlement",
]
SIGNS_OUT = ["DELETE /devices/", "DELETE /devices/<device_id>", "DELETE /sessions/current"]
NOT_OF_THE_THING = {"bucket", "session", "receipt", "form_receipt", "deletion"}
UNDO = re.compile(r'action="(/deletions/[0-9a-f-]{36})\?_method=DELETE"')
ONCE = re.compile(r'action="/deletions/[^>]*>\s*<input type="hidden" name="once" value="([^"]+)"')


@pytest.fixture
def linked(theirs: dict[str, Any], ana: Someone) -> dict[str, Any]:
    """What Ana has, with everything that can name another thing naming it."""
    owner, objective, indicator = ana.me.owner, theirs["objective_id"], theirs["indicator_id"]
    names = {"objectives": [objective], "indicator": indicator, "before": 3.0, "after": 1.0}
    ana.sends(edit({"id": theirs["win_id"]}, **names), decide({"id": theirs["decision_id"]}))
    ana.sends(entry("edit_check_in", target=theirs["checkin_id"], note="After the review"))
    ana.sends(ticks(theirs["goal_id"], 1, done=True), meets(theirs["goal_id"], at=NOON + HOUR))
    GoalObjective.create(owner=owner, goal=theirs["goal_id"], objective=objective)
    Goal.update(no_objective=False).execute()
    Indicator.update(objective=objective).execute()
    Preset.update(objective=objective).execute()
    ObjectiveLink.create(owner=owner, objective=theirs["subject"], serves=objective)
    choose_goals(ana.me, theirs["review_id"], [theirs["goal_id"]])
    return theirs


def everything() -> dict[str, list[str]]:
    """Return all rows by table, without what a request always changes."""
    found = {}
    for model in MODELS:
        table = model._meta.table_name
        rows = [{**row, "rev": 0, "stored": 0} for row in model.select().dicts()]
        if table not in NOT_OF_THE_THING:
            found[table] = sorted(map(repr, rows))
    return found


def undo_buttons(page: str) -> list[str]:
    return UNDO.findall(page)


def deleted_by(browser: Browser, route: str, things: dict[str, Any]) -> Any:
    answer = asked(browser, route, things)
    assert answer.status_code == 303
    return answer


def test_every_route_that_deletes_is_in_one_of_the_lists() -> None:
    known = [*UNDOABLE, *ONE_TAP_BACK, *SIGNS_OUT]
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
    assert not Deletion.select().exists()


def test_undo_tapped_twice_is_answered_the_same(as_ana: Browser, linked: dict[str, Any]) -> None:
    page = as_ana.get(deleted_by(as_ana, "DELETE /goals/<goal_id>", linked).location).text
    [button, *_], once = undo_buttons(page), ONCE.findall(page)[0]
    answers = [as_ana.post(f"{button}?_method=DELETE", once=once) for _ in range(2)]
    assert answers[0].location == answers[1].location
    assert named("/goals/<goal_id>", linked) in answers[0].location


def test_a_value_given_since_is_not_overwritten(as_ana: Browser, linked: dict[str, Any]) -> None:
    route = "DELETE /indicators/<indicator_id>/values/<day>"
    page = as_ana.get(deleted_by(as_ana, route, linked).location).text
    values = named("/indicators/<indicator_id>/values/", linked)
    as_ana.post(values, day=linked["day"], value="12")
    assert as_ana.post(f"{undo_buttons(page)[0]}?_method=DELETE").status_code == 409
    assert IndicatorValue.get().value == 12


def test_a_win_that_a_phone_deletes_meanwhile_does_not_come_back(
    as_ana: Browser, ana: Someone, linked: dict[str, Any]
) -> None:
    page = as_ana.get(deleted_by(as_ana, "DELETE /wins/<win_id>", linked).location).text
    ana.sends(undo({"id": linked["win_id"]}))
    assert as_ana.post(f"{undo_buttons(page)[0]}?_method=DELETE").status_code == 404
    assert not Win.select().exists()


def test_an_objective_that_is_gone_is_not_named_by_a_win_that_comes_back(
    as_ana: Browser, linked: dict[str, Any]
) -> None:
    page = as_ana.get(deleted_by(as_ana, "DELETE /wins/<win_id>", linked).location).text
    deleted_by(as_ana, "DELETE /objectives/<objective_id>", linked)
    as_ana.post(f"{undo_buttons(page)[0]}?_method=DELETE")
    assert (Win.get().objectives, Win.get().counted) == ("", False)


def test_no_more_presets_than_eight_come_back(as_ana: Browser, linked: dict[str, Any]) -> None:
    page = as_ana.get(deleted_by(as_ana, "DELETE /presets/<preset_id>", linked).location).text
    for number in range(8):
        as_ana.post("/presets/", what=f"Preset {number}")
    assert as_ana.post(f"{undo_buttons(page)[0]}?_method=DELETE").status_code == 422
    assert Preset.select().count() == 8


def test_the_lattice_stays_without_a_cycle(as_ana: Browser, ana: Someone) -> None:
    top = add_objective(ana.me, ObjectiveFields("Top"), NOON)
    middle = add_objective(ana.me, ObjectiveFields("Middle", serves=(top,)), NOON)
    low = add_objective(ana.me, ObjectiveFields("Low", serves=(middle,)), NOON)
    deletion = delete_objective(ana.me, middle, clock.now())
    change_objective(ana.me, top, ObjectiveFields("Top", serves=(low,)))
    assert as_ana.post(f"/deletions/{deletion}?_method=DELETE").status_code == 303
    assert as_ana.get("/objectives/").status_code == 200
    assert len(links_of_lattice(ana.me)) == 2


def test_goals_that_wait_for_each_other_stay_without_a_cycle(as_ana: Browser, ana: Someone) -> None:
    one, two, three = (Thing(ThingKind.GOAL, a_draft(ana)) for _ in range(3))
    add_dependency(ana.me, one, two)
    add_dependency(ana.me, two, three)
    deletion = delete_goal(ana.me, two.id, clock.now())
    add_dependency(ana.me, three, one)
    assert as_ana.post(f"/deletions/{deletion}?_method=DELETE").status_code == 303
    assert Dependency.select().count() == 2


def test_words_of_a_win_edited_before_its_objective_is_deleted_stay(
    as_ana: Browser, ana: Someone, linked: dict[str, Any]
) -> None:
    route = "DELETE /objectives/<objective_id>"
    page = as_ana.get(deleted_by(as_ana, route, linked).location).text
    ana.sends(edit({"id": linked["win_id"]}, at=clock.now() + 1, objectives=[linked["subject"]]))
    as_ana.post(f"{undo_buttons(page)[0]}?_method=DELETE")
    assert Win.get().objectives == linked["subject"]


def test_a_goal_that_was_closed_keeps_its_note_when_that_is_taken_back_and_undone(
    as_ana: Browser, ana: Someone
) -> None:
    goal = named("/goals/<goal_id>", {"goal_id": active_goal(ana)})
    as_ana.post(f"{goal}/closure", state="abandoned", note="The data came late")
    before = everything()
    answers = [as_ana.post(f"{goal}/closure?_method=DELETE") for _ in range(2)]
    assert answers[0].location == answers[1].location
    [button] = undo_buttons(as_ana.get(answers[0].location).text)
    assert as_ana.post(f"{button}?_method=DELETE").status_code == 303
    assert everything() == before


def test_a_value_that_another_one_replaced_comes_back(
    as_ana: Browser, linked: dict[str, Any]
) -> None:
    before = everything()
    values = named("/indicators/<indicator_id>/values/", linked)
    page = as_ana.get(as_ana.post(values, day=linked["day"], value="12").location).text
    assert IndicatorValue.get().value == 12
    as_ana.post(f"{undo_buttons(page)[0]}?_method=DELETE")
    assert everything() == before


def test_the_same_value_again_replaces_nothing(as_ana: Browser, linked: dict[str, Any]) -> None:
    values = named("/indicators/<indicator_id>/values/", linked)
    page = as_ana.get(as_ana.post(values, day=linked["day"], value="3").location).text
    assert undo_buttons(page) == []


def test_how_an_obstacle_was_settled_is_there_again_when_it_is_open_again(
    as_ana: Browser, linked: dict[str, Any]
) -> None:
    at = named("/obstacles/<obstacle_id>/settlement", linked)
    as_ana.post(at, outcome="Got a machine", review=linked["review_id"])
    as_ana.post(f"{at}?_method=DELETE")
    step = named("/reviews/<review_id>/edit?step=obstacles", linked)
    assert 'value="Got a machine"' in as_ana.get(step).text
