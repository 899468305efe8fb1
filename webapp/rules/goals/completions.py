"""What a phone sends about micro-goals: that one, or one of its criteria, is met (R13, R22)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from webapp.rules.goals.goals import Fact, GoalState
from webapp.rules.goals.plans import parse_day
from webapp.rules.shared import fields as of
from webapp.rules.shared.ids import parse_id
from webapp.rules.shared.moments import believable
from webapp.rules.shared.problems import N_, Invalid, Problem

MEET = frozenset({"target", "since", "period"})
TICK = frozenset({"target", "criterion", "done", "value", "period"})
MOST_KEYS = 32_767


@dataclass(frozen=True, slots=True)
class Completion:
    """All criteria of the goal `target` are met, and with them the goal.

    since: the moment (ms) of the goal's state that the person saw, 0 when the phone did
    not send it. period: the ISO day of the occurrence of a recurring goal; "" for the one then
    open.
    """

    target: str
    since: int = 0
    period: str = ""


@dataclass(frozen=True, slots=True)
class CriterionTick:
    """A criterion of the goal `target` is met or not, or its number is now `value`."""

    target: str
    criterion: int
    done: bool
    value: float | None
    period: str = ""


def parse_completion(fields: Mapping[str, Any], received: int) -> Completion:
    """Return the completion of fields["target"], or raise Invalid."""
    target = parse_id("target", fields.get("target"))
    since = fields.get("since", 0)
    if type(since) is not int or (since and not believable(since, received)):
        raise Invalid(Problem("since", N_("Open the goal again and say once more that it is met.")))
    return Completion(target, since, _period(fields))


def parse_criterion_tick(fields: Mapping[str, Any], _received: int) -> CriterionTick:
    """Return the tick of a criterion of fields["target"], or raise Invalid."""
    target = parse_id("target", fields.get("target"))
    key = fields.get("criterion")
    if type(key) is not int or not 0 < key <= MOST_KEYS:
        raise Invalid(Problem("criterion", N_("Choose one of the criteria.")))
    done = of.flag().check("done", fields.get("done", False))
    return CriterionTick(
        target, key, done, of.number().check("value", fields.get("value")), _period(fields)
    )


def fact_of(completion: Completion, at: int, entry: str) -> Fact:
    """Return the fact that follows from a completion tapped at `at` (ms).

    A phone's clock may be slow: a completion of a goal that the person saw as active is dated after
    its activation, whatever that clock said. The fact depends on this entry alone, so that the
    order in which entries arrive makes no difference.
    """
    return Fact(GoalState.MET, max(at, completion.since + 1), entry)


def _period(fields: Mapping[str, Any]) -> str:
    period = fields.get("period", "")
    if not isinstance(period, str):
        raise Invalid(
            Problem("period", N_("Open the goal again and say once more that it is met."))
        )
    day = parse_day("period", period)
    return day.isoformat() if day else ""
