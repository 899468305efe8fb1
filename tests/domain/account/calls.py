"""How each verb and reading that takes Acting is called: what is passed for its parameters."""

import inspect
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from tests.support.acting import ActingFor
from tests.support.make import HOUR, KEYS, NOON, decide, edit, line, question, undo, win
from tests.support.owners.thanks import thanks
from tests.support.plans import READY, TODAY, meets, ticks
from webapp.domain.capture.wins import win_of
from webapp.domain.goals.completions import complete_goals
from webapp.domain.goals.goals import goal_of
from webapp.domain.insights.adjustments import history_of
from webapp.domain.insights.clock import clock_of
from webapp.domain.insights.completion_rate import goal_facts
from webapp.domain.insights.recent import wins_from
from webapp.domain.insights.rhythms import rhythm_facts_of, rhythms_of
from webapp.rules.capture.evidence import EvidenceQuery
from webapp.rules.capture.fields import WinFields
from webapp.rules.capture.searches import Search
from webapp.rules.goals.cadences import Cadence, Frequency
from webapp.rules.goals.dependencies import GoalOrWin, ThingKind
from webapp.rules.insights.adjustments import OneArea
from webapp.rules.objectives.indicators import Measure, Value
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.rules.outbox.entries import Entry, parse_entry
from webapp.rules.reviews.reviews import ReviewSchedule, ReviewStep
from webapp.rules.rights.permissions import Access, Permission
from webapp.rules.rights.permissions import Thing as Right
from webapp.rules.shared.ids import id_of_team
from webapp.rules.teams.links import LinkFields
from webapp.storage.capture.wins import Win

LATER = NOON + HOUR
DAY = date(2026, 11, 24)
SINCE = date(2026, 9, 1)
NOT_CALLED = {  # they are given what they read, or a block to run; all others call them
    "candidates.candidates",  # of who acts: their own wins on the team's board
    "deletions.delete_once",
    "changing.changing",
}

Values = Mapping[str, Any]


def call(name: str, function: Callable[..., Any], acting: ActingFor, things: Values) -> Any:
    """Return what the verb or reading answers, for things of the owner by their name in routes."""
    values = {**_usual(acting, things), **_of(name, acting, things)}
    parameters = list(inspect.signature(function).parameters.values())[1:]
    needed = [
        one.name
        for one in parameters
        if one.default is one.empty and one.kind is not one.VAR_KEYWORD
    ]
    assert {*needed} <= values.keys(), f"{name}: say here what is passed for {needed}"
    return function(acting, **{one: values[one] for one in needed})


def _usual(acting: ActingFor, things: Values) -> Values:
    """Return what a parameter of this name is in most calls."""
    goal, objective, own = things["goal_id"], things["objective_id"], things["win_id"]
    return {
        **things,
        **{"now": LATER, "day": TODAY, "today": TODAY, "zone": "Europe/Berlin", "since": SINCE},
        **{"goal": goal_of(acting, goal), "win": win_of(acting, own), "instant": NOON},
        **{"ids": [goal, own], "goals": [goal], "wins": [own], "targets": [own, goal]},
        **{"thing": GoalOrWin(ThingKind.WIN, own), "plan": READY, "measure": Measure("New")},
        **{"fields": ObjectiveFields("New"), "parts": [ObjectiveFields("Part")], "key": "quality"},
        **{"value": Value(DAY, 9), "values": [Value(DAY, 9)], "text": "2026-11-24;9"},
        **{"objectives": (objective,), "area": "Support", "asked": EvidenceQuery(SINCE, DAY)},
        **{"words": "No room", "outcome": "Lent one", "note": "Mine", "unsaid": ()},
        "search": Search(objective=objective),
        "permission": Permission(Right.OWNED, Access.READ),
        "keys": KEYS,
        "given": [],
        **{"size": 300, "entry_id": own, "undone": [(goal, "")], "member": ""},
    }


def _of(name: str, acting: ActingFor, things: Values) -> Values:
    """Return what this verb or reading gets for parameters that are its own."""
    special = SPECIAL.get(name)
    return special(acting, things) if special else {}


def entry_of(sent: dict[str, Any]) -> Entry:
    """Return an entry as the outbox hands it on."""
    return parse_entry(sent, LATER)


def entries_of(sent: dict[str, Any]) -> list[tuple[Entry, Any]]:
    """Return an entry as verbs take a delivery of one kind."""
    entry = entry_of(sent)
    return [(entry, entry.content)]


def _entries(sent: dict[str, Any]) -> Values:
    return {"entries": entries_of(sent)}


def _reaching(sent: dict[str, Any]) -> Values:
    return {**_entries(sent), "reaches": {}}


def _measured(acting: ActingFor, _things: Values) -> Values:
    clock = clock_of(acting, "Europe/Berlin", LATER, SINCE)
    wins, facts = wins_from(acting, SINCE, TODAY), rhythm_facts_of(acting, LATER)
    return {
        **{"clock": clock, "wins": wins, "facts": facts, "cadences": clock.cadences},
        **{"goals": goal_facts(acting, clock), "calendar": clock.calendar},
        "praises": (),
        "rhythms": rhythms_of(acting, facts, wins, clock.cadences),
    }


def _asked(things: Values) -> dict[str, Any]:
    return {"id": things["decision_id"]}


def _thanks(acting: ActingFor, things: Values) -> dict[str, Any]:
    return thanks(id_of_team(acting.owner), f"{acting.owner}/{things['win_id']}")


def _unlinking(_acting: ActingFor, things: Values) -> Values:
    return {"kind": "objective", "target": things["objective_id"], "entry": things["deletion_id"]}


