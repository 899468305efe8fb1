"""The space of a team: what phones send for it counts there, and not as the sender's."""

import json
from typing import Any

import pytest

from tests.support.make import NOON, Someone, win
from tests.support.owners.some_team import SomeTeam, make_team
from webapp.domain.outbox.outbox import Verdict, deliver
from webapp.rules.account.budget import FULL, TEAM_FULL
from webapp.storage.account.owners import set_stored
from webapp.storage.capture.wins import Win

WORDS = "Words " * 30
SMALL = 3000  # bytes


@pytest.fixture
def team(ana: Someone, ben: Someone) -> SomeTeam:
    return make_team("Harbour", ana, ben)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be little room for anybody."""
    for module in ("webapp.domain.account.budget", "webapp.rules.account.budget"):
        monkeypatch.setattr(f"{module}.BUDGET", SMALL)


def sends(someone: Someone, *entries: dict[str, Any]) -> list[Verdict]:
    """Deliver entries as their phone does, which says how many bytes they are."""
    return deliver(someone.me, list(entries), NOON, size=len(json.dumps(entries))).verdicts


def test_words_for_a_team_are_its_bytes(team: SomeTeam, ben: Someone) -> None:
    ours, mine = win(WORDS, team=team.id), win(WORDS)
    sends(ben, ours, mine)
    assert team.me.stored == len(json.dumps(ours))
    assert len(json.dumps(mine)) <= ben.me.stored < team.me.stored + 20


def test_a_team_that_is_full_takes_taps_and_says_why_it_takes_no_words(
    team: SomeTeam, ben: Someone, small: None
) -> None:
    before = win("x" * 1900, impact="x" * 1900, team=team.id)
    sends(ben, before)
    set_stored(team.id, SMALL + 1)
    sent = [before, win("Tap", team=team.id), win(WORDS, team=team.id), win(WORDS)]
    verdicts = sends(ben, *sent)
    assert [one.outcome.value for one in verdicts] == ["seen", "stored", "refused", "stored"]
    assert verdicts[2].problems == (TEAM_FULL,)


def test_when_it_has_room_again_the_same_words_are_taken(
    team: SomeTeam, ben: Someone, small: None
) -> None:
    set_stored(team.id, SMALL + 1)  # more than there is: it is counted
    [verdict] = sends(ben, win(WORDS, team=team.id))
    assert verdict.outcome.value == "stored"
    assert 0 < team.me.stored < SMALL


def test_who_has_no_room_themself_has_the_teams(team: SomeTeam, ben: Someone, small: None) -> None:
    sends(ben, win("x" * 1900, impact="x" * 1900))
    set_stored(ben.id, SMALL + 1)
    ours, mine = sends(ben, win(WORDS, team=team.id), win(WORDS))
    assert (ours.outcome.value, mine.problems) == ("stored", (FULL,))
    assert Win.select().where(Win.person == team.id).count() == 1
