"""Delivering entries: verdicts, receipts, and whose they are."""

import uuid
from dataclasses import replace

import pytest

from tests.support.make import (
    DAY,
    HOUR,
    MINUTE,
    NOON,
    decide,
    edit,
    entry,
    question,
    rating,
    undo,
    win,
)
from tests.web.twins.rows import rows_of
from webapp.domain.outbox.outbox import deliver, record
from webapp.domain.outbox.revs import AccountGone
from webapp.rules.shared.problems import Invalid
from webapp.storage.account.people import Person
from webapp.storage.capture.checkins import own_checkins
from webapp.storage.capture.wins import own_wins
from webapp.storage.outbox.receipts import Receipt, has_receipt


def outcomes(delivery):
    """Return the outcome of each entry, in the order they were sent."""
    return [verdict.outcome.value for verdict in delivery.verdicts]


def words(person):
    """Return the words of the person's wins, newest first."""
    return [stored.what for stored in own_wins(person.id)]


def test_the_same_tap_sent_twice_is_stored_once(ana):
    tap = win()
    assert outcomes(ana.sends(tap)) == ["stored"]
    assert outcomes(ana.sends(tap)) == ["seen"]
    assert len(words(ana)) == 1


def test_the_same_id_twice_in_one_request_is_stored_once(ana):
    tap = win("said first")
    again = {**tap, "fields": {"what": "said again", "kind": "quick"}}
    assert outcomes(ana.sends(tap, again)) == ["stored", "seen"]
    assert words(ana) == ["said first"]


def test_verdicts_come_in_the_order_of_the_entries_and_repeat_their_ids(ana):
    tap, answer = win(), rating()
    delivery = ana.sends(tap, {"id": "mine"}, answer, "nonsense")
    assert [verdict.id for verdict in delivery.verdicts] == [tap["id"], "mine", answer["id"], ""]
    assert outcomes(delivery) == ["stored", "refused", "stored", "refused"]


def test_a_refusal_leaves_no_receipt_and_costs_its_neighbours_nothing(ana):
    refused = win("")
    assert outcomes(ana.sends(win("before"), refused, win("after"))) == [
        "stored",
        "refused",
        "stored",
    ]
    assert sorted(words(ana)) == ["after", "before"]
    assert not has_receipt(ana.id, refused["id"])


def test_a_corrected_entry_keeps_its_id_and_is_stored(ana):
    refused = win("x" * 2001)
    ana.sends(refused)
    assert outcomes(ana.sends(win("Corrected", id=refused["id"]))) == ["stored"]
    assert words(ana) == ["Corrected"]


def test_a_refusal_says_why(ana):
    (verdict,) = ana.sends(rating(11)).verdicts
    assert [problem.field for problem in verdict.problems] == ["rating"]


def test_nothing_sent_is_nothing_changed(ana):
    rev = ana.me.rev
    assert ana.sends().verdicts == []
    assert ana.me.rev == rev


def test_a_hundred_entries_are_one_delivery(ana):
    taps = [win(f"Win {number}", at=NOON + number) for number in range(100)]
    assert outcomes(ana.sends(*taps)) == ["stored"] * 100
    assert len(words(ana)) == 100


def test_one_id_is_a_different_entry_for_each_person(ana, ben):
    tap = win("Ana's")
    ana.sends(tap)
    assert outcomes(ben.sends(win("Ben's", id=tap["id"]))) == ["stored"]
    assert (words(ana), words(ben)) == (["Ana's"], ["Ben's"])


def test_nobody_can_edit_or_undo_what_is_anothers(ana, ben):
    tap = win("Ana's")
    ana.sends(tap)
    ben.sends(edit(tap, what="Ben was here"), undo(tap))
    assert words(ana) == ["Ana's"]


def test_an_undo_by_another_does_not_keep_a_win_out(ana, ben):
    tap = win("Ana's")
    ben.sends(undo(tap))
    assert outcomes(ana.sends(tap)) == ["stored"]


def test_every_delivery_that_stores_something_raises_the_revision(ana):
    first = ana.sends(win()).rev
    second = ana.sends(rating()).rev
    assert first < second == ana.me.rev


