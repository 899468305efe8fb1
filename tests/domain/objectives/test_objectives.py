"""Objectives and the lattice of one person (R24)."""

import itertools
import uuid

import pytest

from tests.support.at_once import at_once
from tests.support.make import HOUR, NOON, edit, win
from webapp.domain.objectives.lattice import (
    lattice_of,
    loss_of,
    objective_page,
    orphan_goals,
    orphan_objectives,
)
from webapp.domain.objectives.objectives import (
    add_objective,
    change_objective,
    delete_objective,
    links_of_lattice,
    objective_of,
    objectives_of,
)
from webapp.domain.outbox.deletions import undo_deletion
from webapp.rules.objectives.objectives import MOST_OBJECTIVES, ObjectiveFields
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.storage.capture.presets import Preset
from webapp.storage.capture.wins import Win, WinLink
from webapp.storage.goals.goals import Goal, GoalObjective
from webapp.storage.objectives.indicators import Indicator
from webapp.storage.objectives.objectives import Objective, ObjectiveLink

MOMENTS = itertools.count(NOON)


def add(person, name, *serves):
    """Store a new objective and return its id."""
    return add_objective(person.me, ObjectiveFields(name, serves=serves), next(MOMENTS))


def a_goal(person, *objectives, state="active"):
    """Store a goal that serves these and return its id."""
    goal_id = str(uuid.uuid4())
    owner = person.me.owner
    Goal.create(owner=owner, id=goal_id, statement="G", state=state, state_at=1, created=1)
    for one in objectives:
        GoalObjective.create(owner=owner, goal=goal_id, objective=one)
    return goal_id


def stored_win(tap):
    return Win.get(Win.id == tap["id"])


def test_they_are_offered_in_the_order_of_the_lattice(ana):
    top = add(ana, "Top")
    add(ana, "Other")
    add(ana, "Below", top)
    assert [name for _, name in objectives_of(ana.me)] == ["Top", "Below", "Other"]


def test_each_change_makes_pages_new(ana):
    before = ana.me.rev
    one = add(ana, "One")
    change_objective(ana.me, one, ObjectiveFields("Two"))
    delete_objective(ana.me, one, NOON)
    assert ana.me.rev == before + 3


def test_an_objective_serves_several(ana):  # R24
    a, b = add(ana, "A"), add(ana, "B")
    both = add(ana, "Both", a, b)
    lattice = lattice_of(ana.me)
    assert [node.name for node in lattice.top] == ["A", "B"]
    assert [node.id for node in lattice.nodes[a].below] == [both]
    assert lattice.nodes[both].also == ("B",)
    assert len(lattice.picture.ways) == 2


def test_a_cycle_through_five_is_refused_with_its_names(ana):  # R24
    names = ["One", "Two", "Three", "Four", "Five"]
    ids = [add(ana, names[0])]
    for name in names[1:]:
        ids.append(add(ana, name, ids[-1]))
    with pytest.raises(Invalid) as refused:
        change_objective(ana.me, ids[0], ObjectiveFields("One", serves=(ids[4],)))
    assert "One → Five → Four → Three → Two → One" in str(refused.value)
    assert ObjectiveLink.select().count() == 4


def test_of_two_changes_at_once_that_close_a_cycle_one_is_refused(dora):  # R24
    one, two = add(dora, "One"), add(dora, "Two")
    result = at_once(
        lambda: change_objective(dora.me, one, ObjectiveFields("One", serves=(two,))),
        lambda: change_objective(dora.me, two, ObjectiveFields("Two", serves=(one,))),
    )
    assert sorted(isinstance(one, Invalid) for one in result) == [False, True]
    assert ObjectiveLink.select().where(ObjectiveLink.owner == dora.me.owner).count() == 1


def test_what_it_would_serve_has_to_be_there_and_be_theirs(ana, ben):
    theirs = add(ben, "Ben's")
    for gone in (theirs, str(uuid.uuid4())):
        with pytest.raises(Invalid, match="gone"):
            add(ana, "A", gone)
    assert objectives_of(ana.me) == []


def test_anothers_objective_and_none_are_the_same_not_found(ana, ben):
    one = add(ana, "A")
    for objective_id in (one, str(uuid.uuid4()), "nonsense"):
        for verb in (objective_of, objective_page):
            with pytest.raises(NotFound):
                verb(ben.me, objective_id)
        with pytest.raises(NotFound):
            change_objective(ben.me, objective_id, ObjectiveFields("Mine"))
        with pytest.raises(NotFound):
            delete_objective(ben.me, objective_id, NOON)
    assert objective_of(ana.me, one).name == "A"


def test_there_are_two_hundred_at_the_most(ana):
    owner = ana.me.owner
    rows = [
        {"owner": owner, "id": str(n), "name": "x", "created": n} for n in range(MOST_OBJECTIVES)
    ]
    Objective.insert_many(rows).execute()
    with pytest.raises(Invalid, match="200 objectives"):
        add(ana, "One more")


def test_an_open_objective_that_nothing_serves_is_an_orphan(ana):  # R24
    top, reached = add(ana, "Top"), add(ana, "Reached")
    below, aimed = add(ana, "Below", top), add(ana, "Aimed at", top)
    change_objective(ana.me, reached, ObjectiveFields("Reached", state="reached"))
    a_goal(ana, aimed)
    assert orphan_objectives(ana.me) == [(below, "Below")]


