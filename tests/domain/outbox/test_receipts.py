"""Exactly once, with real commits: these tests delete afterwards what they stored."""

import pytest
from peewee import OperationalError

from tests.support.at_once import at_once
from tests.support.make import KEYS, NOON, Someone, edit, rating, undo, win
from webapp.domain.account.sessions import find_person
from webapp.domain.outbox.outbox import deliver
from webapp.storage.account.people import Person
from webapp.storage.capture.checkins import own_checkins
from webapp.storage.capture.revisions import FieldRevision
from webapp.storage.capture.wins import own_wins
from webapp.storage.outbox.receipts import Receipt

STEPS = [
    "webapp.storage.outbox.receipts.claim",
    "webapp.domain.capture.wins.add_wins",
    "webapp.domain.capture.checkins.stamps",
    "webapp.domain.outbox.applying.apply_early_edits",
    "webapp.domain.outbox.applying.store_edits",
    "webapp.domain.outbox.undo.delete_revisions",
    "webapp.domain.capture.checkins.defer",
]


def fail(*args: object) -> None:
    """Fail as a full disk does."""
    raise OperationalError("database or disk is full")


@pytest.mark.parametrize("step", STEPS)
def test_whatever_step_fails_nothing_is_stored(dora, monkeypatch, step):
    rev, tap = dora.me.rev, win()
    monkeypatch.setattr(step, fail)
    with pytest.raises(OperationalError, match="disk is full"):
        dora.sends(tap, rating(), edit(tap, what="x"), undo(win()))
    assert (count_of(dora), dora.me.rev) == (0, rev)


@pytest.mark.parametrize("step", STEPS)
def test_what_failed_is_stored_when_it_is_sent_again(dora, monkeypatch, step):
    tap, answer = win(), rating()
    entries = [tap, answer, edit(tap, what="x"), undo(answer)]
    monkeypatch.setattr(step, fail)
    with pytest.raises(OperationalError):
        dora.sends(*entries)
    monkeypatch.undo()
    verdicts = dora.sends(*entries).verdicts
    assert [verdict.outcome.value for verdict in verdicts] == ["stored"] * 4


def test_eight_requests_with_the_same_taps_store_them_once(dora):
    taps = [win(f"Win {number}") for number in range(5)]
    told = outcomes(8, lambda: dora.sends(*taps).verdicts)
    assert sorted(told) == ["seen"] * 35 + ["stored"] * 5
    assert own_wins(dora.id).count() == 5


def test_a_tap_and_its_undo_at_once_leave_no_win(dora):
    for _ in range(5):
        tap = win()
        turns = iter([tap, undo(tap)])
        outcomes(2, lambda turns=turns: dora.sends(next(turns)).verdicts)
    assert own_wins(dora.id).count() == 0


def test_every_request_at_once_raises_the_revision(dora):
    before = dora.me.rev
    outcomes(6, lambda: deliver(dora.me, [win()], NOON).verdicts)
    assert find_person(dora.token, KEYS, NOON).rev == before + 6


def test_deleting_the_person_deletes_all_of_it(dora):
    tap = win()
    dora.sends(tap, rating(), edit(tap, what="x"))
    Person.delete().where(Person.id == dora.id).execute()
    assert count_of(dora) == 0


def count_of(person: Someone) -> int:
    """Return how many rows of all tables the person has."""
    theirs = (
        own_wins(person.id),
        own_checkins(person.id),
        Receipt.select().where(Receipt.person == person.id),
        FieldRevision.select().where(FieldRevision.person == person.id),
    )
    return sum(query.count() for query in theirs)


def outcomes(many: int, request) -> list[str]:
    """Return the outcomes of `many` requests at once."""
    return [one.outcome.value for verdicts in at_once(*[request] * many) for one in verdicts]
