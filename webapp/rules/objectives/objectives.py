"""What an objective is, and what a form may say about one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from webapp.rules.shared import fields as of
from webapp.rules.shared.ids import parse_id
from webapp.rules.shared.problems import N_, Chain, Invalid, Problem

LONGEST_NAME = 120
MOST_OBJECTIVES = 200  # of one owner: the picture, the list and each form show them all
TOO_MANY_OBJECTIVES = Problem(
    "name", N_("There are 200 objectives. Delete one that is done with, then add this.")
)

SERVED_GONE = Problem("serves", N_("One of the objectives it serves is gone. Choose again."))


class ObjectiveState(StrEnum):
    """The states of an objective."""

    OPEN = "open"
    REACHED = "reached"
    DROPPED = "dropped"


NAME = of.line(LONGEST_NAME)
WHY = of.text()
STATE = of.choice(ObjectiveState, N_("Say whether it is open, reached or dropped."))


@dataclass(frozen=True, slots=True)
class ObjectiveFields:
    """What a person says about an objective; serves: ids of those it serves."""

    name: str
    why: str = ""
    state: str = ObjectiveState.OPEN
    serves: tuple[str, ...] = ()


def parse_objective(form: Mapping[str, object], serves: Sequence[object]) -> ObjectiveFields:
    """Return the objective that a form describes, or raise Invalid with every problem."""
    problems: list[Problem] = []
    name = _checked(NAME, "name", form.get("name", ""), problems)
    why = _checked(WHY, "why", form.get("why", ""), problems)
    state = _checked(STATE, "state", form.get("state", ObjectiveState.OPEN.value), problems)
    if name == "" and not problems:
        problems.append(Problem("name", N_("Name the outcome in a few words.")))
    served = tuple(dict.fromkeys(_ids(serves, problems)))
    if problems:
        raise Invalid(*problems)
    return ObjectiveFields(name, why, state, served)


def cycle_problem(names: Sequence[str]) -> Problem:
    """Return why an objective cannot serve what leads back to it.

    names: of the cycle, from the objective back to it.
    """
    says = N_("This would go round in a circle: %(way)s. Leave one of these out.")
    return Problem("serves", says, {"way": Chain(names)})


def _ids(serves: Sequence[object], problems: list[Problem]) -> Sequence[str]:
    if len(serves) > of.MOST_IDS:
        problems.append(Problem("serves", N_("Choose at most ten.")))
        return ()
    try:
        return [parse_id("serves", one) for one in serves]
    except Invalid as invalid:
        problems.extend(invalid.problems)
        return ()


def _checked(field: of.Field, name: str, value: object, problems: list[Problem]) -> str:
    try:
        return str(field.check(name, value))
    except Invalid as invalid:
        problems.extend(invalid.problems)
        return ""