def test_a_goal_that_was_given_up_serves_nothing(ana):
    one = add(ana, "A")
    a_goal(ana, one, state="abandoned")
    assert orphan_objectives(ana.me) == [(one, "A")]


def test_goals_without_an_objective_are_listed(ana):  # R24
    one = add(ana, "A")
    a_goal(ana, one)
    a_goal(ana, state="met")
    astray = a_goal(ana)
    lost = a_goal(ana, str(uuid.uuid4()), state="draft")
    assert {goal for goal, _ in orphan_goals(ana.me)} == {astray, lost}


def test_one_shows_its_ways_up_what_serves_it_and_its_wins(ana):
    top = add(ana, "Top")
    middle = add(ana, "Middle", top)
    low = add(ana, "Low", middle)
    goal = a_goal(ana, low)
    tap = win(objectives=[low])
    ana.sends(tap, win())
    found = objective_page(ana.me, low)
    assert found.paths == [[(middle, "Middle"), (top, "Top")]]
    assert [one[0] for one in found.goals] == [goal]
    assert [one.id for one in found.wins] == [tap["id"]]
    assert objective_page(ana.me, middle).below == [(low, "Low")]


def test_its_wins_are_paged_without_gap_or_repeat(ana):
    one = add(ana, "A")
    ana.sends(*[win(str(n), at=NOON - n // 3, objectives=[one]) for n in range(70)])
    page = objective_page(ana.me, one)
    seen = [found.id for found in page.wins]
    while page.after:
        page = objective_page(ana.me, one, (page.after.happened, page.after.id))
        seen += [found.id for found in page.wins]
    assert len(seen) == len(set(seen)) == 70


def test_deleting_one_takes_it_out_of_wins_presets_goals_and_indicators(ana):
    gone, kept = add(ana, "Gone"), add(ana, "Kept")
    low = add(ana, "Low", gone)
    both, only = win(objectives=[gone, kept], impact="2 h"), win(objectives=[gone], impact="2 h")
    ana.sends(both, only)
    goal = a_goal(ana, gone)
    Preset.create(person=ana.id, id="p", place=0, what="x", kind="quick", objective=gone)
    Indicator.create(owner=ana.me.owner, id="i", name="N", objective=gone)
    assert loss_of(ana.me, gone) == (2, 1)
    delete_objective(ana.me, gone, NOON)
    assert (stored_win(both).objectives, stored_win(both).counted) == (kept, True)
    assert (stored_win(only).objectives, stored_win(only).counted) == ("", False)
    assert [link.target for link in WinLink.select()] == [kept]
    assert not GoalObjective.select().where(GoalObjective.goal == goal).exists()
    assert (Preset.get().objective, Indicator.get().objective) == ("", "")
    assert [node.id for node in lattice_of(ana.me).top] == [kept, low]


def test_an_active_goal_that_is_left_without_one_is_marked(ana):  # R20
    gone, kept = add(ana, "Gone"), add(ana, "Kept")
    alone, other, draft = (
        a_goal(ana, gone),
        a_goal(ana, gone, kept),
        a_goal(ana, gone, state="draft"),
    )
    delete_objective(ana.me, gone, NOON)
    says = {goal.id: goal.no_objective for goal in Goal.select()}
    assert says == {alone: True, other: False, draft: False}


def test_no_later_edit_and_no_late_one_brings_it_back(ana):
    gone = add(ana, "Gone")
    tap = win(objectives=[gone])
    late = edit(tap, at=NOON + HOUR, objectives=[gone])
    ana.sends(tap)
    ana.sends(edit(tap, objectives=[gone]))
    delete_objective(ana.me, gone, NOON + 2 * HOUR)
    ana.sends(edit(tap, at=NOON + 3 * HOUR, impact="Saves 2 hours"), late)
    after = stored_win(tap)
    assert (after.objectives, after.impact, after.counted) == ("", "Saves 2 hours", False)


def test_an_edit_from_a_clock_ahead_of_the_servers_is_overruled_too(ana):
    gone = add(ana, "Gone")
    tap = win()
    ana.sends(tap, edit(tap, at=NOON + 5 * HOUR, objectives=[gone]))
    delete_objective(ana.me, gone, NOON + HOUR)
    ana.sends(edit(tap, at=NOON + 6 * HOUR, impact="x"))
    assert stored_win(tap).objectives == ""


def test_somebody_elses_wins_are_left_alone(ana, ben):
    gone = add(ana, "Gone")
    tap = win(objectives=[gone])
    ben.sends(tap)
    delete_objective(ana.me, gone, NOON)
    assert stored_win(tap).objectives == gone


def test_one_that_is_back_serves_nothing_that_serves_it(ana):
    top, gone, low = (add(ana, name) for name in ("Top", "Gone", "Low"))
    change_objective(ana.me, low, ObjectiveFields("Low", serves=(gone,)))
    change_objective(ana.me, gone, ObjectiveFields("Gone", serves=(top,)))
    deleted = delete_objective(ana.me, gone, NOON)
    change_objective(ana.me, top, ObjectiveFields("Top", serves=(low,)))
    undo_deletion(ana.me, deleted, NOON)
    assert len(links_of_lattice(ana.me)) == 2
