"""What goals and wins depend on and unlock, over HTTP (R27)."""

import uuid

import pytest

from tests.support.make import Someone, win
from tests.support.plans import a_draft
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.storage.goals.dependencies import Dependency


def a_goal(person: Someone, statement: str) -> str:
    return f"goal {a_draft(person, statement=statement)}"


def a_win(person: Someone, what: str = "Asked 3 customers") -> str:
    tap = win(what)
    person.sends(tap)
    return f"win {tap['id']}"


def at(thing: str) -> str:
    return "/dependencies/" + thing.replace(" ", "/")


@pytest.mark.parametrize("make", [a_goal, a_win])
def test_a_goal_or_a_win_names_what_it_depends_on_and_unlocks(
    as_ana: Browser, ana: Someone, make
) -> None:  # R27
    this = make(ana, "This one")
    for end in ("needs", "unlocks"):
        answer = as_ana.post(at(this), **{end: a_goal(ana, f"It {end}")})
        assert answer.status_code == 303
    page = as_ana.get(at(this)).text
    rows = page.split('class="row__what">')[1:]
    assert [row.partition("<")[0] for row in rows] == ["It needs", "It unlocks"]


def test_a_win_leads_to_both_from_its_details(as_ana: Browser, ana: Someone) -> None:  # R27
    win_id = a_win(ana).split()[1]
    page = as_ana.get(f"/wins/{win_id}/edit").text
    assert f'href="/dependencies/win/{win_id}"' in page
    assert f'href="/goals/new?win={win_id}"' in page


def test_it_can_be_taken_away_again(as_ana: Browser, ana: Someone) -> None:
    this, needs = a_goal(ana, "This"), a_win(ana)
    as_ana.post(at(this), needs=needs)
    gone = as_ana.post(f"{at(this)}?_method=DELETE", needs=needs.split()[1])
    assert (gone.status_code, Dependency.select().exists()) == (303, False)


def test_what_would_wait_for_itself_is_refused_in_a_sentence(as_ana: Browser, ana: Someone) -> None:
    one, other = a_goal(ana, "One"), a_goal(ana, "Other")
    as_ana.post(at(one), needs=other)
    answer = as_ana.post(at(other), needs=one)
    assert (answer.status_code, "waits for this one already" in answer.text) == (422, True)
    assert Dependency.select().count() == 1


def test_somebody_elses_are_not_there(as_cleo: Browser, ana: Someone, cleo: Someone) -> None:
    theirs, mine = a_goal(ana, "Ana's"), a_goal(cleo, "Cleo's")
    assert as_cleo.get(at(theirs)).status_code == 404
    for this, needs in ((theirs, mine), (mine, theirs), (mine, f"goal {uuid.uuid4()}")):
        assert as_cleo.post(at(this), needs=needs).status_code == 404
    assert not Dependency.select().exists()


def test_signed_out_people_see_nothing(signed_out: Browser) -> None:
    assert signed_out.get(f"/dependencies/goal/{uuid.uuid4()}").status_code == 303


def test_its_queries_do_not_grow_with_its_rows(as_ana: Browser, ana: Someone) -> None:
    this = a_goal(ana, "This")
    as_ana.get(at(this))
    with counted_queries() as few:
        as_ana.get(at(this))
    for n in range(8):
        as_ana.post(at(this), needs=a_win(ana, f"Win {n}"))
    with counted_queries() as many:
        as_ana.get(at(this))
    assert len(few) == len(many) <= 10


def test_of_what_is_neither_a_goal_nor_a_win_there_is_no_page(
    as_ana: Browser, ana: Someone
) -> None:
    assert as_ana.get(f"/dependencies/indicator/{a_draft(ana)}").status_code == 404
