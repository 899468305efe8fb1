"""The board of a team, as its members read it (R30)."""

import re
from datetime import date, timedelta

import pytest

from tests.support.make import DAY, HOUR, NOON, Someone, edit, win
from tests.support.owners.teams import a_team, joins, leaves, token_into
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.rules.shared.ids import TeamId
from webapp.storage.account.people import Person
from webapp.storage.account.teams import Team
from webapp.storage.objectives.objectives import Objective
from webapp.storage.teams.memberships import Membership
from webapp.storage.teams.shared_wins import SharedWin

ID = "3b0c0d0e-0000-4000-8000-000000000001"
NAME = re.compile(r'shown-win__what"[^>]*>([^<]*)<')


@pytest.fixture
def team(ana: Someone, ben: Someone) -> int:
    """Return the number of a team of Ana and Ben."""
    return a_team(ana, "Platform", ben)


def show(someone: Someone, team: int, what: str, **more: object) -> str:
    """Let somebody show a win to a team; return its id."""
    one = win(what, visibility=f"team:{team}", **more)
    someone.sends(one)
    return str(one["id"])


def listed(browser: Browser, path: str) -> list[str]:
    """Return the words of the wins on a page of a board, in its order."""
    text = browser.get(path).text.partition("<template")[0]
    return NAME.findall(text)


def test_a_board_shows_whose_what_when_and_what_is_next(
    as_ana: Browser, ben: Someone, team: int
) -> None:
    show(ben, team, "Release checklist", impact="14 steps to 6", next_step="Try it on Thursday")
    page = as_ana.get(f"/teams/{team}").text
    assert all(one in page for one in (">Ben<", "Release checklist", "14 steps to 6", "12:00"))
    assert re.search(r"Next:\s*<bdi>Try it on Thursday", page)
    assert '"initials" aria-hidden="true">B<' in page


def test_ones_own_win_leads_to_its_details_and_a_mates_to_what_the_team_may_see(
    as_ana: Browser, ana: Someone, ben: Someone, team: int
) -> None:
    own, other = show(ana, team, "Own"), show(ben, team, "Other")
    page = as_ana.get(f"/teams/{team}").text
    assert f'href="/wins/{own}/edit"' in page
    assert f'href="/teams/{team}/wins/{ben.id}/{other}"' in page


def test_a_mates_win_is_read_without_what_is_theirs_alone(
    as_ana: Browser, ben: Someone, team: int
) -> None:
    said = {"impact": "8 min", "next_step": "Cache it", "evidence": "https://example.org/build"}
    shown = show(ben, team, "Cut the build", kind="process", moves="project", **said)
    ben.sends(
        edit({"id": shown}, area="Secret", approach="Quiet", worked="Hush", improve="Whisper")
    )
    ben.sends(edit({"id": shown}, at=NOON + HOUR, what="Halved the build"))
    page = as_ana.get(f"/teams/{team}/wins/{ben.id}/{shown}").text
    for one in ("Halved the build", "8 min", "Cache it", "example.org", "A project", "Ben"):
        assert one in page
    for one in ("Secret", "Quiet", "Hush", "Whisper", "Cut the build", "revisions"):
        assert one not in page


def test_a_win_that_is_private_again_is_gone_like_one_that_never_was(
    as_ana: Browser, ben: Someone, team: int
) -> None:
    shown = show(ben, team, "Cut the build")
    path = f"/teams/{team}/wins/{ben.id}/{shown}"
    ben.sends(edit({"id": shown}, visibility="private"))
    gone, never = as_ana.get(path), as_ana.get(f"/teams/{team}/wins/{ben.id}/{ID}")
    assert (gone.status_code, gone.data) == (404, never.data)


@pytest.mark.parametrize(
    "query", ["person={ben}", "kind=milestone", "objective={own}", "from=2026-11-22"]
)
def test_a_board_is_filtered(
    as_ana: Browser, ana: Someone, ben: Someone, team: int, query: str
) -> None:
    Objective.create(owner=team, id=ID, name="Faster releases", created=1)
    show(ana, team, "Other", at=NOON - 2 * DAY)
    show(ben, team, "Wanted", kind="milestone", objectives=[ID], impact="8 min")
    asked = query.format(ben=ben.id, own=ID)
    assert listed(as_ana, f"/teams/{team}?{asked}") == ["Wanted"]
    assert listed(as_ana, f"/teams/{team}") == ["Wanted", "Other"]


def test_an_objective_of_ones_own_is_never_named(as_ana: Browser, ben: Someone, team: int) -> None:
    Objective.create(owner=ben.id, id=ID, name="Leave this place", created=1)
    shown = show(ben, team, "Updated the résumé", objectives=[ID])
    paths = (
        f"/teams/{team}",
        f"/teams/{team}?by=objective",
        f"/teams/{team}/wins/{ben.id}/{shown}",
    )
    assert not any("Leave this place" in as_ana.get(path).text for path in paths)
    assert ID not in "".join(as_ana.get(path).text for path in paths)
    assert listed(as_ana, f"/teams/{team}?objective=other") == ["Updated the résumé"]


@pytest.mark.parametrize("by", ["kind", "person", "objective"])
def test_columns_hold_the_newest_and_lead_to_the_rest(
    as_ana: Browser, ben: Someone, team: int, by: str
) -> None:
    Objective.create(owner=team, id=ID, name="Faster releases", created=1)
    for at in range(5):
        show(ben, team, f"Win {at}", at=NOON + at, objectives=[ID])
    path = f"/teams/{team}?by={by}"
    assert listed(as_ana, path) == ["Win 4", "Win 3", "Win 2"]
    page = as_ana.get(path).text
    [rest] = re.findall(r'<a class="row" href="(/teams/[^"]+)">\s*2 more', page)
    assert len(listed(as_ana, rest.replace("&amp;", "&"))) == 5


