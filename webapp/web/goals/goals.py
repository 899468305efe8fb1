"""Micro-goals: the list, and planning, showing, changing and deleting one."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.capture.wins import win_of
from webapp.domain.goals.goals import change_goal, delete_goal, draft_goal, goal_of
from webapp.domain.goals.lists import closed_page, goals_page
from webapp.domain.goals.members import give_to_member, members_with_goals
from webapp.domain.goals.plans import plan_of
from webapp.domain.goals.setting import change_and_set, draft_and_set
from webapp.domain.teams.offering import offer_own
from webapp.rules.goals.due_days import usual_day
from webapp.rules.goals.goals import Plan
from webapp.rules.goals.plans import PlanForm, form_of, parse_plan
from webapp.rules.shared.problems import Invalid
from webapp.web.goals.activations import after_setting
from webapp.web.goals.goal import draw_goal
from webapp.web.goals.plan_form import draw_plan, given_plan
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.deleted import lead_to
from webapp.web.shared.errors import by_field
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.i18n.number_formats import page_format
from webapp.web.shared.login import current_person
from webapp.web.shared.paging import cursor_after, parse_cursor
from webapp.web.shared.permissions.acting import acting, day_here, team_of_page

pages = Blueprint("goals", __name__, url_prefix="/goals")

SETS = "sets"  # the button of a plan that also activates it


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show one's goals by state, or with `after` the next page of closed ones."""
    return page_or_304(acting(), _draw_closed if request.args.get("after") else _draw_goals)


@pages.get("/new")
def new() -> ResponseReturnValue:
    """Show an empty plan, or one for ?statement=, ?objective=, ?area=, or that builds on ?win=."""
    return draw_plan("", "", _suggested(), {})


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Store a plan: as a draft, whatever it lacks, or set at once if it lacks nothing."""
    given = given_plan(request.form)
    try:
        leads_to = _create(parse_plan(given, page_format()), request.form.get("after", ""))
    except Invalid as invalid:
        return draw_plan("", "", given, by_field(invalid)), 422
    return redirect(leads_to, 303)


@pages.get("/<goal_id>")
def show(goal_id: str) -> ResponseReturnValue:
    """Show one goal and everything that can be done with it."""
    return draw_goal(goal_id)


@pages.get("/<goal_id>/edit")
def edit(goal_id: str) -> ResponseReturnValue:
    """Show the plan of a goal in a form."""
    whose = acting()
    goal = goal_of(whose, goal_id)
    return draw_plan(goal_id, goal.state, form_of(plan_of(whose, goal), page_format()), {})


@pages.patch("/<goal_id>")
def update(goal_id: str) -> ResponseReturnValue:
    """Change the plan of a goal, and set it if the form asks for that."""
    goal, given = goal_of(acting(), goal_id), given_plan(request.form)
    try:
        leads_to = _change(goal_id, parse_plan(given, page_format()))
    except Invalid as invalid:
        return draw_plan(goal_id, goal.state, given, by_field(invalid)), 422
    return redirect(leads_to, 303)


@pages.delete("/<goal_id>")
def destroy(goal_id: str) -> ResponseReturnValue:
    """Delete a goal; its wins stay."""
    return lead_to(url_for("goals.index"), delete_goal(acting(), goal_id, now()))


def _draw_goals() -> str:
    whose, person = acting(), current_person()
    goals = goals_page(whose, day_here(), now(), zone_of(person))
    after = cursor_after(goals.earlier) if goals.earlier else None
    members = members_with_goals(whose, [one.id for one in goals.active + goals.met_today])
    return render_template(
        "goals/index.html", person=person, acting=whose, goals=goals, after=after, members=members
    )


def _draw_closed() -> str:
    person, instant = current_person(), now()
    place = parse_cursor(request.args.get("after")) or (instant, "")
    rows, more = closed_page(acting(), place, day_here(), instant, zone_of(person))
    template = "goals/_closed.html" if wants_fragment() else "goals/closed.html"
    after = cursor_after(rows[-1]) if more else None
    return render_template(template, person=person, rows=rows, after=after)


def _suggested() -> PlanForm:
    given, whose = request.args, acting()
    usual = usual_day(day_here(), whose.workdays).isoformat()
    if not given.get("win"):
        objectives = tuple(given.getlist("objective"))
        return PlanForm(
            given.get("statement", ""), due=usual, area=given.get("area", ""), objectives=objectives
        )
    win = win_of(whose, given["win"])
    step = given.get("statement") or win.next_step
    return PlanForm(step, due=usual, area=win.area, objectives=tuple(win.objectives.split()))


def _create(plan: Plan, after: str) -> str:
    """Store a new plan; return where it leads."""
    whose, instant = acting(), now()
    if SETS not in request.form:
        goal_id = draft_goal(whose, plan, instant, after)
        _finish(goal_id, plan)
        return url_for("goals.show", goal_id=goal_id)
    goal_id, is_set = draft_and_set(whose, plan, day_here(), instant, after)
    _finish(goal_id, plan)
    return after_setting(goal_id, is_set=is_set)


def _change(goal_id: str, plan: Plan) -> str:
    """Change the plan of a goal; return where it leads."""
    whose, today, instant = acting(), day_here(), now()
    if SETS not in request.form:
        change_goal(whose, goal_id, plan, today, instant)
        _finish(goal_id, plan)
        return url_for("goals.show", goal_id=goal_id)
    is_set = change_and_set(whose, goal_id, plan, today, instant)
    _finish(goal_id, plan)
    return after_setting(goal_id, is_set=is_set)


def _finish(goal_id: str, plan: Plan) -> None:
    """Store whose goal of a team it is, where the form says so, and offer its new objective."""
    if plan.new_objective:
        offer_own(acting())
    if team_of_page() and "member" in request.form:
        give_to_member(acting(), goal_id, request.form["member"])
