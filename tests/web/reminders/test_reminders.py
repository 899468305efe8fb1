"""The page of reminders: what will come and why, and what a person wants of them."""

import pytest

from tests.support.make import NOON, Someone, win
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.domain.reminders.planning import plan_due
from webapp.domain.reminders.wishes import store_wishes, wishes_of
from webapp.rules.reminders.kinds import Kind, Way
from webapp.rules.reminders.settings import Wishes
from webapp.storage.reminders.prompts import Prompt
from webapp.web.shared import clock

WANTED = {
    **{"way": "push", "kinds": ["check_in", "capture"], "habit_at": "10:30", "dated_at": "08:15"},
    **{"quiet_from": "21:00", "quiet_until": "07:00"},
}


@pytest.fixture
def reminded(ana: Someone) -> Someone:
    """Return Ana, who has logged a win and is reminded."""
    ana.sends(win())
    store_wishes(ana.me, Wishes(), NOON)
    return ana


def test_somebody_who_was_never_asked_sees_what_would_come(as_ana: Browser, ana: Someone) -> None:
    ana.sends(win())
    page = as_ana.get("/reminders/").text
    assert "What would come" in page
    assert "One of your check-in days" in page
    assert wishes_of(ana.me) is None


def test_who_wants_none_is_not_asked_again(as_ana: Browser, ana: Someone) -> None:
    as_ana.post("/reminders/", way="none")
    page = as_ana.get("/reminders/").text
    assert "Reminders are off" in page
    assert "What would come" not in page
    assert plan_due(clock.now()) == 0


def test_what_when_and_how_can_be_chosen(as_ana: Browser, reminded: Someone) -> None:
    assert as_ana.post("/reminders/current?_method=PATCH", **WANTED).status_code == 303
    wishes = wishes_of(reminded.me)
    assert wishes
    assert (wishes.way, wishes.kinds) == (Way.PUSH, {Kind.CHECK_IN, Kind.CAPTURE, Kind.TEAM_REVIEW})
    assert (wishes.habit_at, wishes.quiet_until) == (630, 420)


def test_reviews_of_a_team_are_offered_to_who_is_in_one_and_stay_chosen_without(
    as_ana: Browser, reminded: Someone
) -> None:
    assert "Your team" not in as_ana.get("/reminders/current/edit").text
    as_ana.post("/reminders/current?_method=PATCH", **WANTED)
    wishes = wishes_of(reminded.me)
    assert wishes
    assert Kind.TEAM_REVIEW in wishes.kinds  # as before: it comes when she joins a team


def test_a_time_after_six_is_given_back(as_ana: Browser, reminded: Someone) -> None:
    answer = as_ana.post("/reminders/current?_method=PATCH", **{**WANTED, "habit_at": "19:00"})
    assert answer.status_code == 422
    assert "nothing is asked after 18:00" in answer.text
    assert 'value="19:00"' in answer.text
    assert 'value="08:15"' in answer.text


def test_nonsense_is_answered_with_every_problem(as_ana: Browser, reminded: Someone) -> None:
    sent = {"way": "pigeon", "kinds": "everything", "habit_at": "25:00", "dated_at": "<b>"}
    answer = as_ana.post("/reminders/current?_method=PATCH", **sent)
    assert answer.status_code == 422
    for says in ("Choose how reminders shall come.", "Choose from the kinds", "Give the time as"):
        assert says in answer.text


def test_a_pause_is_shown_and_can_be_ended(as_ana: Browser, reminded: Someone) -> None:
    today = as_ana.get("/reminders/").text
    assert "Pause reminders" in today
    as_ana.post("/pauses/", first="2026-01-01", last="2099-12-31")
    assert as_ana.post("/pauses/", first="2098-12-31", last="2099-12-30").location == "/reminders/"
    assert "No reminders come from" in as_ana.get("/reminders/").text
    as_ana.post("/pauses/current?_method=DELETE")
    assert "No reminders come from" not in as_ana.get("/reminders/").text


def test_a_pause_that_ends_before_it_starts_is_given_back(
    as_ana: Browser, reminded: Someone
) -> None:
    answer = as_ana.post("/pauses/", first="2026-12-24", last="2026-12-01")
    assert answer.status_code == 422
    assert "This ends before it starts." in answer.text
    assert 'value="2026-12-24"' in answer.text


def test_later_reminds_again(as_ana: Browser, reminded: Someone) -> None:
    assert as_ana.post("/snoozes/", what="check_in", minutes="30").location == "/reminders/"
    assert [row.what for row in Prompt.select()] == ["snooze:check_in"]


def test_later_in_a_notification_gets_an_answer_without_a_page(
    as_ana: Browser, reminded: Someone
) -> None:
    headers = {"Origin": "http://localhost", "Accept": "application/json"}
    of_the_prompt = {"what": "check_in", "day": "2026-11-23", "number": "1"}
    answer = as_ana.client.post("/snoozes/", data=of_the_prompt, headers=headers)
    assert (answer.status_code, answer.data) == (204, b"")
    assert [row.what for row in Prompt.select()] == ["snooze:check_in"]


def test_what_cannot_be_snoozed_is_refused(as_ana: Browser, reminded: Someone) -> None:
    assert as_ana.post("/snoozes/", what="<b>", minutes="30").status_code == 422
    assert as_ana.post("/snoozes/", what="check_in", minutes="-1").status_code == 422


def test_who_has_no_reminders_has_nothing_to_pause_or_snooze(as_cleo: Browser) -> None:
    assert as_cleo.post("/pauses/", first="2026-12-24", last="").status_code == 404
    assert as_cleo.post("/snoozes/", what="check_in").status_code == 404


def test_signed_out_people_are_redirected_to_sign_in(signed_out: Browser) -> None:
    assert signed_out.get("/reminders/").location == "/sessions/new?next=/reminders/"


def test_the_page_takes_as_many_queries_with_many_prompts(
    as_ana: Browser, reminded: Someone
) -> None:
    counts = []
    for _ in range(2):
        with counted_queries() as queries:
            as_ana.get("/reminders/")
        counts.append(len(queries))
        plan_due(clock.now())
    assert counts[0] == counts[1]
    assert counts[0] <= 14
