"""Lessons of earlier wins, for a goal."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.goals.lessons import forget_lesson, lessons_for, use_lesson
from webapp.rules.shared.ids import UUID
from webapp.rules.shared.text import tidy
from webapp.web.shared.clock import now
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.permissions.acting import acting

pages = Blueprint("lessons", __name__)


@pages.get("/lessons/")
def index() -> ResponseReturnValue:
    """Show the lessons for the objectives and the area that are chosen in a form."""
    chosen = tuple(one for one in request.args.getlist("objectives") if UUID.fullmatch(one))
    found = lessons_for(acting(), chosen, tidy(request.args.get("area", "")), now())
    return render_template("lessons/_list.html", lessons=found, goal_id="")


@pages.post("/goals/<goal_id>/lessons/<win_id>")
@stored_once
def create(goal_id: str, win_id: str) -> ResponseReturnValue:
    """Store that a lesson was used."""
    use_lesson(acting(), goal_id, win_id, now())
    return redirect(url_for("goals.show", goal_id=goal_id), 303)


@pages.delete("/goals/<goal_id>/lessons/<win_id>")
def destroy(goal_id: str, win_id: str) -> ResponseReturnValue:
    """Delete that a lesson was used."""
    forget_lesson(acting(), goal_id, win_id)
    return redirect(url_for("goals.show", goal_id=goal_id), 303)
