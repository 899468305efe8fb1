"""Wins on boards: put there, changed and taken off in the transactions that change them (R31)."""

import pytest

from tests.domain.teams.boards import on_board, shared, told
from tests.support.make import DAY, HOUR, MINUTE, NOON, Someone, edit, undo, win
from tests.support.owners.teams import leaves
from webapp.domain.outbox.deletions import delete_win, undo_deletion
from webapp.domain.outbox.rebuild import rebuild
from webapp.domain.teams.leaving import make_private
from webapp.storage.capture.wins import Win
from webapp.storage.teams.memberships import Membership
from webapp.storage.teams.shared_wins import SharedWin


def test_a_win_that_names_a_team_stands_on_its_board(ana: Someone, platform: int) -> None:
    ana.sends(shared(platform, impact="8 min less", next_step="Cache it", moves="project"))
    assert on_board(platform) == ["Cut the build"]
    assert told(ana) == []


def test_an_edit_changes_the_board(ana: Someone, platform: int) -> None:
    one = shared(platform)
    ana.sends(one)
    ana.sends(edit(one, what="Halved the build", impact="9 min less"))
    assert on_board(platform) == ["Halved the build"]


def test_an_edit_before_the_win_puts_it_there_too(ana: Someone, platform: int) -> None:
    one = win("Late")
    ana.sends(edit(one, visibility=f"team:{platform}"))
    ana.sends(one)
    assert on_board(platform) == ["Late"]


def test_made_private_it_goes_at_once(ana: Someone, platform: int) -> None:
    one = shared(platform)
    ana.sends(one, edit(one, visibility="private"))
    assert on_board(platform) == []


@pytest.mark.parametrize("first", [0, 1])
def test_moved_by_two_devices_it_stands_where_the_later_tap_says(
    ana: Someone, platform: int, sales: int, first: int
) -> None:
    one = shared(platform)
    ana.sends(one)
    moves = [
        edit(one, at=NOON + HOUR, visibility=f"team:{sales}"),
        edit(one, at=NOON + MINUTE, visibility=f"team:{platform}", what="Other words"),
    ]
    for entry in (moves[first], moves[1 - first]):
        ana.sends(entry)
    assert (on_board(platform), on_board(sales)) == ([], ["Other words"])


def test_undone_and_deleted_it_goes(ana: Someone, platform: int) -> None:
    gone, deleted = shared(platform), shared(platform, "Other")
    ana.sends(gone, deleted)
    ana.sends(undo(gone))
    delete_win(ana.me, str(deleted["id"]), NOON)
    assert SharedWin.select().count() == 0


def test_restored_it_is_there_again(ana: Someone, platform: int) -> None:
    one = shared(platform)
    ana.sends(one, edit(one, what="Edited"))
    undo_deletion(ana.me, delete_win(ana.me, str(one["id"]), NOON), NOON)
    assert on_board(platform) == ["Edited"]


def test_restored_after_leaving_it_is_private_also_after_joining_again(
    ana: Someone, platform: int
) -> None:
    one = win()
    ana.sends(one, edit(one, visibility=f"team:{platform}"))
    deletion = delete_win(ana.me, one["id"], NOON)
    leaves(ana, platform)
    undo_deletion(ana.me, deletion, NOON)
    assert (on_board(platform), told(ana)) == ([], [("win_private", one["fields"]["what"])])
    Membership.update(left=None).execute()
    ana.sends(edit(one, at=NOON + HOUR, what="Edited"))
    assert on_board(platform) == []


def test_kept_under_ones_name_it_stays_through_edits(ana: Someone, platform: int) -> None:
    one = win()
    ana.sends(one, edit(one, visibility=f"team:{platform}"))
    leaves(ana, platform)
    ana.sends(edit(one, at=NOON + HOUR, what="Edited since"))
    assert on_board(platform) == ["Edited since"]
    assert told(ana) == []


def test_made_private_on_leaving_no_later_edit_shows_it(ana: Someone, platform: int) -> None:
    one, other = win("One"), shared(platform, "Other")
    ana.sends(one, edit(one, visibility=f"team:{platform}"), other)
    leaves(ana, platform)
    make_private(ana.me.id, platform, NOON + HOUR)
    Membership.update(left=None).execute()
    ana.sends(edit(one, at=NOON + DAY, what="Edited"), edit(other, at=NOON + DAY, what="Edited"))
    assert on_board(platform) == []
    assert {row.visibility for row in Win.select()} == {"private"}


def test_whether_it_is_shown_outside_stays_on_its_board_only(
    ana: Someone, platform: int, sales: int
) -> None:
    one = shared(platform)
    ana.sends(one)
    SharedWin.update(outside=True).execute()
    ana.sends(edit(one, what="Edited"))
    assert SharedWin.get().outside
    ana.sends(edit(one, at=NOON + HOUR, visibility=f"team:{sales}"))
    assert not SharedWin.get().outside


def test_rebuilding_corrects_a_board(ana: Someone, platform: int, sales: int) -> None:
    one, other = shared(platform), shared(platform, "Other")
    ana.sends(one, other, win("Private"))
    assert rebuild() == (3, 0)
    SharedWin.update(what="Wrong").where(SharedWin.win == one["id"]).execute()
    SharedWin.update(team=sales).where(SharedWin.win == other["id"]).execute()
    rebuild()
    assert (sorted(on_board(platform)), on_board(sales)) == (["Cut the build", "Other"], [])
    assert rebuild() == (3, 0)
