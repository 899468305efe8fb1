"""What a decision is: a question that is opened, decided, perhaps reopened (R26)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from webapp.rules.shared import fields as of
from webapp.rules.shared.ids import parse_id
from webapp.rules.shared.problems import N_, Invalid, Problem


class Importance(StrEnum):
    """The class of a decision."""

    ROUTINE = "routine"
    IMPORTANT = "important"


class DecisionState(StrEnum):
    """The states of a decision."""

    OPEN = "open"
    DECIDED = "decided"


class Step(StrEnum):
    """What can be done to a decision."""

    DECIDED = "decided"
    REOPENED = "reopened"


MOST_OPEN = 300  # of one owner
MOST_STEPS = 100  # of one decision
TOO_MANY_OPEN = Problem(
    "what", N_("There are 300 open decisions. Decide or delete one, then send this again.")
)
TOO_MANY_STEPS = Problem(
    "target", N_("This was decided and opened again 100 times. Open it as another decision.")
)
QUESTION = of.line()
OUTCOME = of.line()
IMPORTANCE = of.choice(Importance, N_("Say whether it is routine or important."))


@dataclass(frozen=True, slots=True)
class OpenedDecision:
    """A question that waits for a decision, and its class."""

    question: str
    importance: str


@dataclass(frozen=True, slots=True)
class TakenStep:
    """One tap on the decision `target`: decided, with the outcome in words or "", or reopened."""

    target: str
    step: Step
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class DecisionStatus:
    """The state of a decision; decided_at: ms, None while it is open."""

    state: DecisionState = DecisionState.OPEN
    decided_at: int | None = None
    outcome: str = ""


def parse_opening(fields: Mapping[str, Any], _received: int) -> OpenedDecision:
    """Return the decision that `fields` (what, importance) open.

    Invalid: with every problem at once.
    """
    problems: list[Problem] = []
    question = _checked(QUESTION, "what", fields.get("what", ""), problems)
    importance = _checked(IMPORTANCE, "importance", fields.get("importance"), problems)
    if question == "":
        problems.append(Problem("what", N_("Say in one line what is to be decided.")))
    if problems:
        raise Invalid(*problems)
    return OpenedDecision(question, importance)


def parse_decided(fields: Mapping[str, Any], _received: int) -> TakenStep:
    """Return the step that decides fields["target"], or raise Invalid.

    outcome: in words, or missing.
    """
    target = parse_id("target", fields.get("target"))
    outcome = OUTCOME.check("outcome", fields.get("outcome", ""))
    return TakenStep(target, Step.DECIDED, outcome)


def parse_reopened(fields: Mapping[str, Any], _received: int) -> TakenStep:
    """Return the step that reopens fields["target"], or raise Invalid."""
    return TakenStep(parse_id("target", fields.get("target")), Step.REOPENED)


def status_after(steps: Iterable[tuple[int, str, str, str]]) -> DecisionStatus:
    """Return the status of a decision after `steps`: (ms, entry id, step, outcome).

    The latest by its moment counts, and by entry id in a tie, so that the order in which they
    arrive makes no difference.
    """
    at, _, step, outcome = max(steps, default=(0, "", Step.REOPENED, ""))
    return (
        DecisionStatus(DecisionState.DECIDED, at, outcome)
        if step == Step.DECIDED
        else DecisionStatus()
    )


def _checked(field: of.Field, name: str, value: object, problems: list[Problem]) -> Any:
    try:
        return field.check(name, value)
    except Invalid as invalid:
        problems.extend(invalid.problems)
        return None
