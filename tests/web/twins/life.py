"""A row in every table, for the one whose things are copied."""

from datetime import timedelta
from typing import Any
from uuid import uuid5

from tests.support.make import DAY, HOUR, MINUTE, NOON, Someone, win
from tests.support.plans import TODAY, a_draft
from tests.web.twins.rows import DAILY, rows_of
from webapp.domain.capture.routines import ROUTINES, mark_seen
from webapp.domain.goals.goals import delete_goal
from webapp.domain.objectives.indicators import add_indicator, delete_indicator
from webapp.domain.objectives.objectives import add_objective, delete_objective
from webapp.domain.outbox.deletions import delete_win
from webapp.rules.insights.patterns import routines
from webapp.rules.insights.wins import WinFacts
from webapp.rules.objectives.indicators import Measure
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.storage.account.mail_addresses import MailAddress
from webapp.storage.account.mails import OutgoingMail
from webapp.storage.capture.checkins import CheckIn
from webapp.storage.capture.routines import Routine
from webapp.storage.capture.wins import Win, WinLink
from webapp.storage.goals.cadences import ChosenCadence
from webapp.storage.goals.changes import CompletedOccurrence
from webapp.storage.goals.criteria import Tick
from webapp.storage.goals.dependencies import Dependency
from webapp.storage.goals.goals import Goal, GoalObjective
from webapp.storage.goals.lessons import LessonUse
from webapp.storage.objectives.indicators import Indicator, IndicatorValue
from webapp.storage.objectives.objectives import Objective, ObjectiveLink
from webapp.storage.outbox.form_receipts import FormReceipt
from webapp.storage.reminders.prompts import Prompt
from webapp.storage.reviews.calendars import ReviewCalendar
from webapp.storage.reviews.reviews import Review, ReviewGoal, ReviewPlan
from webapp.storage.reviews.ticks import ReviewTick

DAYS = (0, 1, 2, 3, 5, 6)  # ago, of what is done daily
BARE = "3b0c0d0e-0000-4000-8000-000000000001"  # a goal that is met, without criteria
HELD = "3b0c0d0e-0000-4000-8000-000000000002"  # a review that has ended
LOST = "3b0c0d0e-0000-4000-8000-000000000004"
ENTRY = "3b0c0d0e-0000-4000-8000-000000000003"


def fill(ana: Someone, things: dict[str, Any]) -> None:
    """Give Ana a row in each table that what tests do elsewhere leaves empty."""
    own, goal = {"owner": ana.me.owner}, things["goal_id"]
    [weekly] = [row["id"] for row in rows_of(ana)["goal"] if row["cadence"] == "weekly"]
    Goal.create(**own, id=BARE, statement="Bare", state="met", state_at=NOON, created=NOON)
    GoalObjective.create(**own, goal=goal, objective=things["objective_id"])
    ObjectiveLink.create(**own, objective=things["objective_id"], serves=things["subject"])
    LessonUse.create(**own, goal=goal, win=things["win_id"], at=NOON)
    ChosenCadence.create(**own, subject=things["subject"], every="weekly", weekdays=1)
    Tick.create(**own, goal=goal, criterion=1, done=False, at=NOON, entry=ENTRY)
    met = {"goal": weekly, "period": "2026-11-13", "at": NOON - 9 * DAY}
    CompletedOccurrence.create(**own, id=ENTRY, **met)
    now = {"goal": weekly, "period": "2026-11-27", "at": NOON + MINUTE}
    CompletedOccurrence.create(**own, id=LOST, **now)  # and no win of it is logged yet
    WinLink.create(person=ana.id, kind="goal", target=weekly, win=things["win_id"])
    ReviewGoal.create(**own, review=things["review_id"], goal=goal)
    ReviewPlan.create(**own, weekday=4, every=1, minutes=20, time=600)
    ReviewTick.create(**own, review=things["review_id"], step="progress", person=ana.id)
    ReviewCalendar.create(**own, token_hash="t", person=ana.id, made=NOON)
    held = {"since": "2026-11-01", "day": "2026-11-20", "minutes": 20}
    Review.create(**own, id=HELD, started=NOON - HOUR, finished=NOON + 1, **held)
    friday = CheckIn.update(day="2026-11-20", happened=NOON - 2 * DAY)
    friday.where(CheckIn.person == ana.id).execute()
    _delete_some(ana)
    _refer_to_lost(ana, things)
    Routine.create(person=ana.id, id=ENTRY, seen=NOON)
    FormReceipt.create(person=ana.id, id=ENTRY, taken=NOON, leads_to="/")
    _be_reminded(ana)


