"""Each copy and each win of thanks is found by whose it is, and so many at a time (R33)."""

import pytest

from tests.support.make import Someone, win
from tests.support.owners.teams import number
from tests.support.owners.thanks import copies, counted_win, thanks, to_team, wants_it_read
from webapp.domain.recognition.forms import thanks_form
from webapp.rules.shared.ids import TeamId, id_of_team
from webapp.rules.shared.problems import NotFound
from webapp.storage.recognition.copies import recognitions_citing, wins_cited_among


@pytest.fixture
def same(ana: Someone, ben: Someone, dee: Someone, platform: TeamId) -> str:
    """Return the id that a win of Ben's and one of Dee's have; Ana has thanked for Ben's."""
    one = win("Same", visibility=f"team:{platform}")
    for someone in (ben, dee):
        someone.sends(one)
    ana.sends(thanks(platform, f"{ben.id}/{one['id']}"))
    return str(one["id"])


def test_a_win_of_another_with_the_same_id_is_not_cited(
    ana: Someone, ben: Someone, dee: Someone, same: str
) -> None:
    assert recognitions_citing(number(ana), number(dee), [same]) == []
    named = [(dee.id, same), (ben.id, same)]
    assert wins_cited_among(number(ana), named[:1]) == set()
    assert wins_cited_among(number(ana), named) == {(ben.id, same)}


def test_of_the_copies_that_cite_a_win_each_reads_their_own(
    ana: Someone, ben: Someone, same: str, platform: TeamId
) -> None:
    for owner in (number(ana), number(ben)):
        assert [row.owner_id for row in recognitions_citing(owner, number(ben), [same])] == [owner]
    assert recognitions_citing(platform, number(ben), [same]) == []


def test_of_much_that_waits_for_a_yes_the_newest_is_shown(
    ana: Someone, ben: Someone, platform: TeamId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.domain.recognition.receiving.MOST_WAITING", 1)
    one = counted_win(ben, platform)
    for words in ("One", "Two"):
        ana.sends(to_team(platform, one, achieved=words))
    wants_it_read(ben, platform)
    assert len(copies(platform, "team")) == 1


def test_so_many_copies_that_cite_a_win_are_read_and_no_more(
    ana: Someone, ben: Someone, platform: TeamId, same: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana.sends(thanks(platform, f"{ben.id}/{same}", achieved="Once more"))
    assert len(recognitions_citing(number(ben), number(ben), [same])) == 2
    monkeypatch.setattr("webapp.storage.recognition.copies.MOST_TOGETHER", 1)
    assert len(recognitions_citing(number(ben), number(ben), [same])) == 1


def test_of_thanks_in_the_same_words_so_many_are_looked_at(
    ana: Someone,
    ben: Someone,
    dee: Someone,
    platform: TeamId,
    same: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("webapp.domain.recognition.giving.MOST_ALIKE", 1)
    ana.sends(thanks(platform, f"{dee.id}/{same}"))
    ana.sends(thanks(platform, f"{ben.id}/{same}", f"{dee.id}/{same}"))
    assert sorted([len(copies(ben.id)), len(copies(dee.id))]) == [1, 2]


def test_in_a_team_that_is_not_there_nobody_is_thanked(ana: Someone) -> None:
    with pytest.raises(NotFound):
        thanks_form(id_of_team(10**9), number(ana), [])
