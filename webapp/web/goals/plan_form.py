"""The form of a win plan: reading it, and drawing it with what it still lacks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flask import render_template, request
from flask_babel import gettext
from werkzeug.datastructures import MultiDict

from webapp.domain.goals.lessons import lessons_for
from webapp.domain.goals.lists import count_active, last_objectives
from webapp.domain.goals.members import members_for_goal
from webapp.domain.objectives.choices import objective_choices
from webapp.rules.goals.due_days import Offer, OfferedDay, offered_days
from webapp.rules.goals.plans import ANOTHER_DAY, PlanForm
from webapp.web.goals.plan_says import says_of
from webapp.web.shared.clock import now
from webapp.web.shared.i18n.dates import tiny_day, weekday_name
from webapp.web.shared.login import current_person
from webapp.web.shared.permissions.acting import acting, day_here

ROWS = 12  # for criteria, as many as there may be; the stylesheet shows the next empty one
ONE = (
    *("statement", "target", "unit", "due", "due_choice", "month_day"),
    *("time_of_day", "impact", "area", "new_objective"),
)


@dataclass(frozen=True, slots=True)
class DayChip:
    """A day at one tap: its ISO date, why it is offered, and its date in short."""

    day: str
    name: str
    date: str


def given_plan(values: "MultiDict[str, str]") -> PlanForm:
    """Return the plan as the fields of a form, or of an address, say it."""
    one = {name: values.get(name, "") for name in ONE}
    return PlanForm(
        **one,
        criteria="\n".join(values.getlist("criteria")),
        cadence=values.get("cadence", "once"),
        weekdays=tuple(values.getlist("weekdays")),
        objectives=tuple(values.getlist("objectives")),
        no_objective="no_objective" in values,
    )


def draw_plan(goal_id: str, state: str, given: PlanForm, problems: Mapping[str, str]) -> str:
    """Return the page with the form; goal_id, state: of the goal that is changed, "" for a new one.

    problems: sentences by field.
    """
    whose = acting()
    today = day_here()
    # What the form says counts; an address that somebody made cannot say it for them.
    after = (request.form or request.args).get("after", "")
    members, taker = members_for_goal(whose, goal_id)
    return render_template(
        "goals/edit.html" if goal_id else "goals/new.html",
        person=current_person(),
        goal_id=goal_id,
        state=state,
        given=given,
        problems=problems,
        says={} if _is_empty(given) else says_of(given, today),
        chips=_chips(whose.workdays, today),
        another=ANOTHER_DAY,
        rows=ROWS,
        objectives=objective_choices(whose),
        recent=last_objectives(whose),
        lessons=lessons_for(whose, given.objectives, given.area, now(), goal_id),
        after=after or request.args.get("win", ""),
        active=count_active(whose),
        acting=whose,
        members=members,
        member=request.form.get("member", taker),
    )


def _is_empty(given: PlanForm) -> bool:
    return not (given.statement or given.criteria.strip())


def _chips(workdays: int, today: date) -> list[DayChip]:
    offered = offered_days(today, workdays)
    return [_chip(one, today) for one in offered]


def _chip(offered: OfferedDay, today: date) -> DayChip:
    day = offered.day.isoformat()
    end = gettext("Today") if offered.day == today else weekday_name(offered.day.weekday())
    names = {
        Offer.WEEK_END: end,
        Offer.WEEK: gettext("In a week"),
        Offer.FORTNIGHT: gettext("In two weeks"),
    }
    return DayChip(day, names[offered.offer], tiny_day(day))
