"""A review of a team: nobody holds it, and nothing says who is there (R35)."""

import re

import pytest

from tests.support.make import NOON, Someone, line, make_person, win
from tests.support.owners.some_team import SomeTeam, join, leave
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.domain.outbox.for_teams import NOT_YOURS
from webapp.domain.teams.acting import ARCHIVED
from webapp.storage.account.people import Person
from webapp.storage.account.teams import Team
from webapp.storage.reviews.lines import ReviewLine
from webapp.storage.reviews.ticks import tick
from webapp.web.shared import clock

STEPS = ("progress", "obstacles", "next")
DONE = re.compile(r"(\d+) (?:is|are) done")


def told(someone: Someone, team: SomeTeam, room: str, what: str) -> str:
    """Send a line from a phone; return what became of it."""
    said = line(room.rpartition("/")[2], what, "progress", team=team.id)
    [verdict] = someone.sends(said, now=clock.now()).verdicts
    return verdict.outcome.value


def test_members_add_lines_from_their_phones_and_all_see_whose_they_are(
    team: SomeTeam, room: str, ben: Someone, as_ana: Browser
) -> None:
    assert told(ben, team, room, "We paired") == "stored"
    page = as_ana.get(f"{room}/edit").text
    assert ("We paired" in page, "<bdi>Ben</bdi>" in page) == (True, True)


def test_it_begins_with_the_wins_on_the_board(
    team: SomeTeam, room: str, ben: Someone, as_ana: Browser
) -> None:
    shown = win("Cut the build", visibility=f"team:{team.id}", at=clock.now() - 1)
    ben.sends(shown, win("Mine alone"), now=clock.now())
    page = as_ana.get(f"{room}/edit").text
    assert ("Cut the build" in page, "Mine alone" in page) == (True, False)
    assert "1 win since" in page


def test_two_who_begin_it_are_in_the_same(team: SomeTeam, room: str, as_ben: Browser) -> None:
    assert as_ben.post(f"/teams/{team.id}/reviews/").location == f"{room}/edit"


def test_shown_is_who_is_done_and_nobody_else(
    team: SomeTeam, room: str, as_ana: Browser, as_ben: Browser
) -> None:
    join(team.id, make_person("Quentin"))
    as_ben.post(f"{room}/done", step="progress")
    page = as_ana.get(f"{room}/edit").text
    assert DONE.findall(page) == ["1"]
    assert ("Quentin" in page, 'title="Ben"' in page) == (False, True)
    as_ben.post(f"{room}/done?_method=DELETE", step="progress")
    assert DONE.findall(as_ana.get(f"{room}/edit").text) == []


def test_done_is_said_for_each_step(room: str, as_ana: Browser) -> None:
    as_ana.post(f"{room}/done", step="progress")
    pages = [as_ana.get(f"{room}/edit?step={one}").text for one in ("progress", "obstacles")]
    assert [DONE.findall(page) for page in pages] == [["1"], []]


def test_anybody_goes_on_and_takes_that_back(room: str, as_ana: Browser, as_ben: Browser) -> None:
    went = as_ben.post(f"{room}?_method=PATCH", seen="progress", step="obstacles")
    assert "All who follow are now at: Obstacles" in as_ben.get(went.location).text
    assert 'aria-current="step">2. Obstacles' in re.sub(
        r"\s+", "", as_ana.get(f"{room}/edit").text
    ).replace("2.", "2. ")
    as_ben.post(f"{room}?_method=PATCH", seen="obstacles", step="progress")
    assert "What made the difference?" in as_ana.get(f"{room}/edit").text


def test_who_looks_elsewhere_is_not_moved_and_told_where_the_others_are(
    room: str, as_ana: Browser, as_ben: Browser
) -> None:
    as_ben.post(f"{room}?_method=PATCH", seen="progress", step="next")
    page = as_ana.get(f"{room}/edit?step=progress").text
    assert "What made the difference?" in page
    assert ("The room is at: Next" in page, "Follow the room" in page) == (True, True)


def test_it_goes_on_when_who_began_it_has_left(
    team: SomeTeam, room: str, ana: Someone, as_ana: Browser, as_ben: Browser
) -> None:
    as_ana.post(f"{room}/lines/", step="obstacles", what="No test machine")
    leave(team.id, ana)
    assert as_ana.get(f"{room}/edit").status_code == 404
    page = as_ben.get(as_ben.post(f"{room}/end").location).text
    assert "No test machine" in page


def test_a_line_of_who_has_left_meanwhile_is_refused(
    team: SomeTeam, room: str, ben: Someone
) -> None:
    leave(team.id, ben)
    said = line(room.rpartition("/")[2], "Too late", "progress", team=team.id)
    [verdict] = ben.sends(said).verdicts
    assert (verdict.problems, ReviewLine.select().count()) == ((NOT_YOURS,), 0)


