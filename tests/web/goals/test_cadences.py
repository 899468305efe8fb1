"""How often kinds and objectives are meant to see something, over HTTP (R46)."""

import re
from html import unescape

import pytest

from tests.support.make import NOON, Someone
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.domain.goals.cadences import cadences_of
from webapp.domain.objectives.objectives import add_objective
from webapp.rules.goals.cadences import PURPOSES
from webapp.rules.objectives.objectives import ObjectiveFields


def cadence_of(person: Someone, subject: str) -> object:
    return next(one.cadence for one in cadences_of(person.me) if one.subject == subject)


def test_each_kind_says_what_it_does_for_confidence(as_ana: Browser) -> None:  # R46
    for kind, says in PURPOSES.items():
        assert says in unescape(as_ana.get(f"/cadences/{kind}/edit").text)


def test_the_list_says_each_cadence_in_words(as_ana: Browser) -> None:
    page = as_ana.get("/cadences/").text
    assert re.findall(r'row__value">(.*?)</span>', page) == [
        "Daily · Mon, Tue, Wed, Thu, Fri",
        "Weekly",
        "Monthly",
    ]


def test_a_plain_form_chooses_another(as_ana: Browser, ana: Someone) -> None:  # R46
    objective = add_objective(ana.me, ObjectiveFields("Quality"), NOON)
    for subject in ("quick", objective):
        form = {"every": "weekly", "weekdays": ["0", "3"]}
        answer = as_ana.post(f"/cadences/{subject}?_method=PATCH", **form)
        assert (answer.status_code, answer.location) == (303, f"/cadences/?saved={subject}")
        assert "Saved</b> Weekly · Mon, Thu" in as_ana.get(answer.location).text
        cadence = cadence_of(ana, subject)
        assert (cadence.every, cadence.weekdays) == ("weekly", 0b0001001)  # type: ignore[attr-defined]


def test_what_is_no_cadence_is_refused_in_a_sentence(as_ana: Browser, ana: Someone) -> None:
    answer = as_ana.post("/cadences/quick?_method=PATCH", every="hourly")
    assert (answer.status_code, "Choose daily, weekly or monthly." in answer.text) == (422, True)
    assert 'action="/cadences/quick?_method=PATCH"' in answer.text  # the form again
    assert cadence_of(ana, "quick").every == "daily"  # type: ignore[attr-defined]


def test_somebody_elses_objective_has_none_here(as_cleo: Browser, ana: Someone) -> None:
    objective = add_objective(ana.me, ObjectiveFields("Quality"), NOON)
    answer = as_cleo.post(f"/cadences/{objective}?_method=PATCH", every="daily")
    assert answer.status_code == 404
    assert "Quality" not in as_cleo.get("/cadences/").text


def test_signed_out_people_see_nothing(signed_out: Browser) -> None:
    assert signed_out.get("/cadences/").status_code == 303


@pytest.mark.parametrize("many", [1, 9])
def test_its_queries_do_not_grow_with_its_rows(as_ana: Browser, ana: Someone, many: int) -> None:
    for n in range(many):
        add_objective(ana.me, ObjectiveFields(f"Objective {n}"), NOON + n)
    with counted_queries() as queries:
        as_ana.get("/cadences/")
    assert len(queries) == 4
