"""The presets editor (R5)."""

import pytest

from tests.support.make import NOON, Someone
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.domain.capture.presets import add_preset, own_presets
from webapp.domain.objectives.objectives import add_objective
from webapp.rules.capture.presets import STARTERS, NewPreset
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.storage.capture.wins import own_wins


@pytest.fixture
def own(ana: Someone) -> list[str]:
    """Store two presets of Ana's and return their ids."""
    return [add_preset(ana.me, NewPreset(what)) for what in ("Unblocked Ben", "Clear update")]


def names(person: Someone) -> list[str]:
    return [preset.what for preset in own_presets(person.me)]


def test_one_can_be_added(as_ana: Browser, ana: Someone) -> None:
    answer = as_ana.post(
        "/presets/", what="Cut rework", kind="process", area="Quality", impact="2 h", measurable="1"
    )
    assert answer.status_code == 303
    [preset] = own_presets(ana.me)
    assert answer.location == f"/presets/#preset-{preset.id}"
    assert (preset.kind, preset.area, preset.impact, preset.measurable) == (
        *("process", "Quality", "2 h"),
        True,
    )


def test_the_usual_five_are_offered_and_not_placed(as_ana: Browser, ana: Someone) -> None:
    page = as_ana.get("/presets/").text
    assert all(starter.what in page for starter in STARTERS)
    assert names(ana) == []
    as_ana.post("/presets/", what=STARTERS[0].what, kind=STARTERS[0].kind)
    assert f"Add: {STARTERS[0].what}" not in as_ana.get("/presets/").text
    assert f"Add: {STARTERS[1].what}" in as_ana.get("/presets/").text


def test_one_can_be_changed(as_ana: Browser, ana: Someone, own: list[str]) -> None:
    assert 'value="Unblocked Ben"' in as_ana.get(f"/presets/{own[0]}/edit").text
    answer = as_ana.post(f"/presets/{own[0]}?_method=PATCH", what="Unblocked Cleo", kind="quick")
    assert answer.status_code == 303
    assert names(ana) == ["Unblocked Cleo", "Clear update"]


def test_one_can_be_deleted(as_ana: Browser, ana: Someone, own: list[str]) -> None:
    assert as_ana.post(f"/presets/{own[0]}?_method=DELETE").status_code == 303
    assert names(ana) == ["Clear update"]


def test_one_can_be_moved_without_htmx_too(as_ana: Browser, ana: Someone, own: list[str]) -> None:
    answer = as_ana.htmx(f"/presets/{own[0]}/place?_method=PATCH", place="1")
    assert answer.text.index("Clear update") < answer.text.index("Unblocked Ben")
    assert "<html" not in answer.text
    answer = as_ana.post(f"/presets/{own[0]}/place?_method=PATCH", place="0")
    assert answer.location == f"/presets/#preset-{own[0]}"
    assert names(ana) == ["Unblocked Ben", "Clear update"]


@pytest.mark.parametrize("place", ["", "first", "1.5", "9" * 30])
def test_a_place_that_is_none_changes_nothing(
    as_ana: Browser, ana: Someone, own: list[str], place: str
) -> None:
    answer = as_ana.post(f"/presets/{own[0]}/place?_method=PATCH", place=place)
    assert (answer.status_code, names(ana)) == (422, ["Unblocked Ben", "Clear update"])


@pytest.mark.parametrize("path", ["/presets/", "/presets/{}?_method=PATCH"])
def test_one_without_a_name_is_given_back(
    as_ana: Browser, ana: Someone, own: list[str], path: str
) -> None:
    answer = as_ana.post(path.format(own[0]), what=" ", kind="process", impact="2 <h>")
    assert answer.status_code == 422
    assert "Say what a tap on it logs, in a few words." in answer.text
    assert "2 &lt;h&gt;</textarea>" in answer.text
    assert '<option value="process" selected>' in answer.text
    assert names(ana) == ["Unblocked Ben", "Clear update"]


def test_a_ninth_is_refused_and_given_back(as_ana: Browser, ana: Someone) -> None:
    for n in range(8):
        add_preset(ana.me, NewPreset(str(n)))
    answer = as_ana.post("/presets/", what="The ninth")
    assert answer.status_code == 422
    assert "Eight presets are the most." in answer.text
    assert 'value="The ninth"' in answer.text
    assert "New preset" not in as_ana.get("/presets/").text


def test_anothers_and_a_missing_one_are_answered_alike(as_cleo: Browser, own: list[str]) -> None:
    for path in ("edit", "place?_method=PATCH"):
        theirs, none = (
            as_cleo.post(f"/presets/{name}/{path}", place="0", what="Mine")
            if "place" in path
            else as_cleo.get(f"/presets/{name}/{path}")
            for name in (own[0], "nothing")
        )
        assert (theirs.status_code, theirs.data) == (404, none.data)


def test_nobody_is_led_to_sign_in(signed_out: Browser) -> None:
    assert signed_out.get("/presets/").location == "/sessions/new?next=/presets/"


def test_the_list_takes_as_many_queries_with_eight(as_ana: Browser, ana: Someone) -> None:
    counts = []
    for n in range(8):
        add_preset(ana.me, NewPreset(str(n)))
        with counted_queries() as queries:
            as_ana.get("/presets/")
        counts.append(len(queries))
    assert set(counts) == {2}


def test_with_an_objective_and_an_impact_one_tap_makes_a_counted_win(
    as_ana: Browser, ana: Someone
) -> None:
    objective = add_objective(ana.me, ObjectiveFields("Quality"), NOON)
    assert "Quality" in as_ana.get("/presets/new").text
    as_ana.post("/presets/", what="Cut rework", impact="Saves 3 hours", objective=objective)
    [preset] = own_presets(ana.me)
    as_ana.post("/wins/", preset=preset.id)
    stored = own_wins(ana.id).get()
    assert (stored.objectives, stored.counted) == (objective, True)
