"""The worst life that one person can have stored after an hour of the public interface (S9).

What an hour takes follows from the limits that the code enforces: entries of phones by the minute,
forms by five minutes, and the limit of each list (tests/test_list_limits.py). The rows are written
straight into storage, because sending them would take the hour.
"""

import uuid
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any

from tests.support.make import DAY, HOUR, NOON, Someone
from tests.support.plans import TODAY
from tests.support.rows import insert_all
from webapp.domain.account.rate_limits import CHANGES
from webapp.domain.account.sessions import MOST_DEVICES
from webapp.domain.capture.routines import MOST_SEEN
from webapp.domain.goals.dependencies import MOST_LINKS
from webapp.rules.account.absences import MOST as MOST_ABSENCES
from webapp.rules.account.settings import MOST_AREAS
from webapp.rules.capture.presets import MOST_PRESETS
from webapp.rules.capture.revisions import MOST_REVISIONS
from webapp.rules.decisions.decisions import MOST_OPEN as MOST_DECISIONS
from webapp.rules.decisions.decisions import MOST_STEPS
from webapp.rules.goals.goals import MOST_OPEN as MOST_GOALS
from webapp.rules.goals.plans import MOST_LINES
from webapp.rules.objectives.indicators import MOST_INDICATORS
from webapp.rules.objectives.objectives import MOST_OBJECTIVES
from webapp.rules.objectives.value_tables import MOST_ROWS
from webapp.rules.reviews.lines import MOST_LINES as MOST_SAID
from webapp.rules.reviews.lines import MOST_OPEN as MOST_OBSTACLES
from webapp.rules.shared.fields import MOST_IDS
from webapp.rules.shared.text import LONGEST_TEXT
from webapp.storage.account.absences import Absence
from webapp.storage.account.deletions import Deletion
from webapp.storage.account.people import Person
from webapp.storage.account.sessions import Session
from webapp.storage.capture.checkins import CheckIn
from webapp.storage.capture.presets import Preset
from webapp.storage.capture.revisions import FieldRevision
from webapp.storage.capture.routines import Routine
from webapp.storage.capture.wins import Win, WinLink
from webapp.storage.decisions.decisions import Decision, DecisionStep
from webapp.storage.goals.cadences import ChosenCadence
from webapp.storage.goals.changes import CompletedOccurrence, GoalChange
from webapp.storage.goals.criteria import REMOVED, Criterion, Tick
from webapp.storage.goals.dependencies import Dependency
from webapp.storage.goals.goals import Goal, GoalObjective
from webapp.storage.goals.lessons import LessonUse
from webapp.storage.insights.adjustments import Adjustment
from webapp.storage.objectives.indicators import Indicator, IndicatorValue
from webapp.storage.objectives.objectives import Objective, ObjectiveLink
from webapp.storage.reviews.lines import ReviewLine
from webapp.storage.reviews.reviews import Review, ReviewGoal
from webapp.web.shared import clock

ENTRIES = 600 * 60  # of an hour; the default of SMALLWINS_ENTRIES_PER_MINUTE
FORMS = CHANGES.most * HOUR // CHANGES.per
WEEKS = 28  # days in which the same words become a routine
LARGE = 1_000  # wins with as many words as each field takes
LONG_AGO = 946_684_800_000  # 1 January 2000
WORDS = ("wörter groß " * LONGEST_TEXT)[:LONGEST_TEXT]

Row = dict[str, Any]


def live_worst(ana: Someone, things: dict[str, Any]) -> None:
    """Fill Ana's life, in which `things` exist already (tests/web/rights.py)."""
    owner = ana.me.owner
    areas = "\n".join(f"{number:02}{'a' * 30}" for number in range(MOST_AREAS))
    Person.update(areas=areas).where(Person.id == ana.id).execute()
    _captures(ana.id, things)
    _decisions(owner)
    _lattice(owner, ana.id)
    _goals(owner, things)
    _open_goals(owner)
    _reviews(owner, things)
    _account(ana.id, owner)


def _captures(person: int, things: dict[str, Any]) -> None:
    said = (ENTRIES - LARGE) // WEEKS
    wins = list(_wins(person, things, said))
    insert_all(Win, wins)
    for kind, target in (("goal", "goal_id"), ("objective", "objective_id")):
        row = {"person": person, "kind": kind, "target": things[target]}
        insert_all(WinLink, ({**row, "win": win["id"]} for win in wins))
    insert_all(CheckIn, (_checkin(person, number) for number in range(FORMS)))
    insert_all(Preset, (_preset(person, number) for number in range(MOST_PRESETS - 1)))
    insert_all(Routine, ({"person": person, "id": _id(), "seen": NOON} for _ in range(MOST_SEEN)))
    for target, field in ((things["win_id"], "what"), (things["checkin_id"], "note")):
        revision = {"person": person, "target": target, "field": field, "value": WORDS}
        edits = ({**revision, "entry": _id(), "at": NOON + n} for n in range(MOST_REVISIONS))
        insert_all(FieldRevision, edits)
    early = {"person": person, "field": "what", "value": "Early", "at": NOON}
    insert_all(FieldRevision, ({**early, "target": _id(), "entry": _id()} for _ in range(FORMS)))


