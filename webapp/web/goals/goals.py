"""Micro-goals: the list, and planning, showing, changing and deleting one."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.capture.today import day_of
from webapp.domain.capture.wins import win_of
from webapp.domain.goals.goals import change_goal, delete_goal, draft_goal, goal_of
from webapp.domain.goals.lessons import lessons_for
from webapp.domain.goals.lists import closed_page, goals_page
from webapp.domain.goals.plans import plan_of
from webapp.domain.objectives.objectives import objectives_of
from webapp.rules.goals.plans import PlanForm, form_of, parse_plan
from webapp.rules.shared.problems import Invalid
from webapp.web.goals.goal import draw_goal
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.deleted import lead_to
from webapp.web.shared.errors import by_field
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.i18n.number_formats import page_format
from webapp.web.shared.login import current_person, login_required
from webapp.web.shared.paging import cursor_after, parse_cursor

pages = Blueprint("goals", __name__, url_prefix="/goals")


@pages.get("/")
@login_required
def index() -> ResponseReturnValue:
    """Show one's goals by state, or with `after` the next page of closed ones."""
    return page_or_304(current_person(), _draw_closed if request.args.get("after") else _draw_goals)


@pages.get("/new")
@login_required
def new() -> ResponseReturnValue:
    """Show an empty plan, or one for ?statement=, ?objective=, ?area=, or that builds on ?win=."""
    return _form("", _suggested(), {})


@pages.post("/")
@login_required
@stored_once
def create() -> ResponseReturnValue:
    """Store a plan as a draft, whatever it lacks."""
    try:
        goal_id = draft_goal(
            current_person(),
            parse_plan(_given(), page_format()),
            now(),
            request.form.get("after", ""),
        )
    except Invalid as invalid:
        return _form("", _given(), by_field(invalid)), 422
    return redirect(url_for("goals.show", goal_id=goal_id), 303)


@pages.get("/<goal_id>")
@login_required
def show(goal_id: str) -> ResponseReturnValue:
    """Show one goal and everything that can be done with it."""
    return draw_goal(goal_id)


@pages.get("/<goal_id>/edit")
@login_required
def edit(goal_id: str) -> ResponseReturnValue:
    """Show the plan of a goal in a form."""
    return _form(
        goal_id,
        form_of(plan_of(current_person(), goal_of(current_person(), goal_id)), page_format()),
        {},
    )


@pages.patch("/<goal_id>")
@login_required
def update(goal_id: str) -> ResponseReturnValue:
    """Change the plan of a goal."""
    person = current_person()
    goal_of(person, goal_id)
    try:
        today = day_of(person, zone_of(person), now())
        change_goal(person, goal_id, parse_plan(_given(), page_format()), today, now())
    except Invalid as invalid:
        return _form(goal_id, _given(), by_field(invalid)), 422
    return redirect(url_for("goals.show", goal_id=goal_id), 303)


@pages.delete("/<goal_id>")
@login_required
def destroy(goal_id: str) -> ResponseReturnValue:
    """Delete a goal; its wins stay."""
    return lead_to(url_for("goals.index"), delete_goal(current_person(), goal_id, now()))


def _draw_goals() -> str:
    person, zone, instant = current_person(), zone_of(current_person()), now()
    goals = goals_page(person, day_of(person, zone, instant), instant, zone)
    after = cursor_after(goals.closed[-1]) if goals.more else None
    return render_template("goals/index.html", person=person, goals=goals, after=after)


def _draw_closed() -> str:
    person, zone, instant = current_person(), zone_of(current_person()), now()
    place = parse_cursor(request.args.get("after")) or (instant, "")
    rows, more = closed_page(person, place, day_of(person, zone, instant), instant, zone)
    template = "goals/_closed.html" if wants_fragment() else "goals/closed.html"
    after = cursor_after(rows[-1]) if more else None
    return render_template(template, person=person, rows=rows, after=after)


def _suggested() -> PlanForm:
    given = request.args
    if not given.get("win"):
        objectives = tuple(given.getlist("objective"))
        return PlanForm(
            given.get("statement", ""), area=given.get("area", ""), objectives=objectives
        )
    win = win_of(current_person(), given["win"])
    step = given.get("statement") or win.next_step
    return PlanForm(step, area=win.area, objectives=tuple(win.objectives.split()))


def _given() -> PlanForm:
    form = request.form
    one = {name: form.get(name, "") for name in _ONE}
    return PlanForm(
        **one,
        cadence=form.get("cadence", "once"),
        weekdays=tuple(form.getlist("weekdays")),
        objectives=tuple(form.getlist("objectives")),
        no_objective="no_objective" in form,
    )


_ONE = (
    "statement",
    "criteria",
    "target",
    "unit",
    "due",
    "month_day",
    "time_of_day",
    "impact",
    "area",
)


def _form(goal_id: str, given: PlanForm, problems: dict[str, str]) -> str:
    person = current_person()
    # What the form says counts; an address that somebody made cannot say it for them.
    after = (request.form or request.args).get("after", "")
    return render_template(
        "goals/edit.html" if goal_id else "goals/new.html",
        person=person,
        goal_id=goal_id,
        given=given,
        problems=problems,
        objectives=objectives_of(person),
        lessons=lessons_for(person, given.objectives, given.area, now(), goal_id),
        after=after or request.args.get("win", ""),
    )
