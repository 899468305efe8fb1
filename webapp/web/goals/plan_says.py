"""What is said under the fields of a plan while it is typed: what is missing, what would be better.

The same rules decide whether the goal can be set (rules/goals/goals.py).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from flask_babel import gettext

from webapp.rules.goals.goals import Plan, hints_for, missing_to_activate
from webapp.rules.goals.plans import PlanForm, parse_plan
from webapp.rules.goals.wording import BETTER
from webapp.rules.shared.problems import Invalid, Problem
from webapp.web.shared.errors import sentence
from webapp.web.shared.i18n.language import language
from webapp.web.shared.i18n.number_formats import page_format


@dataclass(frozen=True, slots=True)
class Says:
    """A sentence under a field: what is wrong, missing, would be better, or that it is clear."""

    state: Literal["problem", "missing", "better", "clear"]
    text: str


def says_of(given: PlanForm, today: date) -> dict[str, Says]:
    """Return what is said under each field of which there is something to say."""
    try:
        plan = parse_plan(given, page_format())
    except Invalid as invalid:
        return {one.field: Says("problem", sentence(one)) for one in reversed(invalid.problems)}
    better = hints_for(plan, today, language())
    return (
        _clear(plan, better)
        | {one.field: Says("better", _with_example(one)) for one in better}
        | {one.field: Says("missing", sentence(one)) for one in missing_to_activate(plan, today)}
    )


def _clear(plan: Plan, better: Iterable[Problem]) -> dict[str, Says]:
    if not plan.statement or any(one.field == "statement" for one in better):
        return {}
    return {"statement": Says("clear", gettext("Clear: one can see when it is done."))}


def _with_example(hint: Problem) -> str:
    says = sentence(hint)
    if hint.field != "statement":
        return says
    example = gettext("For example: “%(better)s”.", better=gettext(BETTER))
    return f"{says} {example}"
