"""What changed since a deletion, or was replaced by a change, is not overwritten by Undo."""

from typing import Any

from tests.support.make import NOON, Someone, edit, undo
from tests.support.plans import a_draft, active_goal
from tests.web.asking import named
from tests.web.conftest import Browser
from tests.web.outbox.deleting import deleted_by, everything, undo_buttons
from webapp.domain.goals.dependencies import add_dependency
from webapp.domain.goals.goals import delete_goal
from webapp.domain.objectives.objectives import (
    add_objective,
    change_objective,
    delete_objective,
    links_of_lattice,
)
from webapp.rules.goals.dependencies import GoalOrWin, ThingKind
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.storage.capture.presets import Preset
from webapp.storage.capture.wins import one_win
from webapp.storage.goals.dependencies import Dependency
from webapp.storage.objectives.indicators import IndicatorValue
from webapp.web.shared import clock


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
    assert not one_win(ana.id, linked["win_id"]).exists()


def test_an_objective_that_is_gone_is_not_named_by_a_win_that_comes_back(
    as_ana: Browser, ana: Someone, linked: dict[str, Any]
) -> None:
    page = as_ana.get(deleted_by(as_ana, "DELETE /wins/<win_id>", linked).location).text
    deleted_by(as_ana, "DELETE /objectives/<objective_id>", linked)
    as_ana.post(f"{undo_buttons(page)[0]}?_method=DELETE")
    back = one_win(ana.id, linked["win_id"]).get()
    assert (back.objectives, back.counted) == ("", False)


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
    one, two, three = (GoalOrWin(ThingKind.GOAL, a_draft(ana)) for _ in range(3))
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
    assert one_win(ana.id, linked["win_id"]).get().objectives == linked["subject"]


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
    at = named("/reviews/<review_id>/lines/<line_id>/settlement", linked)
    as_ana.post(at, outcome="Got a machine")
    as_ana.post(f"{at}?_method=DELETE")
    step = named("/reviews/<review_id>/edit?step=obstacles", linked)
    assert 'value="Got a machine"' in as_ana.get(step).text
