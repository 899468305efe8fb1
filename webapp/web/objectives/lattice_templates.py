"""Objectives from a template: shown as drafts in a form, stored when confirmed."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.datastructures import MultiDict

from webapp.domain.objectives.lattice_templates import start_lattice, template_with
from webapp.rules.objectives.indicators import Measure, parse_measure
from webapp.rules.objectives.lattice_templates import LatticeTemplate
from webapp.rules.objectives.objectives import ObjectiveFields, parse_objective
from webapp.rules.shared.problems import Invalid
from webapp.rules.shared.text import tidy
from webapp.web.shared.clock import now
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.i18n.number_formats import page_format
from webapp.web.shared.login import current_person
from webapp.web.shared.permissions.acting import acting

pages = Blueprint("lattice_templates", __name__, url_prefix="/templates/<template>/objectives")


@pages.get("/new")
def new(template: str) -> ResponseReturnValue:
    """Show the drafts of a template in a form."""
    return _form(template_with(template), _drafts(template_with(template)), {})


@pages.post("/")
@stored_once
def create(template: str) -> ResponseReturnValue:
    """Store what the form says; a draft without a name is left out."""
    chosen = template_with(template)
    try:
        top = start_lattice(acting(), chosen.key, *_parsed(request.form), now())
    except Invalid as invalid:
        return _form(chosen, request.form, by_field(invalid)), 422
    return redirect(url_for("objectives.show", objective_id=top), 303)


def _parsed(
    form: "MultiDict[str, str]",
) -> tuple[ObjectiveFields, list[ObjectiveFields], Measure | None]:
    named = [name for name in form.getlist("part") if tidy(name)]
    parts = [parse_objective({"name": name}, ()) for name in named]
    measure = None
    if tidy(form.get("indicator", "")):
        given = {"name": form["indicator"], "unit": form.get("unit"), "better": form.get("better")}
        measure = parse_measure({key: value or "" for key, value in given.items()}, page_format())
    return (
        parse_objective({"name": form.get("name", ""), "why": form.get("why", "")}, ()),
        parts,
        measure,
    )


def _drafts(template: LatticeTemplate) -> "MultiDict[str, str]":
    drafts: Any = [
        (name, gettext(getattr(template, name))) for name in ("name", "why", "indicator")
    ]
    drafts += [("unit", gettext(template.unit)), ("better", template.better)]
    return MultiDict([*drafts, *(("part", gettext(part)) for part in template.parts)])


def _form(template: LatticeTemplate, given: "MultiDict[str, str]", problems: dict[str, str]) -> str:
    return render_template(
        "lattice_templates/new.html",
        person=current_person(),
        template=template,
        given=given,
        problems=problems,
    )
