"""Who may see a win: judged when it arrives, by what its owner belongs to then (R31)."""

import pytest

from tests.domain.teams.boards import on_board, shared, told
from tests.support.make import DAY, HOUR, NOON, Someone, edit, undo, win
from tests.support.owners.teams import a_team, joins, leaves
from tests.support.queries import counted_queries
from webapp.domain.teams.leaving import show_earlier
from webapp.domain.teams.sharing import set_default_audience
from webapp.rules.shared.problems import Invalid
from webapp.storage.account.people import Person
from webapp.storage.capture.wins import Win
from webapp.storage.teams.memberships import Membership
from webapp.storage.teams.shared_wins import SharedWin


@pytest.mark.parametrize("how", ["left", "archived"])
def test_what_arrives_for_a_team_that_was_left_or_archived_is_private_and_its_owner_is_told(
    ana: Someone, platform: int, how: str
) -> None:
    Membership.update(**{how: NOON}).where(Membership.person == ana.id).execute()
    ana.sends(shared(platform, "One"), shared(platform, "Two"))
    assert on_board(platform) == []
    assert [(row.visibility, row.team_id) for row in Win.select()] == [("private", None)] * 2
    assert told(ana) == [("win_private", "One · Two")]


def test_of_many_wins_that_fell_back_at_once_some_are_named_and_the_others_counted(
    ana: Someone, platform: int
) -> None:
    leaves(ana, platform)
    ana.sends(*(shared(platform, f"Win {n}") for n in range(8)))
    assert told(ana) == [("win_private", "Win 0 · Win 1 · Win 2 · Win 3 · Win 4 · +3")]
    ana.sends(*(shared(platform, f"Win {n}") for n in range(5)))
    assert {about.endswith("Win 4") for _, about in told(ana)} == {True, False}


def test_nobody_shows_a_win_to_a_team_they_never_were_in(
    cleo: Someone, platform: int, ana: Someone
) -> None:
    one = win("Strange")
    cleo.sends(shared(platform), one, edit(one, visibility=f"organisation:{platform}"))
    cleo.sends(shared(ana.id), shared(987_654))
    assert SharedWin.select().count() == 0
    assert {row.team_id for row in Win.select()} == {None}
    assert told(cleo) == []


def test_a_team_in_no_organisation_has_its_wins_itself(ana: Someone, platform: int) -> None:
    ana.sends(win(visibility=f"organisation:{platform}"))
    assert [row.visibility for row in SharedWin.select()] == ["team"]
    Membership.update(organisation_name="Acme").execute()
    ana.sends(win("Seen by all", visibility=f"organisation:{platform}"))
    assert sorted(row.visibility for row in SharedWin.select()) == ["organisation", "team"]


def test_earlier_wins_are_shown_where_their_owner_wants_it(ana: Someone) -> None:
    said, edited, private = win("Said", visibility="team"), win("Edited"), win("Private")
    ana.sends(said, edited, private, edit(edited, visibility="organisation"))
    team = a_team(ana, "Platform")
    show_earlier(ana.me.id, team, NOON + HOUR)
    assert sorted(on_board(team)) == ["Edited", "Said"]
    ana.sends(*(edit(one, at=NOON + DAY, impact="More") for one in (said, edited, private)))
    assert sorted(on_board(team)) == ["Edited", "Said"]


def test_new_wins_are_shown_as_one_chose(ana: Someone, platform: int, sales: int) -> None:
    set_default_audience(ana.me, f"team:{platform}")
    set_default_audience(ana.me, f"team:{sales}")
    ana.sends(win("By default"), win("Mine", visibility="private"))
    assert (on_board(platform), on_board(sales)) == ([], ["By default"])
    set_default_audience(ana.me, "private")
    ana.sends(win("Later"))
    assert on_board(sales) == ["By default"]


def test_a_default_that_names_no_team_or_one_that_was_left_is_private(
    ana: Someone, ben: Someone, platform: int
) -> None:
    set_default_audience(ana.me, f"team:{platform}")
    leaves(ana, platform)
    ana.sends(win())
    assert (on_board(platform), told(ana)) == ([], [])
    joins(ana, platform, ben)
    ana.sends(win())
    assert on_board(platform) == []
    leaves(ana, platform)
    with pytest.raises(Invalid):
        set_default_audience(ana.me, f"team:{platform}")


def test_a_board_is_left_alone_by_what_is_refused(ana: Someone, platform: int) -> None:
    Person.update(visibility="team").where(Person.id == ana.id).execute()
    ana.sends(win("", visibility=f"team:{platform}"), win(visibility="team:0"))
    assert SharedWin.select().count() == 0


def test_somebody_joins_two_teams_and_shows_each_its_own(
    ana: Someone, ben: Someone, platform: int, sales: int
) -> None:
    joins(ben, sales, ana)
    ben.sends(shared(platform, "For one"), shared(sales, "For the other"))
    assert (on_board(platform), on_board(sales)) == (["For one"], ["For the other"])


def statements(someone: Someone, *entries: dict[str, object]) -> list[str]:
    """Return what a delivery runs."""
    me = someone.me
    with counted_queries() as ran:
        someone.sends(*entries)
    assert me
    return [sql.partition(" WHERE")[0] for sql in ran]


def test_a_tap_of_somebody_in_no_team_reads_nothing_of_teams(
    ana: Someone, cleo: Someone, platform: int
) -> None:
    one = win()
    ran = statements(cleo, one) + statements(cleo, edit(one, what="Edited"), undo(one))
    assert [
        sql for sql in ran if "membership" in sql or "shared_win" in sql or '"team"' in sql
    ] == []
    assert len(statements(cleo, win())) == len(statements(ana, win()))


def test_a_delivery_looks_a_team_up_once(ana: Someone, platform: int) -> None:
    one, many = statements(ana, shared(platform)), statements(ana, *[shared(platform)] * 50)
    assert len(one) == len(many)