SPECIAL: Mapping[str, Callable[[ActingFor, Values], Values]] = {
    "adjustments.reply": lambda _a, _t: {"rule": "one_area", "first": str(TODAY), "given": "done"},
    "adjustments.show": lambda _a, t: {
        "found": [OneArea("Other", (t["win_id"],), 1, "Hiring")],
        "before": [],
        "today": date(2027, 3, 1),
    },
    "adjustments.texts_of": lambda a, _t: {"past": history_of(a)},
    "team_reviews.set_review_reminder": lambda _a, _t: {"before": 10},
    "recent.wins_from": lambda _a, _t: {"since": SINCE, "until": TODAY},
    "recent.wins_so_far": lambda _a, _t: {"since": SINCE},
    "applying.apply": lambda _a, t: {"entries": [entry_of(win("New", goal=t["goal_id"]))]},
    "cadences.choose_cadence": lambda _a, _t: {"cadence": Cadence(Frequency.WEEKLY)},
    "completion_rate.goal_facts": _measured,
    "completions.complete_goals": lambda _a, t: _entries(meets(t["goal_id"])),
    "completions.refused_for_goals": lambda _a, t: {"entries": [entry_of(meets(t["goal_id"]))]},
    "completions.tick_criteria": lambda _a, t: _entries(ticks(t["goal_id"], 1, done=True)),
    "confidences.state_confidence": lambda _a, _t: {"sure": 7},
    "decisions.decisions_page": lambda _a, _t: {"state": "open"},
    "decisions.decision_with_step": lambda _a, t: {"step_id": t["step_id"]},
    "decisions.store_decisions": lambda _a, _t: _entries(question("New")),
    "decisions.store_steps": lambda _a, t: _entries(decide(_asked(t), outcome="New")),
    "decisions.undo_decisions": lambda _a, t: {"targets": [t["decision_id"]]},
    "dependencies.add_dependency": lambda _a, t: {
        "subject": GoalOrWin(ThingKind.GOAL, t["goal_id"]),
        "needs": GoalOrWin(ThingKind.WIN, t["win_id"]),
    },
    "dependencies.delete_dependency": lambda _a, t: {
        "subject_id": t["goal_id"],
        "needs_id": t["win_id"],
    },
    "for_teams.log_met": lambda a, t: {
        "completed": complete_goals(a, entries_of(meets(t["goal_id"])), LATER)
    },
    "indicators.delete_value": lambda _a, t: {"day": t["day"]},
    "indicators.value_on": lambda _a, t: {"day": t["day"]},
    "giving.store_recognitions": lambda a, t: _reaching(_thanks(a, t)),
    "judging.judge": lambda a, t: {"said": entry_of(_thanks(a, t)).content},
    "judging.judge_recognitions": lambda a, t: {"entries": [entry_of(_thanks(a, t))]},
    "links.add_link": lambda _a, t: {"fields": LinkFields(t["objective_id"], "", ())},
    "links.change_link": lambda _a, t: {"fields": LinkFields(t["objective_id"], "", ())},
    "lists.closed_page": lambda _a, _t: {"after": (LATER, "")},
    "members.keep_member": lambda _a, t: {"before": t["goal_id"], "goal_id": t["abandoned_id"]},
    "pitfalls.pitfalls_of": _measured,
    "revisions.apply_early_edits": lambda _a, t: {"model": Win, "ids": [t["win_id"]]},
    "revisions.store_edits": lambda _a, t: _entries(edit({"id": t["win_id"]}, what="Mine")),
    "calendars.make_calendar": lambda _a, _t: {"keys": KEYS, "form_id": ""},
    "lines.edit_line": lambda _a, _t: {"revision": 1},
    "lines.refused_for_lines": lambda _a, t: {"entries": [entry_of(line(t["review_id"]))]},
    "lines.store_lines": lambda _a, t: _entries(line(t["review_id"])),
    "agendas.agenda_of_step": lambda _a, _t: {"step": "progress"},
    "reviews.go_on": lambda _a, _t: {"seen": "progress", "step": ReviewStep.NEXT},
    "reviews.say_done": lambda _a, _t: {"step": ReviewStep.NEXT, "done": True},
    "schedules.set_review_schedule": lambda _a, _t: {"plan": ReviewSchedule(3)},
    "rhythms.rhythms_of": _measured,
    "room.refused_for_space": lambda _a, t: {
        "entries": [entry_of(win("New", id=t["win_id"]))],
        "words": {t["win_id"]: 300},
    },
    "room.refused_for_room": lambda _a, t: {
        "entries": [entry_of(one) for one in (question(), edit({"id": t["win_id"]}, what="Mine"))]
    },
    "rows.rows_of": lambda a, t: {"goals": [goal_of(a, t["goal_id"])]},
    "stamps.stamps": lambda _a, _t: {"entry": entry_of(question())},
    "search_parts.bytes_at_once": lambda _a, _t: {"words": ("new",)},
    "search_parts.end_of_search": lambda _a, _t: {"search": Search(words=("new",))},
    "states.close": lambda _a, _t: {"state": "abandoned"},
    "states.take_back": lambda _a, t: {"goal_id": t["abandoned_id"]},
    "team_insights.team_insights": lambda _a, _t: {"has_not_risen": True, "is_archived": False},
    "undo.next_form_id": lambda _a, t: {"verb": "log_win", "form_id": t["win_id"]},
    "undo.undo_entries": lambda _a, t: _entries(undo({"id": t["win_id"]})),
    "wins.count_folded": lambda _a, _t: {"wins": [(WinFields(), "more than was said" * 100)]},
    "wins.log_wins": lambda _a, t: _entries(win("New", goal=t["goal_id"])),
    "time_to_decision.decision_times_of": _measured,
    "unlinking.relink_wins": _unlinking,
    "unlinking.unlink_wins": _unlinking,
}