def test_what_is_refused_changes_no_revision(ana):
    rev = ana.sends(win()).rev
    assert ana.sends(win("")).rev == rev == ana.me.rev


def test_a_delivery_leaves_other_people_as_they_were(ana, ben):
    before = ben.me
    ana.sends({**win(), "zone": "Asia/Tokyo"})
    assert ben.me == before


def test_the_time_zone_follows_the_phone(ana):
    ana.sends({**win(), "zone": "Asia/Tokyo", "offset": 540})
    assert ana.me.time_zone == "Asia/Tokyo"


def test_in_one_delivery_the_last_zone_is_where_the_phone_is(ana):
    ana.sends({**win(), "zone": "Asia/Tokyo"}, {**win(), "zone": "America/New_York"})
    assert ana.me.time_zone == "America/New_York"


def test_entries_of_a_person_who_was_deleted_meanwhile_are_not_taken(ana, ben):
    deleted = ben.me
    Person.delete().where(Person.id == ben.id).execute()
    with pytest.raises(AccountGone):
        record(deleted, win(), NOON)
    assert not Receipt.select().where(Receipt.person == ben.id).exists()


def test_a_form_that_cannot_be_taken_is_invalid(ana):
    with pytest.raises(Invalid, match="Say in a few words"):
        record(ana.me, win(""), NOON)
    assert words(ana) == []


def test_a_form_sent_twice_is_stored_once(ana):
    tap = win()
    verdicts = [record(ana.me, tap, NOON).outcome.value for _ in range(2)]
    assert verdicts == ["stored", "seen"]
    assert len(words(ana)) == 1


FAR = [0, -(2**53), NOON - 40_000 * DAY, NOON + 2 * DAY, 2**53]


@pytest.mark.parametrize("clock", FAR)
def test_a_wrong_clock_is_stored_under_the_time_of_arrival_and_marked(ana, clock):
    assert outcomes(ana.sends(win(at=clock), rating(at=clock))) == ["stored", "stored"]
    for stored in (own_wins(ana.id).get(), own_checkins(ana.id).get()):
        assert (stored.happened, stored.wrong_clock) == (NOON, True)
        assert stored.entered == clock


@pytest.mark.parametrize("clock", [NOON - 9 * 365 * DAY, NOON - MINUTE, NOON, NOON + DAY])
def test_a_clock_that_can_be_right_is_taken_at_its_word(ana, clock):
    ana.sends(win(at=clock))
    stored = own_wins(ana.id).get()
    assert (stored.happened, stored.entered, stored.wrong_clock) == (clock, clock, False)


def test_a_win_arriving_late_keeps_the_moment_of_the_tap(ana):
    ana.sends(win(at=NOON - 3 * DAY), now=NOON)
    stored = own_wins(ana.id).get()
    assert (stored.day, stored.received) == ("2026-11-19", NOON)


def test_wins_are_listed_by_when_they_happened_not_when_they_arrived(ana):
    ana.sends(win("second", at=NOON - HOUR))
    ana.sends(win("third", at=NOON), win("first", at=NOON - 2 * HOUR))
    assert words(ana) == ["third", "second", "first"]


def test_a_check_in_is_stored_with_its_scale_and_note(ana):
    ana.sends(rating(0, note="Hard week"))
    stored = own_checkins(ana.id).get()
    assert (stored.rating, stored.note) == (0, "Hard week")
    assert stored.scale_id == "capability-0-10-v1"


def test_an_entry_about_nothing_known_is_taken_and_does_nothing(ana):
    stranger = {"id": str(uuid.uuid4())}
    note = entry("edit_check_in", target=stranger["id"], note="n")
    assert outcomes(ana.sends(edit(stranger, what="x"), note)) == ["stored", "stored"]
    assert outcomes(ana.sends(undo(stranger))) == ["stored"]
    assert words(ana) == []


def test_entries_for_an_owner_to_whom_one_is_nothing_are_refused(ana, ben):
    asked = question()
    ben.sends(asked)
    before = rows_of(ben)
    acting = replace(ana.me, owner=ben.me.owner)
    delivery = deliver(acting, [win(), rating(), decide(asked), undo(asked)], NOON)
    assert outcomes(delivery) == ["refused"] * 4
    assert rows_of(ben) == before
    assert words(ana) == []