def _be_reminded(ana: Someone) -> None:
    """Let a prompt have been sent to Ana, who is reminded."""
    sent = {"due": NOON, "until": NOON + HOUR, "state": "sent", "reason": "", "tries": 1}
    its = {"what": "check_in", "day": "2026-11-20", "number": 1}
    Prompt.create(person=ana.id, **its, **sent, sent=NOON)
    MailAddress.create(person=ana.id, confirmed=NOON, summaries=NOON, digest_due=NOON + HOUR)
    its = {"tag": "sample-1", "kind": "sample", "state": "sent", "sent": NOON}
    OutgoingMail.create(person=ana.id, **its, made=NOON, due=NOON, until=NOON + HOUR)


def _refer_to_lost(ana: Someone, things: dict[str, Any]) -> None:
    """Give Ana one more of each, and links to them from others; see lose."""
    own, goal, a_win = {"owner": ana.me.owner}, things["goal_id"], things["win_id"]
    Goal.create(**own, id=LOST, statement="Lost", state="met", state_at=NOON, created=NOON)
    Objective.create(**own, id=LOST, name="Lost", created=NOON)
    Indicator.create(**own, id=LOST, name="Lost", better="down")
    IndicatorValue.create(**own, indicator=LOST, day="2026-11-20", value=3, exposure=2)
    ana.sends({**win("Lost"), "id": LOST})
    GoalObjective.create(**own, goal=goal, objective=LOST)
    GoalObjective.create(**own, goal=LOST, objective=things["objective_id"])
    Dependency.create(**own, subject=goal, subject_kind="goal", needs=LOST, needs_kind="goal")
    ReviewGoal.create(**own, review=things["review_id"], goal=LOST)
    LessonUse.create(**own, goal=goal, win=LOST, at=NOON)
    for kind in ("objective", "goal"):
        WinLink.create(person=ana.id, kind=kind, target=LOST, win=a_win)
        WinLink.create(person=ana.id, kind=kind, target=things[f"{kind}_id"], win=LOST)


def lose(someone: Someone) -> None:
    """Delete one of each thing, and leave what refers to it."""
    for model in (Goal, Objective, Indicator):
        model.delete().where(model.owner == someone.me.owner, model.id == LOST).execute()
    Win.delete().where(Win.person == someone.id, Win.id == LOST).execute()


def on_days(what: str, *days: int) -> list[dict[str, Any]]:
    """Return entries of wins with these words, so many days ago."""
    return [win(what, at=NOON - day * DAY) for day in days]


def see_routine(someone: Someone) -> None:
    """Let somebody have seen that what is done daily may be a routine."""
    facts = [WinFacts(str(day), TODAY - timedelta(days=day), DAILY) for day in DAYS]
    [routine] = routines(facts, TODAY, unsaid=())
    mark_seen(someone.me, str(uuid5(ROUTINES, routine.key)), NOON)


def _delete_some(ana: Someone) -> None:
    """Let Ana delete an objective, an indicator, a goal and a win that can all be brought back."""
    objective = add_objective(ana.me, ObjectiveFields("Gone"), NOON + 1)
    indicator = add_indicator(ana.me, Measure("Gone"))
    served = {"objectives": [objective], "indicator": indicator, "impact": "Faster"}
    gone = win("Gone", "process")
    ana.sends(win("Of what is gone", "process", **served), gone)
    delete_objective(ana.me, objective, NOON + 1)
    delete_indicator(ana.me, indicator, NOON + 1)
    delete_goal(ana.me, a_draft(ana), NOON + 1)
    delete_win(ana.me, gone["id"], NOON + 1)
