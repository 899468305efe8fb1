"""What was deleted does not come back where its list has been filled meanwhile."""

from collections.abc import Callable

import pytest

from tests.support.make import NOON, Someone
from webapp.domain.capture.presets import add_preset, remove_preset
from webapp.domain.objectives.indicators import add_indicator, delete_indicator
from webapp.domain.objectives.objectives import add_objective, delete_objective
from webapp.domain.outbox.deletions import undo_deletion
from webapp.rules.capture.presets import MOST_PRESETS, NewPreset
from webapp.rules.objectives.indicators import MOST_INDICATORS, Measure
from webapp.rules.objectives.objectives import MOST_OBJECTIVES, ObjectiveFields
from webapp.rules.shared.problems import Invalid
from webapp.storage.objectives.indicators import Indicator
from webapp.storage.objectives.objectives import Objective

Add = Callable[[Someone], str]
Delete = Callable[[Someone, str], str]


def preset(ana: Someone) -> str:
    return add_preset(ana.me, NewPreset("One"))


def objective(ana: Someone) -> str:
    return add_objective(ana.me, ObjectiveFields("One"), NOON)


def indicator(ana: Someone) -> str:
    return add_indicator(ana.me, Measure("One"))


def fill_presets(ana: Someone) -> None:
    for number in range(MOST_PRESETS):
        add_preset(ana.me, NewPreset(f"Preset {number}"))


def fill_objectives(ana: Someone) -> None:
    same = {"owner": ana.me.owner, "name": "x", "created": NOON}
    Objective.insert_many([{**same, "id": str(n)} for n in range(MOST_OBJECTIVES)]).execute()


def fill_indicators(ana: Someone) -> None:
    same = {"owner": ana.me.owner, "name": "x"}
    Indicator.insert_many([{**same, "id": str(n)} for n in range(MOST_INDICATORS)]).execute()


CASES = (
    (preset, lambda ana, one: remove_preset(ana.me, one, NOON), fill_presets),
    (objective, lambda ana, one: delete_objective(ana.me, one, NOON), fill_objectives),
    (indicator, lambda ana, one: delete_indicator(ana.me, one, NOON), fill_indicators),
)


@pytest.mark.parametrize(("add", "_delete", "fill"), CASES, ids=lambda one: one.__name__)
def test_no_more_are_added_than_there_may_be(
    add: Add, _delete: Delete, fill: Callable[[Someone], None], ana: Someone
) -> None:
    fill(ana)
    with pytest.raises(Invalid):
        add(ana)


@pytest.mark.parametrize(("add", "delete", "fill"), CASES, ids=lambda one: one.__name__)
def test_it_is_refused_and_can_still_be_brought_back_later(
    add: Add, delete: Delete, fill: Callable[[Someone], None], ana: Someone
) -> None:
    deleted = delete(ana, add(ana))
    fill(ana)
    with pytest.raises(Invalid):
        undo_deletion(ana.me, deleted, NOON)
    with pytest.raises(Invalid):  # not "gone": it waits until there is room
        undo_deletion(ana.me, deleted, NOON)
