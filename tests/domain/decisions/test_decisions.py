"""Decisions: open, decide, reopen, undo (R26)."""

import pytest

from tests.support.make import DAY, HOUR, MINUTE, NOON, decide, entry, question, reopen, undo
from webapp.domain.decisions.decisions import PAGE, decision_of, decision_row, decisions_page
from webapp.rules.shared.problems import NotFound
from webapp.storage.decisions.decisions import Decision, DecisionStep
from webapp.storage.outbox.receipts import has_receipt


def status_of(person, asked):
    """Return (state, outcome, ms) of the decision that the entry `asked` opened."""
    one = decision_of(person.me, asked["id"])
    return one.state, one.outcome, one.decided_at


def nothing_left(person):
    """Return whether no decision and no step of one is stored."""
    return not Decision.select().exists() and not DecisionStep.select().exists()


def test_one_entry_opens_a_decision_with_its_class(ana):  # R26
    asked = question("Which vendor?", importance="important")
    ana.sends(asked)
    one = decision_of(ana.me, asked["id"])
    assert (one.question, one.importance, one.state) == ("Which vendor?", "important", "open")
    assert (one.happened, one.day, one.zone) == (NOON, "2026-11-22", "Europe/Berlin")


def test_it_belongs_to_the_owner_that_the_person_is(ana, ben):
    asked = question()
    ana.sends(asked)
    assert [one.owner_id for one in Decision.select()] == [ana.me.owner]
    with pytest.raises(NotFound):
        decision_of(ben.me, asked["id"])


def test_one_entry_decides_it_with_words_or_without(ana):  # R26
    asked, other = question(), question()
    ana.sends(asked, other, decide(asked, outcome="Vendor B"), decide(other))
    assert status_of(ana, asked) == ("decided", "Vendor B", NOON + MINUTE)
    assert status_of(ana, other) == ("decided", "", NOON + MINUTE)


def test_it_can_be_reopened_and_decided_again(ana):  # R26
    asked = question()
    ana.sends(asked, decide(asked, outcome="Vendor B"), reopen(asked))
    assert status_of(ana, asked) == ("open", "", None)
    ana.sends(decide(asked, at=NOON + HOUR, outcome="Vendor C"))
    assert status_of(ana, asked) == ("decided", "Vendor C", NOON + HOUR)


def test_a_step_that_overtakes_its_decision_waits_for_it(ana):
    asked = question()
    ana.sends(decide(asked, outcome="Vendor B"))
    assert nothing_left(ana) is False
    ana.sends(asked)
    assert status_of(ana, asked) == ("decided", "Vendor B", NOON + MINUTE)


def test_the_latest_step_counts_whichever_arrives_last(ana):
    asked = question()
    ana.sends(asked, decide(asked, at=NOON + HOUR, outcome="late"))
    ana.sends(decide(asked, at=NOON + MINUTE, outcome="early"))
    assert status_of(ana, asked)[1] == "late"


def test_of_steps_of_one_moment_the_higher_id_counts(ana):
    asked = question()
    ids = ["00000000-0000-4000-8000-000000000001", "f0000000-0000-4000-8000-000000000001"]
    low, high = ({**decide(asked, outcome=one[0]), "id": one} for one in ids)
    ana.sends(asked, high)
    ana.sends(low)
    assert status_of(ana, asked)[1] == "f"


def test_undo_of_the_opening_leaves_nothing_but_receipts(ana):
    asked = question()
    ana.sends(asked, decide(asked, outcome="a secret"))
    ana.sends(undo(asked))
    ana.sends(asked, decide(asked, at=NOON + HOUR, outcome="late"))
    assert nothing_left(ana)
    assert has_receipt(ana.id, asked["id"])


def test_undo_of_deciding_opens_it_again(ana):
    asked = question()
    decided = decide(asked, outcome="Vendor B")
    ana.sends(asked, decided)
    ana.sends(undo(decided))
    assert status_of(ana, asked) == ("open", "", None)


def test_undo_of_opening_again_brings_the_outcome_back(ana):
    asked = question()
    again = reopen(asked)
    ana.sends(asked, decide(asked, outcome="Vendor B"), again)
    ana.sends(undo(again))
    assert status_of(ana, asked)[:2] == ("decided", "Vendor B")


def test_an_undo_that_overtakes_its_step_keeps_it_out(ana):
    asked = question()
    decided = decide(asked)
    ana.sends(asked, undo(decided))
    ana.sends(decided)
    assert status_of(ana, asked)[0] == "open"


def test_an_undo_touches_nobody_elses_decision(ana, ben):
    asked = question()
    decided = decide(asked, outcome="Ana's")
    ana.sends(asked, decided)
    ben.sends(undo(asked), undo(decided))
    assert status_of(ana, asked)[:2] == ("decided", "Ana's")


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"what": " ", "importance": "routine"}, "what is to be decided"),
        ({"what": "x"}, "routine or important"),
        ({"what": "x", "importance": "urgent"}, "routine or important"),
        ({"what": "x" * 2001, "importance": "routine"}, "2001 characters"),
        ({"what": "x", "importance": "routine", "owner": 1}, "Unknown fields"),
    ],
)
def test_what_cannot_be_opened_is_refused_in_a_sentence(ana, fields, says):
    [verdict] = ana.sends(entry("open_decision", **fields)).verdicts
    assert verdict.outcome.value == "refused"
    assert says in str(verdict.problems[0])
    assert nothing_left(ana)


def test_a_wrong_clock_refuses_nothing_and_is_marked(ana):
    asked = question(at=1)
    ana.sends(asked)
    one = decision_of(ana.me, asked["id"])
    assert (one.happened, one.entered, one.wrong_clock) == (NOON, 1, True)


def test_open_ones_keep_their_age_and_decided_ones_say_how_long_it_took(ana):  # R26
    asked = question(at=NOON - 5 * DAY)
    ana.sends(asked)
    assert decision_row(ana.me, asked["id"], NOON).days == 5
    ana.sends(decide(asked, at=NOON - 3 * DAY))
    assert decision_row(ana.me, asked["id"], NOON).days == 2


def test_lists_are_paged_without_gap_open_ones_oldest_first(ana):
    ana.sends(*[question(str(n), at=NOON + n // 3) for n in range(PAGE + 5)])
    first, more = decisions_page(ana.me, "open", NOON)
    rest, none = decisions_page(ana.me, "open", NOON, (first[-1].happened, first[-1].id))
    assert (more, none, len(rest)) == (True, False, 5)
    assert len({row.id for row in [*first, *rest]}) == PAGE + 5
    assert [row.happened for row in first] == sorted(row.happened for row in first)