def _wins(person: int, things: dict[str, Any], said: int) -> Iterator[Row]:
    stamp = _stamp(NOON, TODAY)
    named = {"goal": things["goal_id"], "objectives": things["objective_id"]}
    row = {"person": person, **stamp, **named, "kind": "quick", "counted": True, "verified": True}
    for ago in range(WEEKS):
        day, at = TODAY - timedelta(days=ago), NOON - ago * DAY
        short = {**row, "day": day.isoformat(), "happened": at, "area": "00", "next_step": "Next"}
        for number in range(said):
            yield {**short, "id": _id(), "what": f"Again {number}", "folded": f"again {number}\n"}
    large = dict.fromkeys(("what", "impact", "next_step", "approach", "worked", "improve"), WORDS)
    measured = {"indicator": things["indicator_id"], "before": 1.5, "after": 2.5, "area": "z"}
    for number in range(LARGE):
        ids = {"id": _id(), "happened": NOON + number, "folded": f"{WORDS}\n{WORDS * 5}"}
        kind = {"kind": "process"} if number % 4 == 0 else {}
        yield {**row, **large, **measured, **ids, **kind}


def _checkin(person: int, number: int) -> Row:
    ago = number % 365
    stamp = _stamp(NOON - ago * DAY, TODAY - timedelta(days=ago))
    own = {"person": person, "id": _id(), "area": f"{number % MOST_AREAS:02}{'a' * 30}"}
    return {**own, **stamp, "rating": number % 11, "scale_id": "capability-0-10-v1", "note": WORDS}


def _preset(person: int, number: int) -> Row:
    row = {"person": person, "id": _id(), "place": number + 1, "kind": "quick"}
    return {**row, "what": f"Preset {number}", "impact": WORDS}


def _decisions(owner: int) -> None:
    old = {"owner": owner, "question": WORDS, "importance": "routine", **_stamp(LONG_AGO)}
    opened = [{**old, "id": _id()} for _ in range(MOST_DECISIONS - 1)]
    done = {"state": "decided", "decided_at": NOON, "outcome": WORDS}
    insert_all(Decision, opened)
    insert_all(Decision, ({**old, "id": _id(), **done} for _ in range(FORMS)))
    step = {"owner": owner, "outcome": "", "at": NOON, "step": "reopened"}
    for one in opened:
        more = {**step, "decision": one["id"]}
        insert_all(DecisionStep, ({**more, "id": _id()} for _ in range(MOST_STEPS)))


def _lattice(owner: int, person: int) -> None:
    ids = [_id() for _ in range(MOST_OBJECTIVES - 2)]  # `things` has two
    row = {"owner": owner, "name": WORDS, "why": WORDS, "created": NOON}
    insert_all(Objective, ({**row, "id": one} for one in ids))
    serves = (
        (one, other) for at, one in enumerate(ids) for other in ids[max(at - MOST_IDS, 0) : at]
    )
    links = ({"owner": owner, "objective": one, "serves": other} for one, other in serves)
    insert_all(ObjectiveLink, links)
    insert_all(ChosenCadence, ({"owner": owner, "subject": one, "every": "daily"} for one in ids))
    shown = {"owner": owner, "unit": "%", "better": "down", "objective": ids[-1]}
    indicators = [{**shown, "id": _id(), "name": WORDS} for _ in range(MOST_INDICATORS - 1)]
    insert_all(Indicator, indicators)
    insert_all(IndicatorValue, (row for one in indicators[:2] for row in _values(owner, one["id"])))
    lost = {"person": person, "kind": "objective"}
    insert_all(WinLink, ({**lost, "target": _id(), "win": _id()} for _ in range(FORMS)))


