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
from webapp.web.shared.permissions.acting import acting

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
            add_dependency(acting(), _thing(form["unlocks"]), this)
        else:
            add_dependency(acting(), this, _thing(form.get("needs", "")))
    except Invalid as invalid:
        return _draw(this, by_field(invalid)), 422
    return _back(this)


@pages.delete("/<kind>/<thing_id>")
def destroy(kind: str, thing_id: str) -> ResponseReturnValue:
    """Delete one of its dependencies."""
    this, form = _thing(f"{kind} {thing_id}"), request.form
    words_of_thing(acting(), this)
    if form.get("unlocks"):
        delete_dependency(acting(), form["unlocks"], this.id)
    else:
        delete_dependency(acting(), this.id, form.get("needs", ""))
    return _back(this)


def _thing(text: str) -> GoalOrWin:
    kind, _, thing_id = text.partition(" ")
    if kind not in list(ThingKind):
        abort(404)
    return GoalOrWin(ThingKind(kind), thing_id)


def _back(this: GoalOrWin) -> ResponseReturnValue:
    return redirect(url_for("dependencies.index", kind=this.kind, thing_id=this.id), 303)


def _draw(this: GoalOrWin, problems: dict[str, str]) -> str:
    whose = acting()
    stack = stacks_of(whose, [this.id])[this.id]
    return render_template(
        "dependencies/index.html",
        person=current_person(),
        this=this,
        words=words_of_thing(whose, this),
        needs=stack.needs,
        unlocks=stack.unlocks,
        offered=dependency_options(whose, this),
        problems=problems,
    )
