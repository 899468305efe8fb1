"""One person's space on the server: taps are always taken, words while there is room."""

import pytest

from tests.support.make import NOON, Someone, edit, question, rating, win
from webapp.domain.account.budget import COUNTED, count_form, is_full, refuse_words
from webapp.domain.outbox.outbox import Outcome, deliver
from webapp.rules.account.budget import BUDGET, FULL
from webapp.rules.shared.problems import Invalid
from webapp.storage.account.owners import set_stored
from webapp.storage.account.people import Person
from webapp.storage.capture.wins import Win
from webapp.storage.upkeep.usage import stored_bytes

WORDS = "Words " * 30
SMALL = 3000  # bytes


@pytest.fixture
def full(ana: Someone, monkeypatch: pytest.MonkeyPatch) -> Someone:
    """Return Return Ana, who stored more than her budget, as it is counted, too."""
    ana.sends(win("x" * 1900, impact="x" * 1900))
    for module in ("webapp.domain.account.budget", "webapp.rules.account.budget"):
        monkeypatch.setattr(f"{module}.BUDGET", SMALL)
    set_stored(ana.id, SMALL + 1)
    return ana


def outcomes(someone: Someone, *entries: dict) -> list[Outcome]:  # type: ignore[type-arg]
    return [verdict.outcome for verdict in someone.sends(*entries).verdicts]


def test_what_arrives_is_added_up(ana: Someone) -> None:
    deliver(ana.me, [win()], NOON, size=300)
    deliver(ana.me, [win()], NOON, size=200)
    count_form(ana.me, 50)
    assert ana.me.stored == 550


def test_when_it_is_full_taps_are_taken_and_words_refused_with_the_reason(full: Someone) -> None:
    sent = [win("Tap"), rating(), win("Unblocked Ben"), win(WORDS), question(WORDS)]
    taken, said = Outcome.STORED, Outcome.REFUSED
    verdicts = full.sends(*sent).verdicts
    assert [verdict.outcome for verdict in verdicts] == [taken, taken, taken, said, said]
    assert verdicts[-1].problems == (FULL,)


def test_an_edit_with_words_is_refused_and_what_was_stored_before_counts_as_seen(
    full: Someone,
) -> None:
    first = win()
    full.sends(first)
    assert outcomes(full, edit(first, impact=WORDS)) == [Outcome.REFUSED]
    assert outcomes(full, first) == [Outcome.SEEN]


def test_a_form_with_words_is_refused(full: Someone) -> None:
    with pytest.raises(Invalid):
        refuse_words(full.me, NOON)


def test_after_deleting_there_is_room_again(full: Someone) -> None:
    assert is_full(full.me, NOON)
    Win.delete().execute()
    assert not is_full(full.me, NOON + COUNTED.per)
    assert outcomes(full, win(WORDS)) == [Outcome.STORED]


def test_it_is_counted_once_in_ten_minutes_at_most(full: Someone) -> None:
    assert is_full(full.me, NOON)
    Person.update(stored=BUDGET).execute()
    assert is_full(full.me, NOON + 1)
    assert full.me.stored == BUDGET


def test_only_what_is_ones_own_counts(ana: Someone, ben: Someone) -> None:
    before = stored_bytes(ben.me.owner)
    ana.sends(win(WORDS), question(WORDS))
    assert stored_bytes(ben.me.owner) == before
    assert stored_bytes(ana.me.owner) > before + 2 * len(WORDS)


@pytest.mark.parametrize("sign", ["\ufdfa", "\u3316"], ids=["eighteen letters", "six"])
def test_what_folding_adds_to_words_is_counted(ana: Someone, sign: str) -> None:
    logged = win(sign * 200)
    ana.sends(logged)
    assert ana.me.stored > len(Win.get().folded) - 2 * 200
    before = ana.me.stored
    ana.sends(edit(logged, impact=sign * 200))
    assert ana.me.stored > before + 200


def test_ordinary_words_are_counted_as_they_arrive(ana: Someone) -> None:
    logged = win("Größe und Maß…" * 10, impact="½ Tag")
    ana.sends(logged)
    ana.sends(edit(logged, what="Straße " * 20))
    assert ana.me.stored == 0  # no size was said
