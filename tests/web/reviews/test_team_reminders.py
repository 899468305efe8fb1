"""The lead chooses on the page of the schedule whether members are reminded of reviews."""

import pytest

from tests.support.owners.some_team import SomeTeam
from tests.web.conftest import Browser
from webapp.domain.reminders.team_reviews import review_reminder

PLAN = {"weekday": "3", "every": "2", "minutes": "30", "time": "09:30"}


def page(team: SomeTeam) -> str:
    return f"/teams/{team.id}/review-plans/current"


def test_the_lead_chooses_and_sees_what_was_chosen(team: SomeTeam, as_ana: Browser) -> None:
    form = as_ana.get(f"{page(team)}/edit").text
    assert 'name="before"' in form
    answer = as_ana.post(f"{page(team)}?_method=PATCH", **PLAN, before="30")
    assert answer.status_code == 303
    assert review_reminder(team.me) == 30
    assert '<option value="30" selected' in as_ana.get(f"{page(team)}/edit").text


def test_a_page_from_before_there_was_the_choice_changes_nothing_of_it(
    team: SomeTeam, as_ana: Browser
) -> None:
    as_ana.post(f"{page(team)}?_method=PATCH", **PLAN, before="60")
    assert as_ana.post(f"{page(team)}?_method=PATCH", **PLAN).status_code == 303
    assert review_reminder(team.me) == 60


@pytest.mark.parametrize("before", ["7", "-1", "<b>", ""])
def test_what_is_not_offered_is_refused(team: SomeTeam, as_ana: Browser, before: str) -> None:
    answer = as_ana.post(f"{page(team)}?_method=PATCH", **PLAN, before=before)
    assert answer.status_code == 422
    assert "Choose when members are reminded." in answer.text
    assert review_reminder(team.me) == 0


def test_a_member_changes_the_schedule_and_not_who_is_reminded(
    team: SomeTeam, as_ben: Browser
) -> None:
    form = as_ben.get(f"{page(team)}/edit").text
    assert 'name="before"' not in form
    assert "is chosen by the team" in form
    answer = as_ben.post(f"{page(team)}?_method=PATCH", **PLAN, before="30")
    assert answer.status_code == 303
    assert review_reminder(team.me) == 0


def test_ones_own_schedule_has_no_such_choice(as_ana: Browser) -> None:
    form = as_ana.get("/review-plans/current/edit").text
    assert 'name="before"' not in form
    assert "chosen by the team" not in form
