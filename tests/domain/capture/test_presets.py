"""A person's own presets (R5)."""

import pytest

from tests.support.make import NOON, Someone
from webapp.domain.capture.presets import (
    add_preset,
    change_preset,
    move_preset,
    own_presets,
    preset_of,
    remove_preset,
)
from webapp.rules.capture.presets import NewPreset
from webapp.rules.shared.problems import Invalid, NotFound


def add(person: Someone, *names: str) -> list[str]:
    return [add_preset(person.me, NewPreset(name)) for name in names]


def names(person: Someone) -> list[str]:
    return [preset.what for preset in own_presets(person.me)]


def test_a_new_preset_is_the_last(ana: Someone) -> None:
    add(ana, "One", "Two", "Three")
    assert names(ana) == ["One", "Two", "Three"]


def test_a_preset_stores_all_its_fields(ana: Someone) -> None:
    preset_id = add_preset(ana.me, NewPreset("Cut rework", "process", "Quality", "2 h", True))
    kept = preset_of(ana.me, preset_id)
    assert (kept.kind, kept.area, kept.impact) == ("process", "Quality", "2 h")
    assert kept.measurable is True


def test_a_ninth_is_refused(ana: Someone) -> None:
    add(ana, *"12345678")
    with pytest.raises(Invalid, match="Eight presets are the most"):
        add(ana, "9")
    assert len(names(ana)) == 8


@pytest.mark.parametrize(
    ("place", "order"), [(0, "CAB"), (1, "ACB"), (2, "ABC"), (-5, "CAB"), (99, "ABC")]
)
def test_one_can_be_moved_and_the_others_close_up(ana: Someone, place: int, order: str) -> None:
    *_, third = add(ana, *"ABC")
    move_preset(ana.me, third, place)
    assert names(ana) == list(order)


def test_one_can_be_changed_and_deleted(ana: Someone) -> None:
    first, second = add(ana, "One", "Two")
    change_preset(ana.me, first, NewPreset("Uno"))
    remove_preset(ana.me, second, NOON)
    add(ana, "Three")
    assert names(ana) == ["Uno", "Three"]


def test_every_change_raises_the_rev(ana: Someone) -> None:
    before = ana.me.rev
    [preset_id] = add(ana, "One")
    change_preset(ana.me, preset_id, NewPreset("Uno"))
    move_preset(ana.me, preset_id, 0)
    remove_preset(ana.me, preset_id, NOON)
    assert ana.me.rev == before + 4


def test_a_stranger_finds_and_changes_nothing(ana: Someone, cleo: Someone) -> None:
    [preset_id] = add(ana, "One")
    for attempt in (
        lambda: preset_of(cleo.me, preset_id),
        lambda: change_preset(cleo.me, preset_id, NewPreset("Mine")),
        lambda: move_preset(cleo.me, preset_id, 0),
        lambda: remove_preset(cleo.me, preset_id, NOON),
    ):
        with pytest.raises(NotFound):
            attempt()
    assert (names(ana), names(cleo)) == (["One"], [])