def test_a_line_for_an_archived_team_is_refused_and_its_reviews_are_read(
    team: SomeTeam, room: str, ben: Someone, as_ana: Browser
) -> None:
    Team.update(archived=NOON).where(Team.owner == team.id).execute()
    said = line(room.rpartition("/")[2], "Too late", "progress", team=team.id)
    [verdict] = ben.sends(said).verdicts
    assert verdict.problems == (ARCHIVED,)
    assert as_ana.get(room).status_code == 200


def test_a_deleted_account_leaves_its_lines_and_no_name(
    team: SomeTeam, room: str, ben: Someone, as_ana: Browser, as_ben: Browser
) -> None:
    told(ben, team, room, "We paired")
    as_ben.post(f"{room}/done", step="progress")
    Person.delete().where(Person.id == ben.id).execute()
    for path in (f"{room}/edit", room, f"{room}.md"):
        page = as_ana.get(path).text
        assert ("We paired" in page, "a former colleague" in page, "Ben" in page) == (
            *(True, True),
            False,
        )


def test_an_obstacle_has_one_who_takes_it(room: str, as_ana: Browser, as_ben: Browser) -> None:
    as_ana.post(f"{room}/lines/", step="obstacles", what="No test machine")
    at = f"{room}/lines/{ReviewLine.get().id}/holder"
    as_ben.post(at)
    assert "Ben takes it" in as_ana.get(f"{room}/edit?step=obstacles").text
    as_ana.post(f"{at}?_method=DELETE")
    assert "Ben takes it" in as_ana.get(f"{room}/edit?step=obstacles").text
    as_ana.post(at)
    assert "Ana takes it" in as_ben.get(f"{room}/edit?step=obstacles").text


def test_of_what_is_settled_it_is_not_said_that_nobody_has_it(room: str, as_ana: Browser) -> None:
    as_ana.post(f"{room}/lines/", step="obstacles", what="No test machine")
    before = as_ana.get(f"{room}/edit?step=obstacles").text
    as_ana.post(f"{room}/lines/{ReviewLine.get().id}/settlement", outcome="Borrowed one")
    after = as_ana.get(f"{room}/edit?step=obstacles").text
    assert ["nobody has it yet" in page for page in (before, after)] == [True, False]


def test_its_goals_are_of_the_team(team: SomeTeam, room: str, as_ben: Browser) -> None:
    as_ben.post(f"{room}/lines/", step="next", what="Send the update")
    as_ben.post(f"{room}/lines/{ReviewLine.get().id}/goal")
    assert "Send the update" in as_ben.get(f"/teams/{team.id}/goals/?of=drafts").text
    assert "Send the update" not in as_ben.get("/goals/").text


@pytest.mark.parametrize("path", ["", "/edit", "/edit?step=next", ".md"])
def test_ones_own_address_does_not_show_that_of_a_team(
    team: SomeTeam, room: str, as_ana: Browser, path: str
) -> None:
    own = room.removeprefix(f"/teams/{team.id}")
    assert as_ana.get(f"{own}{path}").status_code == 404


@pytest.mark.parametrize("path", ["/edit", "/edit?step=obstacles", "/edit?step=next", ""])
def test_a_page_asks_ten_statements_however_much_was_said(
    team: SomeTeam, room: str, ben: Someone, as_ana: Browser, path: str
) -> None:
    with counted_queries() as few:
        as_ana.get(f"{room}{path}")
    review = room.rpartition("/")[2]
    said = [line(review, f"{n}", step, team=team.id) for step in STEPS for n in range(9)]
    ben.sends(*said, *[win(f"w{n}", visibility=f"team:{team.id}") for n in range(9)])
    with counted_queries() as many:
        as_ana.get(f"{room}{path}")
    assert len(few) == len(many) <= 10


def test_the_board_leads_to_a_review_as_long_as_it_runs(
    team: SomeTeam, room: str, as_ana: Browser, as_ben: Browser
) -> None:
    def leads() -> bool:
        return f'href="{room}/edit"' in as_ben.get(f"/teams/{team.id}").text

    before = leads()
    as_ana.post(f"{room}/end")
    assert (before, leads()) == (True, False)


def test_of_many_who_are_done_all_are_counted_and_the_first_initials_shown(
    team: SomeTeam, room: str, as_ana: Browser
) -> None:
    for number in range(14):
        other = make_person(f"Person{number}")
        join(team.id, other)
        tick(team.me.owner, room.rpartition("/")[2], "progress", other.id)
    shown = as_ana.get(f"{room}/edit").text.partition('id="room-done"')[2]
    assert (DONE.findall(shown), shown.count('class="initials"')) == (["14"], 12)


def test_a_line_that_became_a_goal_stands_once_in_the_summary(
    team: SomeTeam, room: str, ben: Someone, as_ana: Browser
) -> None:
    said = line(room.rpartition("/")[2], "Run the import", "next", team=team.id)
    ben.sends(said, now=clock.now())
    as_ana.post(f"{room}/lines/{said['id']}/goal")
    as_ana.post(f"{room}/end")
    assert as_ana.get(f"{room}.md").text.count("Run the import") == 1
