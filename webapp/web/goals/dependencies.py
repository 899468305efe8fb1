"""What a goal or a win depends on, and what it unlocks."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.goals.dependencies import (
    add_dependency,
    delete_dependency,
    dependency_options,
    stacks_of,
    words_of_thing,
)
from webapp.rules.goals.dependencies import GoalOrWin, ThingKind
from webapp.rules.shared.problems import Invalid
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person

pages = Blueprint("dependencies", __name__, url_prefix="/dependencies")


@pages.get("/<kind>/<thing_id>")
def index(kind: str, thing_id: str) -> ResponseReturnValue:
    """Show both lists of one goal or win."""
    return _draw(_thing(f"{kind} {thing_id}"), {})


@pages.post("/<kind>/<thing_id>")
@stored_once
def create(kind: str, thing_id: str) -> ResponseReturnValue:
    """Add one that it depends on (`needs`), or that it unlocks (`unlocks`): "goal <id>"."""
    this, form = _thing(f"{kind} {thing_id}"), request.form
    try:
        if form.get("unlocks"):
            add_dependency(current_person(), _thing(form["unlocks"]), this)
        else:
            add_dependency(current_person(), this, _thing(form.get("needs", "")))
    except Invalid as invalid:
        return _draw(this, by_field(invalid)), 422
    return _back(this)


@pages.delete("/<kind>/<thing_id>")
def destroy(kind: str, thing_id: str) -> ResponseReturnValue:
    """Delete one of its dependencies."""
    this, form = _thing(f"{kind} {thing_id}"), request.form
    words_of_thing(current_person(), this)
    if form.get("unlocks"):
        delete_dependency(current_person(), form["unlocks"], this.id)
    else:
        delete_dependency(current_person(), this.id, form.get("needs", ""))
    return _back(this)


def _thing(text: str) -> GoalOrWin:
    kind, _, thing_id = text.partition(" ")
    if kind not in list(ThingKind):
        abort(404)
    return GoalOrWin(ThingKind(kind), thing_id)


def _back(this: GoalOrWin) -> ResponseReturnValue:
    return redirect(url_for("dependencies.index", kind=this.kind, thing_id=this.id), 303)


def _draw(this: GoalOrWin, problems: dict[str, str]) -> str:
    person = current_person()
    stack = stacks_of(person, [this.id])[this.id]
    return render_template(
        "dependencies/index.html",
        person=person,
        this=this,
        words=words_of_thing(person, this),
        needs=stack.needs,
        unlocks=stack.unlocks,
        offered=dependency_options(person, this),
        problems=problems,
    )
