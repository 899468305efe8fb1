"""Thanks that reach nobody, and what the giver is told (R33)."""

import pytest

from tests.domain.teams.boards import told
from tests.support.make import NOON, Someone, edit
from tests.support.owners.teams import a_team, leaves, number
from tests.support.owners.thanks import (
    copies,
    counted_win,
    shared_win,
    thanks,
    to_team,
    wants_it_read,
)
from webapp.domain.outbox.deletions import delete_win
from webapp.domain.outbox.outbox import Outcome
from webapp.domain.teams.memberships import remove
from webapp.domain.teams.teams import archive_team
from webapp.rules.shared.ids import TeamId
from webapp.storage.recognition.recognitions import Recognition


def refusal(someone: Someone, said: dict[str, object]) -> str:
    """Return why an entry is refused; it is stored nowhere."""
    before = Recognition.select().count()
    [verdict] = someone.sends(said).verdicts
    assert Recognition.select().count() == before
    return " ".join(problem.says for problem in verdict.problems)


@pytest.mark.parametrize("why", ["", "two words", "Cut the list to steps", "very very very very"])
def test_to_the_team_it_takes_three_words_of_ones_own(
    ana: Someone, ben: Someone, platform: TeamId, why: str
) -> None:
    one = counted_win(ben, platform)
    assert "three words" in refusal(ana, to_team(platform, one, matters=why))


def test_who_has_left_gets_none_and_the_giver_is_told(
    ana: Someone, ben: Someone, dee: Someone, platform: TeamId
) -> None:
    bens, dees = shared_win(ben, platform), shared_win(dee, platform)
    leaves(ben, platform)
    assert "left the team" in refusal(ana, thanks(platform, bens))
    one = thanks(platform, bens, dees)
    ana.sends(one)
    assert (copies(ben.id), copies(dee.id)) == ([], [one["id"]])
    assert told(ana) == [("thanks_kept_back", "Ben")]


def test_of_a_win_that_is_not_shared_nothing_is_said(
    ana: Someone, ben: Someone, cleo: Someone, platform: TeamId
) -> None:
    private, deleted = shared_win(ben, platform), shared_win(ben, platform)
    [_, win_id] = private.split("/")
    ben.sends(edit({"id": win_id}, visibility="private"))
    delete_win(ben.me, deleted.partition("/")[2], NOON)
    gone = [private, deleted, f"{ben.id}/{cleo.me.key[:8]}-0000-4000-8000-000000000001"]
    strange = shared_win(cleo, platform)
    said = {refusal(ana, thanks(platform, one)) for one in [*gone, strange]}
    assert len(said) == 1
    assert "no longer shared" in said.pop()


def test_nobody_thanks_themself(ana: Someone, platform: TeamId) -> None:
    assert "your own" in refusal(ana, thanks(platform, shared_win(ana, platform)))


def test_a_stranger_and_who_was_taken_out_thank_nobody(
    ana: Someone, ben: Someone, cleo: Someone, dee: Someone, platform: TeamId
) -> None:
    bens, rev = shared_win(ben, platform), ben.me.rev
    assert "not in that team" in refusal(cleo, thanks(platform, bens))
    remove(ana.me, platform, number(dee), NOON)
    assert "not in that team" in refusal(dee, thanks(platform, bens))
    assert ben.me.rev == rev


def test_who_is_in_another_team_changes_nothing_of_those_they_name(
    ana: Someone, ben: Someone, cleo: Someone, platform: TeamId
) -> None:
    a_team(cleo, "Harbour")
    bens, rev = shared_win(ben, platform), ben.me.rev
    assert refusal(cleo, thanks(platform, bens))
    assert ben.me.rev == rev


def test_an_archived_team_takes_none_and_what_was_given_stays(
    ana: Someone, ben: Someone, platform: TeamId
) -> None:
    wants_it_read(ben, platform)
    one = to_team(platform, counted_win(ben, platform))
    ana.sends(one)
    bens = shared_win(ben, platform)
    archive_team(ana.me, platform, NOON)
    assert "archived" in refusal(ana, thanks(platform, bens))
    assert copies(platform, "team") == copies(ben.id) == [one["id"]]


def test_thanks_name_no_team_of_their_own_accord(
    ana: Someone, ben: Someone, platform: TeamId
) -> None:
    one = thanks(platform, shared_win(ben, platform))
    del one["fields"]["team"]
    assert "no such team" in refusal(ana, one)


def test_sent_again_they_count_once_also_when_they_would_be_refused_now(
    ana: Someone, ben: Someone, platform: TeamId
) -> None:
    one = thanks(platform, shared_win(ben, platform))
    ana.sends(one, one)
    leaves(ben, platform)
    assert [verdict.outcome for verdict in ana.sends(one).verdicts] == [Outcome.SEEN]
    assert copies(ben.id) == [one["id"]]