def test_columns_of_people_are_in_the_order_of_their_names(
    as_ana: Browser, ana: Someone, ben: Someone, team: int
) -> None:
    show(ben, team, "One")
    show(ben, team, "Two")
    show(ana, team, "Three")
    page = as_ana.get(f"/teams/{team}?by=person").text
    assert re.findall(r"<summary><bdi>(\w+)<", page) == ["You", "Ben"]


def test_a_long_board_goes_on_where_it_ended(as_ana: Browser, ben: Someone, team: int) -> None:
    for at in range(35):
        show(ben, team, f"Win {at}", at=NOON - at * HOUR)
    first = as_ana.get(f"/teams/{team}").text
    [after] = re.findall(r'rel="next"\s+href="([^"]+)"', first)
    seen = listed(as_ana, f"/teams/{team}") + listed(as_ana, after.replace("&amp;", "&"))
    assert seen == [f"Win {at}" for at in range(35)]


@pytest.mark.parametrize("query", ["", "?by=kind", "?by=person", "?kind=quick"])
def test_a_board_costs_as_many_statements_with_many_wins(
    as_ana: Browser, ana: Someone, ben: Someone, team: int, query: str
) -> None:
    show(ben, team, "One")
    counts = []
    for _ in range(2):
        with counted_queries() as ran:
            as_ana.get(f"/teams/{team}{query}")
        counts.append(len(ran))
        for at in range(40):
            show(ana if at % 2 else ben, team, f"Win {at}", kind="quick" if at % 3 else "process")
    assert counts[0] == counts[1] <= 9


def test_who_has_just_been_removed_sees_nothing_more(
    as_ben: Browser, ana: Someone, ben: Someone, team: int
) -> None:
    shown = show(ana, team, "Ours")
    paths = (f"/teams/{team}", f"/teams/{team}/wins/{ana.id}/{shown}")
    assert [as_ben.get(path).status_code for path in paths] == [200, 200]
    leaves(ben, team)
    answers = [as_ben.get(path) for path in paths]
    missing = as_ben.get("/teams/987654")
    assert {(one.status_code, one.data) for one in answers} == {(404, missing.data)}


def test_the_name_of_a_former_mate_stays_with_what_they_left(
    as_ana: Browser, ben: Someone, team: int
) -> None:
    show(ben, team, "Kept")
    leaves(ben, team)
    page = as_ana.get(f"/teams/{team}").text
    assert ">Ben<" in page
    assert "1 person" in page


def test_an_archived_team_is_read_and_nothing_is_logged_for_it(
    as_ana: Browser, ben: Someone, team: int
) -> None:
    show(ben, team, "Before")
    Team.update(archived=NOON).execute()
    Membership.update(archived=NOON).execute()
    assert listed(as_ana, f"/teams/{team}") == ["Before"]
    assert 'id="capture"' not in as_ana.get(f"/teams/{team}").text


def test_the_only_team_is_shown_at_once_and_several_are_listed(
    as_ana: Browser, ana: Someone, team: int
) -> None:
    show(ana, team, "Ours")
    assert listed(as_ana, "/teams/") == ["Ours"]
    other = a_team(ana, "Platform")
    page = as_ana.get("/teams/").text
    assert f'href="/teams/{team}"' in page
    assert f'href="/teams/{other}"' in page


def test_the_link_team_comes_with_the_first_team(
    as_ana: Browser, as_cleo: Browser, ana: Someone, cleo: Someone, team: int
) -> None:
    assert 'href="/teams/"' in as_ana.get("/").text
    before = as_cleo.get("/").text
    assert "team" not in before.lower()
    joins(cleo, team, ana)
    assert 'href="/teams/"' in as_cleo.get("/").text


def test_pages_of_a_team_are_kept_by_nobody(as_ana: Browser, ana: Someone, team: int) -> None:
    shown = show(ana, team, "Ours")
    for path in (f"/teams/{team}", "/teams/", f"/teams/{team}/wins/{ana.id}/{shown}"):
        assert as_ana.get(path).headers["Cache-Control"] == "no-store"


def test_a_day_is_the_readers_own(as_ana: Browser, ana: Someone, ben: Someone, team: int) -> None:
    tokyo = {**win("From Tokyo", visibility=f"team:{team}"), "offset": 540, "zone": "Asia/Tokyo"}
    ben.sends({**tokyo, "at": NOON + 5 * HOUR})  # Monday 01:00 there, Sunday 17:00 in Berlin
    assert SharedWin.get().day == "2026-11-22"
    Person.update(day_start=0).execute()
    page = as_ana.get(f"/teams/{team}?from=2026-11-22&to=2026-11-22").text
    assert ">17:00<" in re.sub(r"[\s·]+", " ", page).replace(" 17:00 ", ">17:00<")
    after = date(2026, 11, 22) + timedelta(days=1)
    assert listed(as_ana, f"/teams/{team}?from={after}") == []


def test_names_that_run_the_other_way_and_fill_the_line_stay_apart(
    as_ana: Browser, ana: Someone
) -> None:
    name = "ש" * 100
    team = a_team(ana, name)
    Membership.update(person_name="ع" * 100).execute()
    show(ana, team, "Ours")
    page = as_ana.get(f"/teams/{team}").text
    assert f"<bdi>{name}</bdi>" in page


def test_joining_leads_to_the_board_and_the_settings_of_a_team_lead_back_to_it(
    as_cleo: Browser, ana: Someone, team: TeamId
) -> None:
    answer = as_cleo.post("/memberships/", link=token_into(team, ana))
    assert answer.location == f"/teams/{team}"
    assert f'href="/teams/{team}"' in as_cleo.get(f"/teams/{team}/settings").text
