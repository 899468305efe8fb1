"""Objectives over HTTP; every form is a plain one."""

import uuid

import pytest

from tests.support.make import NOON, Someone, win
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.domain.objectives.objectives import add_objective
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.storage.objectives.objectives import Objective, ObjectiveLink


def add(someone: Someone, name: str, *serves: str) -> str:
    return add_objective(someone.me, ObjectiveFields(name, serves=serves), NOON)


def test_a_form_stores_one_that_serves_another(as_ana: Browser, ana: Someone) -> None:
    top = add(ana, "Customer satisfaction")
    answer = as_ana.post("/objectives/", name="Clear updates", why="Fewer calls", serves=top)
    assert answer.status_code == 303
    page = as_ana.get(answer.location).text
    assert "Clear updates" in page
    assert "Customer satisfaction" in page


def test_the_lattice_is_a_picture_and_a_list(as_ana: Browser, ana: Someone) -> None:  # R24
    top = add(ana, "Quality")
    low = add(ana, "Fewer snags & <b>rework</b>", top)
    page = as_ana.get("/objectives/").text
    assert page.count(f'href="/objectives/{low}"') == 2
    assert "<title" in page
    assert "<desc" in page
    assert "&lt;b&gt;" in page
    assert "<b>rework" not in page


def test_an_orphan_is_flagged_with_the_remedy_one_tap_away(as_ana: Browser, ana: Someone) -> None:
    one = add(ana, "Quality")  # R24
    page = as_ana.get("/objectives/").text
    assert "no goal yet" in page
    assert f'href="/goals/new?objective={one}"' in page


def test_a_cycle_is_refused_and_what_was_typed_stays(as_ana: Browser, ana: Someone) -> None:  # R24
    top = add(ana, "Top")
    low = add(ana, "Low", top)
    answer = as_ana.post(f"/objectives/{top}?_method=PATCH", name="New words", serves=low)
    assert answer.status_code == 422
    assert "Top → Low → Top" in answer.text
    assert 'value="New words"' in answer.text
    assert ObjectiveLink.select().count() == 1


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"name": " "}, "Name the outcome"),
        ({"name": "x" * 121}, "121 characters"),
        ({"name": "x", "serves": "nonsense"}, "must be a UUID"),
        ({"name": "x", "serves": str(uuid.uuid4())}, "is gone"),
        ({"name": "x", "state": "great"}, "open, reached or dropped"),
    ],
)
def test_what_cannot_be_stored_is_refused_in_a_sentence(
    as_ana: Browser, ana: Someone, form: dict[str, str], says: str
) -> None:
    add(ana, "Another")
    answer = as_ana.post("/objectives/", **form)
    assert answer.status_code == 422
    assert Objective.select().count() == 1
    if form.get("state") is None:
        assert says in answer.text


def test_before_deleting_it_is_said_what_loses_it(as_ana: Browser, ana: Someone) -> None:
    one = add(ana, "Quality")
    ana.sends(win(objectives=[one]), win(objectives=[one]))
    assert "2 wins · 0 goals" in as_ana.get(f"/objectives/{one}/edit").text
    assert as_ana.post(f"/objectives/{one}?_method=DELETE").status_code == 303
    assert not Objective.select().exists()


def test_its_wins_are_there_and_more_of_them_a_tap_away(as_ana: Browser, ana: Someone) -> None:
    one = add(ana, "Quality")
    ana.sends(*[win(f"Win {n}", at=NOON - n, objectives=[one]) for n in range(31)])
    page = as_ana.get(f"/objectives/{one}").text
    assert "Win 29<" in page
    assert "Win 30<" not in page
    rest = page.partition('rel="next" href="')[2].partition('"')[0]
    assert "Win 30<" in as_ana.get(rest).text


def test_somebody_elses_cannot_be_seen_or_changed(as_cleo: Browser, ana: Someone) -> None:
    one = add(ana, "Quality")
    assert as_cleo.get(f"/objectives/{one}").status_code == 404
    assert as_cleo.post(f"/objectives/{one}?_method=PATCH", name="Mine").status_code == 404
    assert as_cleo.post(f"/objectives/{one}?_method=DELETE").status_code == 404
    assert Objective.get().name == "Quality"


@pytest.mark.parametrize("path", ["/objectives/", "/objectives/new", "/objectives/x"])
def test_signed_out_people_see_nothing(signed_out: Browser, path: str) -> None:
    assert signed_out.get(path).status_code == 303


def test_its_queries_do_not_grow_with_its_rows(as_ana: Browser, ana: Someone) -> None:
    one = add(ana, "Quality")
    for path in ("/objectives/", f"/objectives/{one}", "/objectives/new"):
        as_ana.get(path)
        with counted_queries() as few:
            as_ana.get(path)
        for n in range(8):
            ana.sends(win(objectives=[add(ana, f"Objective {n}", one), one]))
        with counted_queries() as many:
            as_ana.get(path)
        assert len(few) == len(many) <= 10


def test_a_template_is_stored_as_it_was_changed(as_ana: Browser) -> None:
    page = as_ana.get("/templates/quality/objectives/new").text
    assert 'value="Mistakes found early"' in page
    form = {
        "name": "Better quality",
        "part": "Fewer snags",
        "indicator": "Defects",
        "better": "down",
    }
    answer = as_ana.post("/templates/quality/objectives/", **form)
    assert answer.status_code == 303
    page = as_ana.get(answer.location).text
    assert "Fewer snags" in page
    assert "Defects" in page
    assert Objective.select().count() == 2


def test_a_template_with_a_fault_stores_nothing_and_keeps_the_words(as_ana: Browser) -> None:
    answer = as_ana.post(
        "/templates/quality/objectives/", name=" ", part="Fewer snags", indicator="Defects"
    )
    assert answer.status_code == 422
    assert 'value="Fewer snags"' in answer.text
    assert not Objective.select().exists()


def test_there_is_no_other_template(as_ana: Browser) -> None:
    assert as_ana.get("/templates/riches/objectives/new").status_code == 404
    assert as_ana.post("/templates/riches/objectives/", name="x").status_code == 404


def test_one_serves_ten_at_the_most(as_ana: Browser, ana: Someone) -> None:
    many = [add(ana, f"Outcome {number}") for number in range(11)]
    assert as_ana.post("/objectives/", name="All of them", serves=many).status_code == 422
    assert as_ana.post("/objectives/", name="Ten of them", serves=many[1:]).status_code == 303


def test_a_lattice_too_full_to_draw_is_a_list(as_ana: Browser, ana: Someone) -> None:
    chain: list[str] = []
    for number in range(80):
        chain.append(add(ana, f"Outcome {number}", *chain[-10:]))
    page = as_ana.get("/objectives/").text
    assert "too many links to draw" in page
    assert page.count('<svg class="lattice') == 0
