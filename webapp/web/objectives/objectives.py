"""Objectives: the lattice, one objective with all around it, and changing it."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.objectives.lattice import lattice_of, loss_of, objective_page
from webapp.domain.objectives.objectives import (
    add_objective,
    change_objective,
    delete_objective,
    links_of_lattice,
    objective_of,
    objectives_of,
)
from webapp.rules.objectives.lattice_templates import TEMPLATES
from webapp.rules.objectives.objectives import ObjectiveState, parse_objective
from webapp.rules.rights.permissions import Access, Permission, Thing
from webapp.rules.shared.problems import Invalid
from webapp.web.shared.clock import now
from webapp.web.shared.deleted import lead_to
from webapp.web.shared.errors import by_field
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.login import current_person
from webapp.web.shared.paging import cursor_after, parse_cursor
from webapp.web.shared.permissions.acting import acting, may_here

LINKS = Permission(Thing.LINKS, Access.CHANGE)
pages = Blueprint("objectives", __name__, url_prefix="/objectives")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show the lattice, as a picture and as a list, and what is missing in it."""
    return page_or_304(acting(), _draw)


@pages.get("/new")
def new() -> ResponseReturnValue:
    """Show an empty form; `serves` in the address is chosen already."""
    return _form(None, {}, request.args.getlist("serves"))


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Store a new objective."""
    serves = request.form.getlist("serves")
    try:
        added = add_objective(acting(), parse_objective(request.form, serves), now())
    except Invalid as invalid:
        return _form(None, request.form, serves, invalid), 422
    return redirect(url_for("objectives.show", objective_id=added), 303)


@pages.get("/<objective_id>")
def show(objective_id: str) -> ResponseReturnValue:
    """Show what it serves, what serves it, and a page of the wins that name it."""
    wins_after, goals_after = (parse_cursor(request.args.get(name)) for name in ("after", "goals"))
    found = objective_page(acting(), objective_id, wins_after, goals_after)
    template = "objectives/_wins.html" if wants_fragment() else "objectives/show.html"
    after = cursor_after(found.after) if found.after else None
    return render_template(
        template, person=current_person(), page=found, after=after, may_link=may_here(LINKS)
    )


@pages.get("/<objective_id>/edit")
def edit(objective_id: str) -> ResponseReturnValue:
    """Show the form, and what would be lost by deleting it."""
    serves = [other for one, other in links_of_lattice(acting()) if one == objective_id]
    return _form(objective_id, {}, serves)


@pages.patch("/<objective_id>")
def update(objective_id: str) -> ResponseReturnValue:
    """Change what it says and what it serves."""
    serves = request.form.getlist("serves")
    try:
        change_objective(acting(), objective_id, parse_objective(request.form, serves))
    except Invalid as invalid:
        return _form(objective_id, request.form, serves, invalid), 422
    return redirect(url_for("objectives.show", objective_id=objective_id), 303)


@pages.delete("/<objective_id>")
def destroy(objective_id: str) -> ResponseReturnValue:
    """Delete it, and every mention of it."""
    deletion = delete_objective(acting(), objective_id, now())
    return lead_to(url_for("objectives.index"), deletion)


def _draw() -> str:
    lattice = lattice_of(acting())
    return render_template(
        "objectives/index.html", person=current_person(), lattice=lattice, templates=TEMPLATES
    )


def _form(
    objective_id: str | None,
    given: object,
    serves: list[str],
    invalid: Invalid | None = None,
) -> str:
    whose = acting()
    objective = objective_of(whose, objective_id) if objective_id else None
    return render_template(
        "objectives/edit.html" if objective else "objectives/new.html",
        person=current_person(),
        objective=objective,
        given=given or objective or {},
        serves=serves,
        others=[one for one in objectives_of(whose) if one[0] != objective_id],
        loss=loss_of(whose, objective_id) if objective_id else (0, 0),
        states=list(ObjectiveState),
        problems=by_field(invalid) if invalid else {},
    )
