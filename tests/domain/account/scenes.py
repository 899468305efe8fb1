"""What one verb alone does not come to: things that are done one after another, for an owner."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from tests.domain.account.calls import DAY, LATER, SINCE, entries_of, entry_of
from tests.support.acting import ActingFor
from tests.support.make import decide, edit, undo
from tests.support.plans import READY, TODAY, meets
from tests.web.twins.life import ENTRY
from webapp.domain.capture.revisions import store_edits
from webapp.domain.capture.wins import update_derived, win_of
from webapp.domain.decisions import decisions
from webapp.domain.goals import completions, dependencies, states
from webapp.domain.goals.completed import completion_entry
from webapp.domain.goals.goals import draft_goal, goal_of
from webapp.domain.goals.plans import with_its_objective
from webapp.domain.goals.verified import verify_wins
from webapp.domain.insights.evidence import record_of
from webapp.domain.insights.patterns import patterns_of
from webapp.domain.objectives.objectives import delete_objective, relink_objective
from webapp.domain.outbox.deletions import delete_win, undo_deletion
from webapp.domain.outbox.room import refused_for_room
from webapp.domain.outbox.undo import next_form_id, undo_entries
from webapp.domain.reviews import reviews
from webapp.domain.reviews.agendas import agenda_of
from webapp.rules.capture.evidence import EvidenceQuery
from webapp.rules.decisions.decisions import MOST_STEPS
from webapp.rules.goals.dependencies import GoalOrWin, ThingKind
from webapp.storage.capture.wins import Win
from webapp.storage.decisions.decisions import DecisionStep
from webapp.storage.goals.dependencies import create_dependency
from webapp.storage.objectives.objectives import ObjectiveLink

Things = Mapping[str, Any]
Scene = Callable[[ActingFor, Things], Any]


def delete_twice(acting: ActingFor, things: Things) -> Any:
    return [delete_win(acting, things["win_id"], LATER) for _ in range(2)]


def serve_an_objective(acting: ActingFor, things: Things) -> Any:
    win = win_of(acting, things["win_id"])
    win.objectives = things["objective_id"]
    update_derived(acting, win)
    win.save()
    asked = EvidenceQuery(SINCE, DAY, things["objective_id"])
    return record_of(acting, asked, TODAY, "Europe/Berlin")


def undo_a_step(acting: ActingFor, things: Things) -> Any:
    decisions.undo_decisions(acting, [things["step_id"]])


def decide_what_was_undone(acting: ActingFor, things: Things) -> Any:
    decisions.undo_decisions(acting, [things["decision_id"]])
    decisions.store_steps(acting, entries_of(decide({"id": things["decision_id"]})), LATER)


def meet_a_goal_that_is_gone(acting: ActingFor, _things: Things) -> Any:
    return completions.refused_for_goals(acting, [entry_of(meets(str(uuid.uuid4())))])


def undo_a_completion(acting: ActingFor, things: Things) -> Any:
    met = meets(things["goal_id"])
    completions.complete_goals(acting, entries_of(met), LATER)
    completions.undo_completions(acting, [met["id"], ENTRY])


def look_at_an_occurrence(acting: ActingFor, things: Things) -> Any:
    return completion_entry(acting, goal_of(acting, things["weekly_id"]), TODAY)


def link_another_win(acting: ActingFor, things: Things) -> Any:
    ends = (
        GoalOrWin(ThingKind.GOAL, things["weekly_id"]),
        GoalOrWin(ThingKind.WIN, things["win_id"]),
    )
    dependencies.add_dependency(acting, *ends)


def close_a_circle(acting: ActingFor, things: Things) -> Any:
    one, other = ("goal", things["goal_id"]), ("goal", things["weekly_id"])
    create_dependency(acting.owner, one, other)
    create_dependency(acting.owner, other, one)
    dependencies.delete_cycles(acting, things["goal_id"])


def draft_what_a_win_leads_to(acting: ActingFor, things: Things) -> Any:
    return draft_goal(acting, READY, LATER, after=things["win_id"])


def name_an_objective(acting: ActingFor, _things: Things) -> Any:
    return with_its_objective(acting, replace(READY, new_objective="Quality"), LATER)


def verify_again(acting: ActingFor, things: Things) -> Any:
    own = (Win.person == acting.owner, Win.id == things["win_id"])
    Win.update(verified=True, goal=things["goal_id"]).where(*own).execute()
    found = patterns_of(acting, TODAY, ())
    verify_wins(acting, [things["win_id"]])
    return found


def serve_in_a_circle(acting: ActingFor, things: Things) -> Any:
    ends = {"objective": things["subject"], "serves": things["objective_id"]}
    ObjectiveLink.create(owner=acting.owner, **ends)
    relink_objective(acting, things["objective_id"], things["deletion_id"])


def bring_an_objective_back(acting: ActingFor, things: Things) -> Any:
    return undo_deletion(acting, delete_objective(acting, things["objective_id"], LATER), LATER)


def take_back_and_undo(acting: ActingFor, things: Things) -> Any:
    return undo_deletion(acting, states.take_back(acting, things["abandoned_id"], LATER), LATER)


def begin_after_another(acting: ActingFor, things: Things) -> Any:
    reviews.finish(acting, things["review_id"], TODAY, LATER)
    reviews.begin(acting, TODAY, LATER)
    return agenda_of(acting, things["review_id"], TODAY, LATER)


def send_again_what_was_undone(acting: ActingFor, things: Things) -> Any:
    undo_entries(acting, entries_of(undo({"id": things["win_id"]})), LATER)
    store_edits(acting, entries_of(edit({"id": things["win_id"]}, what="Late")), LATER)
    return next_form_id(acting, "log_win", things["win_id"])


def take_a_step_where_there_is_no_room(acting: ActingFor, things: Things) -> Any:
    step = {"decision": things["decision_id"], "step": "reopened", "at": LATER}
    rows = [{**step, "owner": acting.owner, "id": str(uuid.uuid4())} for _ in range(MOST_STEPS)]
    DecisionStep.insert_many(rows).execute()
    return refused_for_room(acting, [entry_of(decide({"id": things["decision_id"]}))])


SCENES: tuple[Scene, ...] = (
    *(delete_twice, serve_an_objective, undo_a_step, decide_what_was_undone),
    *(meet_a_goal_that_is_gone, undo_a_completion, look_at_an_occurrence, link_another_win),
    *(close_a_circle, draft_what_a_win_leads_to, name_an_objective, verify_again),
    *(serve_in_a_circle, bring_an_objective_back, take_back_and_undo, begin_after_another),
    *(send_again_what_was_undone, take_a_step_where_there_is_no_room),
)
