"""Thanks are their giver's to take back, whatever comes first, also after leaving the team."""

import pytest

from tests.support.make import Someone, undo
from tests.support.owners.teams import leaves
from tests.support.owners.thanks import (
    copies,
    counted_win,
    shared_win,
    thanks,
    to_team,
    wants_it_read,
)
from webapp.rules.shared.ids import TeamId


def outcomes(who: Someone, *sent: dict[str, object]) -> list[str]:
    """Let somebody send entries, and return what became of each."""
    return [one.outcome.value for one in who.sends(*sent).verdicts]


def test_thanks_that_come_together_with_their_undo_reach_nobody(
    ana: Someone, ben: Someone, platform: TeamId
) -> None:
    given = thanks(platform, shared_win(ben, platform))
    ana.sends(given, undo(given))
    assert (copies(ana.id, "given"), copies(ben.id)) == ([], [])


def test_the_same_words_after_an_undo_reach_them_again(
    ana: Someone, ben: Someone, platform: TeamId
) -> None:
    mates = shared_win(ben, platform)
    first, second = thanks(platform, mates), thanks(platform, mates)
    ana.sends(first)
    ana.sends(undo(first), second)
    assert copies(ben.id) == [second["id"]]


@pytest.mark.parametrize("again", [(), ("it comes again",)])
def test_a_person_who_left_takes_back_what_they_gave(
    ana: Someone, ben: Someone, platform: TeamId, again: tuple[str, ...]
) -> None:
    given = to_team(platform, counted_win(ben, platform))
    wants_it_read(ben, platform)
    ana.sends(given)
    assert copies(platform, "team") == [given["id"]]
    leaves(ana, platform)
    assert outcomes(ana, *(given for _ in again), undo(given)) == [
        *("seen" for _ in again),
        "stored",
    ]
    assert [copies(ana.id, "given"), copies(ben.id), copies(platform, "team")] == [[], [], []]
    assert outcomes(ana, undo(given)) == ["stored"]  # from another phone


def test_what_was_refused_with_its_undo_is_not_stored_later(
    ana: Someone, ben: Someone, platform: TeamId
) -> None:
    given = thanks(platform, shared_win(ben, platform))
    leaves(ana, platform)
    assert outcomes(ana, given, undo(given)) == ["refused", "stored"]
    assert outcomes(ana, given) == ["seen"]
    assert copies(ben.id) == []
