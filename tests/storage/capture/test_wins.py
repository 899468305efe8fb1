"""Wins of teams, and wins on a board, as the tables hold them."""

import pytest

from tests.support.make import Someone, win
from webapp.storage.account.people import Owner
from webapp.storage.capture.revisions import FieldRevision
from webapp.storage.capture.wins import Win, WinLink


@pytest.fixture
def team(ana: Someone) -> int:
    """Return the number of an owner who is no person."""
    return int(Owner.create().id)


def test_a_win_is_on_no_board_unless_it_is_put_there(ana: Someone) -> None:
    ana.sends(win())
    assert [one.team_id for one in Win.select()] == [None]


def test_a_win_outlives_the_team_on_whose_board_it_was(ana: Someone, team: int) -> None:
    ana.sends(win("Kept"))
    Win.update(team=team).where(Win.person == ana.id).execute()
    Owner.delete().where(Owner.id == team).execute()
    assert [(one.what, one.team_id) for one in Win.select()] == [("Kept", None)]


def test_what_a_team_owns_goes_with_it_and_what_a_person_owns_stays(
    ana: Someone, team: int
) -> None:
    ana.sends(win("Mine"))
    [mine] = Win.select().dicts()
    Win.create(**{**mine, "person": team, "what": "Ours"})
    WinLink.create(person=team, kind="goal", target="g", win=mine["id"])
    revision = {"target": mine["id"], "field": "what", "entry": "e", "value": "Ours", "at": 1}
    FieldRevision.create(person=team, **revision)
    Owner.delete().where(Owner.id == team).execute()
    assert [one.what for one in Win.select()] == ["Mine"]
    assert not WinLink.select().exists()
    assert not FieldRevision.select().exists()
