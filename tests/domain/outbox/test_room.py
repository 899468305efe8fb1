"""Each list has an end; what is beyond it is refused with a reason, and a tap never is."""

import pytest

from tests.support.make import KEYS, NOON, Someone, decide, edit, question, rating, reopen, win
from tests.support.plans import a_draft
from webapp.domain.account.sessions import MOST_DEVICES, start_session
from webapp.domain.capture.routines import MOST_SEEN, mark_seen
from webapp.domain.goals import dependencies
from webapp.domain.goals.dependencies import MOST_LINKS, add_dependency
from webapp.domain.goals.goals import goal_of
from webapp.domain.outbox.outbox import Outcome
from webapp.rules.capture.revisions import MOST_REVISIONS
from webapp.rules.decisions.decisions import MOST_OPEN, MOST_STEPS
from webapp.rules.goals.dependencies import GoalOrWin, ThingKind
from webapp.rules.goals.goals import MOST_OPEN as MOST_GOALS
from webapp.rules.shared.problems import Invalid
from webapp.storage.account.sessions import Session
from webapp.storage.capture.revisions import FieldRevision
from webapp.storage.capture.routines import Routine
from webapp.storage.decisions.decisions import Decision
from webapp.storage.goals.dependencies import Dependency


def outcomes(someone: Someone, *entries: dict) -> list[Outcome]:  # type: ignore[type-arg]
    """Return the outcomes of these entries, sent a hundred at a time."""
    parts = [entries[first : first + 100] for first in range(0, len(entries), 100)]
    return [one.outcome for part in parts for one in someone.sends(*part).verdicts]


def test_300_decisions_are_open_and_no_more(ana: Someone) -> None:
    taken = outcomes(ana, *(question() for _ in range(MOST_OPEN + 5)))
    assert taken == [Outcome.STORED] * MOST_OPEN + [Outcome.REFUSED] * 5
    oldest = Decision.select().first()
    ana.sends(decide({"id": oldest.id}))
    assert outcomes(ana, question()) == [Outcome.STORED]


def test_what_was_stored_before_is_not_refused_when_it_comes_again(ana: Someone) -> None:
    last = question()
    outcomes(ana, *(question() for _ in range(MOST_OPEN - 1)), last)
    assert outcomes(ana, last) == [Outcome.SEEN]


def test_a_decision_is_not_decided_and_reopened_for_ever(ana: Someone) -> None:
    asked = question()
    ana.sends(asked)
    steps = [(decide if n % 2 else reopen)(asked, at=NOON + n) for n in range(MOST_STEPS)]
    assert set(outcomes(ana, *steps)) == {Outcome.STORED}
    assert outcomes(ana, decide(asked)) == [Outcome.REFUSED]


def test_a_win_keeps_a_thousand_values(ana: Someone) -> None:
    logged = win()
    ana.sends(logged)
    edits = [edit(logged, at=NOON + n, what=f"Word {n}") for n in range(MOST_REVISIONS + 1)]
    taken = outcomes(ana, *edits)
    assert taken[: MOST_REVISIONS - 100] == [Outcome.STORED] * (MOST_REVISIONS - 100)
    assert Outcome.REFUSED in taken[-101:]
    assert FieldRevision.select().count() <= MOST_REVISIONS


def test_a_tap_is_taken_when_everything_else_is_full(ana: Someone) -> None:
    outcomes(ana, *(question() for _ in range(MOST_OPEN)))
    assert outcomes(ana, question(), win(), rating()) == [
        Outcome.REFUSED,
        Outcome.STORED,
        Outcome.STORED,
    ]


def test_a_hundred_goals_are_open_and_no_more(ana: Someone) -> None:
    first, *_ = [a_draft(ana) for _ in range(MOST_GOALS)]
    with pytest.raises(Invalid):
        a_draft(ana)
    goal_of(ana.me, first).delete_instance()
    a_draft(ana)


def test_500_dependencies_are_kept_and_no_more(ana: Someone) -> None:
    one, other = (GoalOrWin(ThingKind.GOAL, a_draft(ana)) for _ in range(2))
    rows = [
        {"owner": ana.me.owner, "subject": f"s{n}", "needs": "n", "subject_kind": "win"}
        for n in range(MOST_LINKS)
    ]
    Dependency.insert_many([{**row, "needs_kind": "win"} for row in rows]).execute()
    with pytest.raises(Invalid) as refused:
        add_dependency(ana.me, one, other)
    assert refused.value.problems == (dependencies.TOO_MANY_LINKS,)


def test_500_routines_are_remembered_and_no_more(ana: Someone) -> None:
    for number in range(MOST_SEEN + 2):
        mark_seen(ana.me, f"0b0c0d0e-0000-4000-8000-{number:012}", NOON)
    assert Routine.select().count() == MOST_SEEN


def test_the_51st_device_signs_out_the_one_not_used_for_longest(ana: Someone) -> None:
    for number in range(MOST_DEVICES):
        start_session(ana.id, KEYS, NOON + 1 + number)
    seen = [session.seen for session in Session.select().order_by(Session.seen)]
    assert seen == [NOON + 1 + number for number in range(MOST_DEVICES)]
