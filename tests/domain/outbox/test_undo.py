"""Undo: no content is left, and no late entry brings it back."""

import pytest

from tests.support.make import MINUTE, NOON, edit, entry, rating, undo, win
from webapp.storage.capture.checkins import own_checkins
from webapp.storage.capture.revisions import revisions_of
from webapp.storage.capture.wins import own_wins
from webapp.storage.outbox.receipts import has_receipt


def nothing_left(person, thing) -> bool:
    """Return whether only the receipt is left of what an entry created."""
    rows = (own_wins(person.id), own_checkins(person.id), revisions_of(person.id, thing["id"]))
    return not any(query.exists() for query in rows) and has_receipt(person.id, thing["id"])


@pytest.mark.parametrize("make", [win, rating])
def test_undo_deletes_the_content_and_keeps_the_receipt(ana, make):
    thing = make()
    ana.sends(thing)
    ana.sends(undo(thing))
    assert nothing_left(ana, thing)


def test_undo_deletes_the_replaced_words_too(ana):
    tap = win("with a secret")
    ana.sends(tap, edit(tap, what="without"))
    ana.sends(undo(tap))
    assert nothing_left(ana, tap)


def test_undo_deletes_the_notes_of_a_check_in_too(ana):
    answer = rating()
    ana.sends(answer, entry("edit_check_in", target=answer["id"], note="a secret"))
    ana.sends(undo(answer))
    assert nothing_left(ana, answer)


@pytest.mark.parametrize("make", [win, rating])
def test_a_late_replay_does_not_bring_it_back(ana, make):
    thing = make()
    ana.sends(thing)
    ana.sends(undo(thing))
    assert ana.sends(thing).verdicts[0].outcome.value == "seen"
    assert nothing_left(ana, thing)


@pytest.mark.parametrize("make", [win, rating])
def test_an_undo_that_overtakes_keeps_it_from_being_stored(ana, make):
    thing = make()
    ana.sends(undo(thing))
    ana.sends(thing)
    assert nothing_left(ana, thing)


def test_tap_edit_and_undo_in_one_delivery_leave_nothing(ana):
    tap = win()
    ana.sends(undo(tap), edit(tap, what="x"), tap)
    assert nothing_left(ana, tap)


def test_an_edit_after_the_undo_leaves_nothing(ana):
    tap = win()
    ana.sends(tap)
    ana.sends(undo(tap))
    ana.sends(edit(tap, at=NOON + 5 * MINUTE, what="a secret"))
    assert nothing_left(ana, tap)


def test_an_edit_that_waits_for_its_win_goes_with_the_undo(ana):
    tap = win()
    ana.sends(edit(tap, what="a secret"))
    ana.sends(undo(tap))
    ana.sends(tap)
    assert nothing_left(ana, tap)


def test_a_second_undo_changes_nothing(ana):
    tap = win()
    ana.sends(tap, undo(tap))
    ana.sends(undo(tap, at=NOON + 2 * MINUTE))
    assert nothing_left(ana, tap)


def test_the_other_wins_stay(ana):
    kept, gone = win("kept"), win("gone")
    ana.sends(kept, gone, edit(kept, impact="Saves an hour"))
    ana.sends(undo(gone))
    assert [stored.impact for stored in own_wins(ana.id)] == ["Saves an hour"]
    assert revisions_of(ana.id, kept["id"]).count() == 2
