"""What is suggested to a team: answered by any member for all, and about nobody (R42, R43)."""

import re
from datetime import date, timedelta

import pytest
from flask import Flask

from tests.support.make import DAY, NOON, Someone, win
from tests.support.owners.teams import a_team
from tests.support.owners.thanks import counted_win, to_team, wants_it_read
from tests.web.conftest import Browser
from webapp.domain.insights.team_insights import team_insights
from webapp.domain.recognition.proportions import TeamFindings, findings_of_team
from webapp.domain.reviews import reviews
from webapp.domain.teams.acting import acting_for_team
from webapp.domain.teams.teams import archive_team
from webapp.rules.insights.pitfalls import Pitfall
from webapp.rules.recognition.recognitions import Copy
from webapp.rules.shared.ids import TeamId
from webapp.rules.teams.windows import last_due
from webapp.storage.insights.adjustments import Adjustment
from webapp.storage.recognition.recognitions import Recognition
from webapp.storage.teams.team_windows import store_figure

PAST = last_due(NOON)
ASKS = "Are the team’s goals within reach"
TODAY = date(2026, 11, 28)


@pytest.fixture
def platform(ana: Someone, ben: Someone) -> TeamId:
    """Return a team of Ana and Ben whose bands did not rise, with wins on its board."""
    team = a_team(ana, "Platform", ben)
    for number in (PAST - 2, PAST - 1, PAST):
        store_figure(team, number, "5-6", "5-7")
    ana.sends(*(win(f"No. {n}", visibility=f"team:{team}") for n in range(5)))
    return team


def answered(browser: Browser, team: TeamId, reply: str) -> int:
    """Answer what is on the team's page, and return the status."""
    page = browser.get(f"/teams/{team}/insights").text
    [showing] = set(re.findall(rf"/teams/{team}/adjustments/([a-z_]+\.[\d-]+)", page))
    path = f"/teams/{team}/adjustments/{showing}?_method=PATCH"
    return int(browser.post(path, reply=reply).status_code)


@pytest.mark.parametrize("reply", ["dismissed", "snoozed", "done"])
def test_what_one_member_answers_holds_for_all(
    as_ana: Browser, as_ben: Browser, platform: TeamId, reply: str
):
    assert ASKS in as_ana.get(f"/teams/{platform}/insights").text
    assert answered(as_ben, platform, reply) == 303
    assert ASKS not in as_ana.get(f"/teams/{platform}/insights").text


def test_it_is_not_said_or_stored_who_answered(
    as_ana: Browser, as_ben: Browser, platform: TeamId, ana: Someone, ben: Someone
):
    answered(as_ben, platform, "dismissed")
    histories = [one.get(f"/teams/{platform}/adjustments/").text for one in (as_ana, as_ben)]
    main, same = (text.partition("<main")[2].partition("</main")[0] for text in histories)
    reader = r"<input[^>]*>"  # in each form: who is signed in
    assert "It is not shown again." in main
    assert re.sub(reader, "", main) == re.sub(reader, "", same)
    assert not re.search(r"\b(Ana|Ben)\b", main)
    [row] = Adjustment.select().dicts()
    assert row["person"] == platform
    assert {ana.id, ben.id}.isdisjoint(row.values())


def test_a_member_can_take_back_what_another_dismissed(
    as_ana: Browser, as_ben: Browser, platform: TeamId
):
    answered(as_ben, platform, "dismissed")
    assert "Show it again" in as_ana.get(f"/teams/{platform}/adjustments/").text
    [row] = Adjustment.select()
    path = f"/teams/{platform}/adjustments/{row.rule}.{row.first}?_method=PATCH"
    answer = as_ana.post(path, reply="again", leads_to=f"/teams/{platform}/adjustments/")
    assert (answer.status_code, answer.location) == (303, f"/teams/{platform}/adjustments/")
    assert Adjustment.get().state == "snoozed"


