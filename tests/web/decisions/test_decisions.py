"""Decisions over HTTP: with htmx and without."""

import uuid

import pytest

from tests.support.make import DAY, NOON, Someone, decide, question, reopen
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.storage.decisions.decisions import Decision, DecisionStep


def opened(someone: Someone, what: str = "Which vendor?", at: int = NOON) -> str:
    one = question(what, at=at)
    someone.sends(one)
    return str(one["id"])


def test_a_plain_form_opens_one_and_leads_to_the_list(as_ana: Browser, ana: Someone) -> None:
    answer = as_ana.post("/decisions/", what="Which vendor?", importance="important")
    assert answer.status_code == 303
    assert answer.location.startswith("/decisions/?done=")
    one = Decision.get(Decision.owner == ana.me.owner)
    assert (one.question, one.importance) == ("Which vendor?", "important")
    assert "Undo" in as_ana.get(answer.location).text


def test_one_tap_decides_it_with_words_or_without(as_ana: Browser, ana: Someone) -> None:  # R26
    decision_id = opened(ana)
    assert as_ana.post(f"/decisions/{decision_id}/outcome").status_code == 303
    assert Decision.get().state == "decided"
    as_ana.post(f"/decisions/{decision_id}/outcome", outcome="Vendor B")
    assert Decision.get().outcome == "Vendor B"
    assert "Vendor B" in as_ana.get("/decisions/").text


def test_it_is_opened_again(as_ana: Browser, ana: Someone) -> None:  # R26
    decision_id = opened(ana)
    ana.sends(decide({"id": decision_id}))
    assert as_ana.post(f"/decisions/{decision_id}/outcome?_method=DELETE").status_code == 303
    assert Decision.get().state == "open"


def test_undo_takes_back_a_step_and_then_the_decision(as_ana: Browser, ana: Someone) -> None:
    decision_id = opened(ana)
    done = as_ana.post(f"/decisions/{decision_id}/outcome").location.partition("done=")[2]
    as_ana.post(f"/decisions/{done}?_method=DELETE")
    assert Decision.get().state == "open"
    as_ana.post(f"/decisions/{decision_id}?_method=DELETE")
    assert not Decision.select().exists()


def test_htmx_gets_the_row_and_a_refused_storage_stores_once(as_ana: Browser) -> None:
    own = {"id": str(uuid.uuid4()), "at": str(NOON), "offset": "60", "zone": "Europe/Berlin"}
    given = {"what": "Twice?", "importance": "routine", **own}
    rows = [as_ana.htmx("/decisions/", **given).text for _ in range(2)]
    assert rows[0] == rows[1]
    assert f'id="decision-{own["id"]}"' in rows[0]
    row = as_ana.htmx(f"/decisions/{own['id']}/outcome", outcome="B").text
    assert 'data-stands="decided"' in row
    back = as_ana.htmx(f"/decisions/{DecisionStep.get().id}?_method=DELETE").text
    assert 'data-stands="open"' in back


def test_what_cannot_be_opened_keeps_what_was_typed(as_ana: Browser) -> None:
    answer = as_ana.post("/decisions/", what="Keep these words", importance="urgent")
    assert answer.status_code == 422
    assert 'value="Keep these words"' in answer.text
    assert "routine or important" in answer.text


def test_words_are_text_and_never_markup(as_ana: Browser, ana: Someone) -> None:
    ana.sends(one := question("<b>{id}</b>"), decide(one, outcome="<i>{what}</i>"))
    page = as_ana.get("/decisions/").text
    assert "&lt;b&gt;{id}&lt;/b&gt;" in page
    assert "&lt;i&gt;{what}&lt;/i&gt;" in page


def test_the_open_ones_say_their_age_and_how_often_they_came_back(
    as_ana: Browser, ana: Someone
) -> None:
    one = question(at=NOON)
    ana.sends(one, decide(one), reopen(one))
    page = as_ana.get("/decisions/").text
    assert "opened again once" in page


@pytest.mark.parametrize(("days", "long"), [(20, False), (21, True)])
def test_one_that_waits_for_more_than_fourteen_working_days_is_amber_and_said_to_be(
    as_ana: Browser, ana: Someone, days: int, long: bool
) -> None:
    opened(ana, at=NOON - days * DAY)
    page = as_ana.get("/decisions/").text
    assert page.count("decision__long") == (2 if long else 0)
    assert ("1 for more than 14 working days" in page) == long
    assert f"open for {days} days" in page
    assert "1 open" in page


def test_somebody_elses_decision_cannot_be_touched(as_cleo: Browser, ana: Someone) -> None:
    decision_id = opened(ana)
    assert as_cleo.post(f"/decisions/{decision_id}/outcome").status_code == 404
    assert as_cleo.post(f"/decisions/{decision_id}/outcome?_method=DELETE").status_code == 404
    as_cleo.post(f"/decisions/{decision_id}?_method=DELETE")
    assert Decision.get().state == "open"
    assert "Which vendor?" not in as_cleo.get("/decisions/").text


def test_signed_out_people_see_nothing(signed_out: Browser) -> None:
    assert signed_out.get("/decisions/").status_code == 303


def test_the_list_is_paged_without_gap_or_repeat(as_ana: Browser, ana: Someone) -> None:
    ana.sends(*[question(f"Q{n}", at=NOON - n // 2) for n in range(70)])
    seen: list[str] = []
    path: str | None = "/decisions/"
    while path:
        page = as_ana.get(path).text.partition("</main>")[0]
        seen += [part[:36] for part in page.split('id="decision-')[1:]]
        after = page.partition("of=open&amp;after=")[2].partition('"')[0]
        path = f"/decisions/?of=open&after={after}" if after else None
    assert len(seen) == len(set(seen)) == 70


@pytest.mark.parametrize("query", ["of=x&after=1", "of=open&after=x", "after=1"])
def test_a_place_that_is_none_shows_the_first_page(as_ana: Browser, query: str) -> None:
    assert as_ana.get(f"/decisions/?{query}").status_code == 200


def test_its_queries_do_not_grow_with_its_rows(as_ana: Browser, ana: Someone) -> None:
    as_ana.get("/decisions/")
    with counted_queries() as few:
        as_ana.get("/decisions/")
    asked = [question(f"Q {n}") for n in range(40)]
    ana.sends(*asked, *[decide(one) for one in asked[:20]])
    with counted_queries() as many:
        as_ana.get("/decisions/")
    assert len(few) == len(many) <= 10