def _values(owner: int, indicator: str) -> Iterator[Row]:
    row = {"owner": owner, "indicator": indicator, "value": 3.0, "exposure": 7.0}
    first = date(2099, 12, 31).toordinal()
    for number in range(MOST_ROWS // 2):
        yield {**row, "day": date.fromordinal(first - number).isoformat()}


def _goals(owner: int, things: dict[str, Any]) -> None:
    goal = things["goal_id"]
    closed = {"owner": owner, "statement": WORDS, "impact": WORDS, "due": "2099-12-31"}
    closed |= {"state": "met", "created": NOON, "confidence": 7, "confidence_at": NOON}
    rows = [{**closed, "id": _id(), "state_at": NOON - number} for number in range(FORMS)]
    insert_all(Goal, rows)
    serving = {"owner": owner, "objective": things["objective_id"]}
    insert_all(GoalObjective, ({**serving, "goal": row["id"]} for row in rows))
    change = {"owner": owner, "goal": goal, "state": "", "statement": WORDS, "note": WORDS}
    insert_all(GoalChange, ({**change, "id": _id(), "at": NOON + n} for n in range(FORMS)))
    gone = {"owner": owner, "goal": goal, "place": REMOVED, "text": WORDS}
    insert_all(Criterion, ({**gone, "key": 100 + n} for n in range(FORMS)))
    tick = {"owner": owner, "goal": goal, "criterion": 1, "done": True, "at": NOON}
    days = (TODAY + timedelta(days=n) for n in range(FORMS))
    insert_all(Tick, ({**tick, "period": day.isoformat(), "entry": _id()} for day in days))
    waits = {"owner": owner, "subject": goal, "subject_kind": "goal", "needs_kind": "goal"}
    insert_all(Dependency, ({**waits, "needs": row["id"]} for row in rows[:MOST_LINKS]))
    used = {"owner": owner, "goal": goal, "at": NOON}
    insert_all(LessonUse, ({**used, "win": _id()} for _ in range(FORMS)))
    named = {"owner": owner, "review": things["review_id"]}
    insert_all(ReviewGoal, ({**named, "goal": row["id"]} for row in rows))


def _open_goals(owner: int) -> None:
    row = {"owner": owner, "statement": WORDS, "impact": WORDS, "due": "2100-12-31"}
    row |= {"created": NOON, "state_at": NOON, "cadence": "daily", "active_from": "2000-01-01"}
    states = ["active", "draft", "parked"]
    rows = [{**row, "id": _id(), "state": states[n % 3]} for n in range(MOST_GOALS - 1)]
    insert_all(Goal, rows)
    for one in rows:
        line = {"owner": owner, "goal": one["id"], "text": WORDS}
        insert_all(Criterion, ({**line, "key": n, "place": n} for n in range(1, MOST_LINES + 1)))
        met = {"owner": owner, "goal": one["id"], "at": NOON}
        days = ((TODAY - timedelta(days=n)).isoformat() for n in range(ENTRIES // MOST_GOALS))
        insert_all(CompletedOccurrence, ({**met, "id": _id(), "period": day} for day in days))
        tick = {"owner": owner, "goal": one["id"], "done": True, "at": NOON}
        days = (TODAY + timedelta(days=n) for n in range(FORMS // MOST_GOALS))
        ticks = ({**tick, "criterion": 1, "period": d.isoformat(), "entry": _id()} for d in days)
        insert_all(Tick, ticks)


def _reviews(owner: int, things: dict[str, Any]) -> None:
    row = {"owner": owner, "since": "2026-01-01", "day": TODAY.isoformat(), "minutes": 15}
    row |= {"finished": NOON}
    insert_all(Review, ({**row, "id": _id(), "started": NOON - n} for n in range(1, FORMS)))
    said = {"owner": owner, "what": WORDS, "author": owner, "at": NOON}
    line = {**said, "review": things["review_id"], "step": "next"}
    insert_all(ReviewLine, ({**line, "id": _id()} for _ in range(MOST_SAID - 1)))
    obstacle = {**said, "review": _id(), "step": "obstacles"}
    insert_all(ReviewLine, ({**obstacle, "id": _id()} for _ in range(MOST_OBSTACLES - 1)))
    settled = {"settled": clock.now(), "outcome": WORDS}
    insert_all(ReviewLine, ({**obstacle, **settled, "id": _id()} for _ in range(FORMS)))


def _account(person: int, owner: int) -> None:
    days = ((TODAY - timedelta(days=n)).isoformat() for n in range(0, 2 * MOST_ABSENCES, 2))
    own = ({"person": person, "first": day, "last": day} for day in days)
    insert_all(Absence, islice(own, MOST_ABSENCES - 1))
    device = {"person": person, "started": NOON, "device": "d" * 200}
    insert_all(
        Session, ({**device, "token_hash": _id(), "seen": NOON} for _ in range(MOST_DEVICES - 2))
    )
    gone = {
        "person": person,
        "at": NOON,
        "kind": "goal",
        "words": WORDS,
        "rows": "{}",
    }
    insert_all(Deletion, ({**gone, "id": _id(), "target": _id()} for _ in range(FORMS)))
    shown = {"person": person, "rule": "one_area", "shown": NOON, "state": "done"}
    named = " ".join(_id() for _ in range(50))
    days = ((TODAY - timedelta(weeks=4 * n)).isoformat() for n in range(1, 14))
    insert_all(Adjustment, ({**shown, "rows": named, "first": day} for day in days))


def _stamp(at: int, day: date = date(2000, 1, 1)) -> Row:
    where = {"day": day.isoformat(), "offset": 60, "zone": "Europe/Berlin"}
    return {"happened": at, "entered": at, "received": NOON, **where}


def _id() -> str:
    return str(uuid.uuid4())
