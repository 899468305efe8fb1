"""What a receiver does with thanks (R33), and what becomes of them when an account goes (R50)."""

from collections.abc import Callable

import pytest

from tests.support.make import NOON, Someone, edit
from tests.support.owners.teams import leaves, number
from tests.support.owners.thanks import (
    cited,
    copies,
    counted_win,
    shared_win,
    thanks,
    to_team,
    wants_it_read,
)
from webapp.domain.outbox.deletions import delete_win
from webapp.domain.recognition.receiving import (
    delete_received,
    keep_in_evidence,
    set_wish,
    show_recognition,
    take_back,
)
from webapp.domain.teams.memberships import leave_every_team
from webapp.domain.teams.teams import archive_team
from webapp.rules.shared.ids import TeamId
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.storage.account.people import Owner, Person
from webapp.storage.account.teams import Team
from webapp.storage.recognition.recognitions import CitedWin, Recognition


@pytest.fixture
def shown(ana: Someone, ben: Someone, platform: TeamId) -> str:
    """Return the id of thanks to Ben that the team can read."""
    wants_it_read(ben, platform)
    one = to_team(platform, counted_win(ben, platform))
    ana.sends(one)
    return str(one["id"])


def test_a_receiver_hides_thanks_and_shows_them_again(
    ben: Someone, platform: TeamId, shown: str
) -> None:
    before = Team.get(Team.owner == platform).rev
    show_recognition(ben.me, shown, shown=False)
    assert (copies(platform, "team"), copies(ben.id)) == ([], [shown])
    assert Team.get(Team.owner == platform).rev > before
    show_recognition(ben.me, shown, shown=True)
    assert copies(platform, "team") == [shown]
    assert cited(platform, shown) == cited(ben.id, shown)


def test_hidden_thanks_stay_hidden_when_the_same_words_come_again(
    ana: Someone, ben: Someone, platform: TeamId, shown: str
) -> None:
    show_recognition(ben.me, shown, shown=False)
    ana.sends(to_team(platform, counted_win(ben, platform)))
    assert copies(platform, "team") == []


@pytest.mark.parametrize("private", [thanks, to_team])
def test_what_is_not_meant_for_the_team_is_never_shown(
    ana: Someone, ben: Someone, platform: TeamId, private: Callable[..., dict[str, object]]
) -> None:
    # Not for the team, or for a win that does not count.
    win = (counted_win if private is thanks else shared_win)(ben, platform)
    one = private(platform, win)
    ana.sends(one)
    wants_it_read(ben, platform)
    with pytest.raises(Invalid):
        show_recognition(ben.me, str(one["id"]), shown=True)
    assert copies(platform, "team") == []


@pytest.mark.parametrize("way", ["left", "archived"])
def test_who_has_left_or_an_archived_team_is_shown_nothing_more(
    ana: Someone, ben: Someone, platform: TeamId, shown: str, way: str
) -> None:
    if way == "left":
        leaves(ben, platform)
    else:
        archive_team(ana.me, platform, NOON)
    show_recognition(ben.me, shown, shown=False)
    with pytest.raises(Invalid):
        show_recognition(ben.me, shown, shown=True)


def test_an_answer_is_one_of_two_and_only_of_members(
    ben: Someone, cleo: Someone, platform: TeamId
) -> None:
    for answer in ("", "yes", None):
        with pytest.raises(Invalid):
            set_wish(ben.me, platform, answer)
    with pytest.raises(NotFound):
        set_wish(cleo.me, platform, "team")


def test_who_said_private_first_shows_nothing_by_saying_yes_later(
    ana: Someone, ben: Someone, platform: TeamId
) -> None:
    ana.sends(to_team(platform, counted_win(ben, platform)))
    set_wish(ben.me, platform, "private")
    set_wish(ben.me, platform, "team")
    assert copies(platform, "team") == []


def test_nobody_changes_thanks_of_others(ana: Someone, cleo: Someone, shown: str) -> None:
    for someone in (ana, cleo):
        with pytest.raises(NotFound):
            show_recognition(someone.me, shown, shown=False)
        with pytest.raises(NotFound):
            keep_in_evidence(someone.me, shown, kept=False)
        with pytest.raises(NotFound):
            delete_received(someone.me, shown)


def test_deleted_thanks_are_gone_from_the_team_too_and_the_giver_keeps_theirs(
    ana: Someone, ben: Someone, platform: TeamId, shown: str
) -> None:
    delete_received(ben.me, shown)
    assert (copies(ben.id), copies(platform, "team")) == ([], [])
    assert copies(ana.id, "given") == [shown]


def test_only_the_giver_takes_thanks_back(ana: Someone, ben: Someone, shown: str) -> None:
    with pytest.raises(NotFound):
        take_back(ben.me, shown)
    take_back(ana.me, shown)
    assert (Recognition.select().count(), CitedWin.select().count()) == (0, 0)


def test_the_words_stay_when_the_win_goes(
    ana: Someone, ben: Someone, platform: TeamId, shown: str
) -> None:
    [(_, win)] = cited(ben.id, shown)
    ben.sends(edit({"id": win}, visibility="private"))
    delete_win(ben.me, win, NOON)
    assert copies(ben.id) == copies(ana.id, "given") == copies(platform, "team") == [shown]


def deleted(someone: Someone) -> None:
    """Delete an account as far as it goes yet."""
    leave_every_team(number(someone), NOON)
    Person.delete().where(Person.id == someone.id).execute()
    Owner.delete().where(Owner.id == someone.id).execute()


def test_thanks_of_a_deleted_account_stay_as_a_former_colleagues(
    ana: Someone, ben: Someone, dee: Someone, platform: TeamId, shown: str
) -> None:
    dees = thanks(platform, shared_win(ben, platform))
    dee.sends(dees)
    deleted(ana)
    of_dee = Recognition.id == dees["id"]
    assert {row.giver_name for row in Recognition.select().where(of_dee)} == {"Dee"}
    rows = list(Recognition.select().where(~of_dee))
    assert {(row.owner_id, row.giver_id, row.giver_name) for row in rows} == {
        (ben.id, None, ""),
        (platform, None, ""),
    }


def test_thanks_to_a_deleted_account_go_and_others_named_in_them_stay(
    ana: Someone, ben: Someone, dee: Someone, platform: TeamId, shown: str
) -> None:
    wants_it_read(dee, platform)
    both = to_team(
        platform, counted_win(ben, platform), counted_win(dee, platform), achieved="Both"
    )
    ana.sends(both)
    deleted(ben)
    assert copies(platform, "team") == copies(ana.id, "given") == [both["id"]]
    assert [name for name, _ in cited(platform, both["id"])] == ["Dee"]
    assert not CitedWin.select().where(CitedWin.name == "Ben").exists()


def test_a_late_yes_shows_no_win_that_does_not_count(
    ana: Someone, ben: Someone, platform: TeamId
) -> None:
    counted = counted_win(ben, platform)
    one = to_team(platform, counted, shared_win(ben, platform))
    ana.sends(one)
    wants_it_read(ben, platform)
    assert cited(platform, one["id"]) == [("Ben", counted.partition("/")[2])]