def test_it_is_apart_from_what_is_suggested_to_its_members(
    as_ben: Browser, platform: TeamId, ben: Someone
):
    as_ben.get(f"/teams/{platform}/insights")
    [row] = Adjustment.select()
    own = as_ben.post(f"/adjustments/{row.rule}.{row.first}?_method=PATCH", reply="dismissed")
    assert own.status_code == 404
    assert "Nothing was suggested yet." in as_ben.get("/adjustments/").text
    assert Adjustment.get().state == "shown"


def test_two_members_who_look_at_once_begin_one_showing(
    as_ana: Browser, as_ben: Browser, platform: TeamId
):
    for one in (as_ana, as_ben, as_ana):
        one.get(f"/teams/{platform}/insights")
    assert Adjustment.select().count() == 1


def test_to_a_team_that_is_archived_nothing_is_suggested(
    app: Flask, ana: Someone, ben: Someone, platform: TeamId
):
    archive_team(ana.me, platform, NOON)
    page = Browser(ben.browser(app)).get(f"/teams/{platform}/insights")
    assert (page.status_code, ASKS in page.text) == (200, False)
    assert Adjustment.select().count() == 0


def thanked(ana: Someone, ben: Someone, team: TeamId, number: int, *, light: bool) -> None:
    """Let Ana thank Ben so often for wins that all count, as the team may read."""
    wants_it_read(ben, team)
    for one in range(number):
        cited = counted_win(ben, team, f"Cut list {one} to 6 steps")
        ana.sends(to_team(team, cited, achieved=f"Cut list {one} to 6 steps"), now=NOON)
    Recognition.update(light=light).where(Recognition.kind == Copy.TEAM).execute()


def test_of_thanks_that_say_little_it_is_asked_what_changed_and_not_whose(
    as_ben: Browser, ana: Someone, ben: Someone
):
    team = a_team(ana, "Platform", ben)
    thanked(ana, ben, team, 6, light=True)  # in the same words each time
    assert findings_of_team(team, TODAY) == TeamFindings(True, True)
    main = as_ben.get(f"/teams/{team}/insights").text.partition("<main")[2]
    assert "say more of what changed" in main
    assert "Most thanks to the team of late are for quick tasks." in main
    assert not re.search(r"\b(Ana|Ben)\b", main)
    assert [row.rows for row in Adjustment.select()] == [""]
    assert answered(as_ben, team, "dismissed") == 303
    assert "say more of what changed" not in as_ben.get(f"/teams/{team}/insights").text


def test_thanks_for_what_moved_a_number_are_no_pitfall(as_ben: Browser, ana: Someone, ben: Someone):
    team = a_team(ana, "Platform", ben)
    thanked(ana, ben, team, 6, light=False)
    assert "for quick tasks" not in as_ben.get(f"/teams/{team}/insights").text


@pytest.mark.parametrize(("weeks", "found"), [(1, False), (3, True)])
def test_a_review_that_is_long_ago_is_a_gap_and_nobodys(ana: Someone, weeks: int, found: bool):
    team = a_team(ana, "Platform")
    then = TODAY - timedelta(weeks=weeks)
    acting = acting_for_team(team, ana.me.id)
    at = NOON - weeks * 7 * DAY
    reviews.finish(acting, reviews.begin(acting, then, at), then, at)
    said = team_insights(acting, "UTC", NOON, has_not_risen=False, is_archived=False)
    gaps = [one for one in said.pitfalls if one.pitfall is Pitfall.INCONSISTENT]
    assert bool(gaps) is found
    assert said.last_review == then


def test_a_team_that_holds_no_reviews_and_checks_in_nowhere_has_no_gap(
    as_ana: Browser, ana: Someone
):
    team = a_team(ana, "Platform")
    page = as_ana.get(f"/teams/{team}/insights").text
    assert "longer ago than" not in page
    assert "Check in" not in page.partition("<main")[2].partition("</main")[0]
