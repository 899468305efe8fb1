"""The first steps: for people who have logged nothing yet, until they are finished."""

from tests.support.make import Someone, win
from tests.web.conftest import Browser
from webapp.web.shared.clock import now

STEPS = 'id="welcome"'


def test_a_new_person_sees_three_steps_on_today(as_ana: Browser) -> None:
    page = as_ana.get("/").text
    steps = page.partition(STEPS)[2].partition("</ol>")[0]
    assert steps.count("<li>") == 3


def test_once_finished_they_never_return(as_ana: Browser, ana: Someone) -> None:
    answer = as_ana.post("/welcomes/")
    assert (answer.status_code, answer.location) == (303, "/")
    assert STEPS not in as_ana.get("/").text
    first = ana.me.welcomed
    as_ana.post("/welcomes/")
    assert ana.me.welcomed == first


def test_a_first_win_makes_them_superfluous(as_ana: Browser, ana: Someone) -> None:
    ana.sends(win(at=now()), now=now())
    assert STEPS not in as_ana.get("/").text


def test_they_are_each_persons_own(as_ana: Browser, as_ben: Browser) -> None:
    as_ana.post("/welcomes/")
    assert STEPS in as_ben.get("/").text


def test_signed_out_people_are_led_to_sign_in(signed_out: Browser) -> None:
    assert signed_out.post("/welcomes/").location == "/sessions/new"
