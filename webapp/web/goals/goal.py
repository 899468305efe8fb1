"""The page of one micro-goal, which many answers lead to."""

from collections.abc import Iterable, Mapping

from flask import render_template, request

from webapp.domain.goals.members import members_with_goals
from webapp.domain.goals.pages import GoalPage, goal_page
from webapp.rules.goals.goals import hints_for, missing_to_activate
from webapp.rules.shared.problems import Problem
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.errors import sentence
from webapp.web.shared.i18n.language import language
from webapp.web.shared.login import current_person
from webapp.web.shared.paging import cursor_after, parse_cursor
from webapp.web.shared.permissions.acting import acting, day_here


def draw_goal(
    goal_id: str,
    problems: Iterable[Problem] = (),
    typed: Mapping[int, str] | None = None,
    template: str = "goals/show.html",
) -> str:
    """Return the page of one's own goal, with the problems of the last try, or raise NotFound.

    typed: what was typed as the number of a criterion, by its key. template: another page that
    shows the same.
    """
    person, day = current_person(), day_here()
    before = parse_cursor(request.args.get("before"))
    page: GoalPage = goal_page(acting(), goal_id, day, now(), zone_of(person), before)
    better = hints_for(page.plan, day, language())
    return render_template(
        template,
        person=person,
        members=members_with_goals(acting(), [goal_id]),
        page=page,
        earlier=cursor_after(page.earlier) if page.earlier else None,
        goal=page.row,
        typed=typed or {},
        problems=[sentence(problem) for problem in problems],
        missing=[sentence(problem) for problem in missing_to_activate(page.plan, day)],
        hints=[sentence(problem) for problem in better],
        example=any(problem.field == "statement" for problem in better),
    )
