"""How often kinds of wins and objectives are meant to see something."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from webapp.domain.goals.cadences import SubjectCadence, cadence_of, cadences_of, choose_cadence
from webapp.rules.goals.cadences import Cadence, Frequency, parse_cadence
from webapp.rules.shared.problems import Invalid
from webapp.rules.shared.workdays import weekdays_in
from webapp.web.shared.errors import by_field
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.i18n.dates import cadence_name, short_weekdays
from webapp.web.shared.i18n.gettext import join_names
from webapp.web.shared.i18n.win_kinds import kind_name
from webapp.web.shared.login import current_person

pages = Blueprint("cadences", __name__, url_prefix="/cadences")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show the cadences of the three kinds, then of the objectives."""
    return page_or_304(current_person(), _draw)


@pages.get("/<subject>/edit")
def edit(subject: str) -> ResponseReturnValue:
    """Show the form for one of them, and what a kind does for confidence."""
    row = cadence_of(current_person(), subject)
    cadence = row.cadence or Cadence(Frequency.DAILY)
    chosen = [str(day) for day in weekdays_in(cadence.weekdays)]
    return _form(row, cadence.every, chosen)


@pages.patch("/<subject>")
def update(subject: str) -> ResponseReturnValue:
    """Choose another cadence for one of them."""
    every, weekdays = request.form.get("every", ""), request.form.getlist("weekdays")
    try:
        choose_cadence(current_person(), subject, parse_cadence(every, weekdays))
    except Invalid as invalid:
        problem = " ".join(by_field(invalid).values())
        return _form(cadence_of(current_person(), subject), every, weekdays, problem), 422
    return redirect(url_for("cadences.index", saved=subject), 303)


def _draw() -> str:
    return render_template(
        "cadences/index.html",
        person=current_person(),
        cadences=cadences_of(current_person()),
        kind_name=kind_name,
        says=_says,
        saved=request.args.get("saved", ""),
    )


def _form(row: SubjectCadence, every: str, chosen: list[str], problem: str = "") -> str:
    return render_template(
        "cadences/edit.html",
        person=current_person(),
        row=row,
        kind_name=kind_name,
        often=list(Frequency),
        every=every,
        chosen=chosen,
        problem=problem,
    )


def _says(cadence: Cadence | None) -> str:
    if cadence is None:
        return gettext("None")
    days = join_names(short_weekdays(cadence.weekdays))
    return " · ".join(filter(None, [cadence_name(cadence.every), days]))
