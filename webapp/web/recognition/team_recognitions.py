"""Thanks in a team: giving them, those that the team may read, and those that one gave."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.recognition.forms import ThanksForm, thanks_form
from webapp.domain.recognition.proportions import findings_of_team
from webapp.domain.recognition.reading import Thanks, given_page, team_page
from webapp.domain.recognition.receiving import take_back
from webapp.domain.teams.teams import team_of
from webapp.rules.recognition.effort import effort_hint, effort_words
from webapp.rules.recognition.recognitions import (
    LONGEST,
    MOST_CITED,
    OWN_WORDS,
    Citation,
    citation_in,
)
from webapp.rules.shared.ids import UUID, TeamId, id_of_team
from webapp.rules.shared.problems import Invalid
from webapp.rules.shared.text import tidy
from webapp.web.shared.errors import by_field, sentence
from webapp.web.shared.forms.entries import record_entry
from webapp.web.shared.login import current_person
from webapp.web.shared.paging import parse_cursor
from webapp.web.shared.permissions.acting import day_here

pages = Blueprint("team_recognitions", __name__, url_prefix="/teams/<int:team>/recognitions")


@pages.get("/")
def index(team: int) -> ResponseReturnValue:
    """Show the thanks that the team may read, newest first."""
    its = id_of_team(team)
    found, more = team_page(its, parse_cursor(request.args.get("after")))
    findings = findings_of_team(its, day_here())
    return _list("recognitions/index.html", its, found, more=more, findings=findings)


@pages.get("/given")
def given(team: int) -> ResponseReturnValue:
    """Show the thanks that the person gave in the team."""
    its = id_of_team(team)
    found, more = given_page(current_person(), its, parse_cursor(request.args.get("after")))
    return _list("recognitions/given.html", its, found, more=more)


@pages.get("/new")
def new(team: int) -> ResponseReturnValue:
    """Show the form, with the wins of its address and what was achieved filled in."""
    return _form(id_of_team(team), {})


@pages.post("/")
def create(team: int) -> ResponseReturnValue:
    """Send thanks, to the team or only to those who did it: whichever button it was."""
    try:
        record_entry("recognise", _said())
    except Invalid as invalid:
        return _form(id_of_team(team), by_field(invalid)), 422
    review = _review_here()
    if review:
        return redirect(f"/teams/{team}/reviews/{review}/edit", 303)
    return redirect(url_for(".given", team=team), 303)


@pages.delete("/<given_id>")
def destroy(team: int, given_id: str) -> ResponseReturnValue:
    """Take back thanks that the person gave."""
    take_back(current_person(), given_id)
    return redirect(url_for(".given", team=team), 303)


def _said() -> dict[str, Any]:
    form = request.form
    return {
        "wins": form.getlist("wins"),
        "achieved": tidy(form.get("achieved", "")),
        "matters": tidy(form.get("matters", "")),
        "value": form.get("value", ""),
        "to_team": form.get("to_team") == "yes",
    }


def _list(template: str, team: TeamId, found: list[Thanks], *, more: bool, **shown: Any) -> str:
    return render_template(
        template,
        person=current_person(),
        team=team_of(team),
        thanks=found,
        next=more and url_for(request.endpoint or "", team=team, after=found[-1].cursor),
        **shown,
    )


def _form(team: TeamId, problems: dict[str, str]) -> str:
    form, (effort, between) = thanks_form(team, current_person().id, _wanted()), effort_words()
    return render_template(
        "recognitions/new.html",
        person=current_person(),
        form=form,
        given=request.form,
        problems=problems,
        hint=_hint(request.form),
        longest=LONGEST,
        own=OWN_WORDS,
        effort=effort,
        between=between,
        **_about(form),
    )


def _wanted() -> list[Citation]:
    named = request.form.getlist("wins") or request.args.getlist("win")
    return [one for one in map(citation_in, dict.fromkeys(named[:MOST_CITED])) if one]


def _about(form: ThanksForm) -> dict[str, Any]:
    """Return where the form leads back to, and what its address says when it is sent."""
    review = _review_here()
    kept = {"win": form.chosen[0].cites if form.chosen else None, "review": review}
    return {
        "review": review and f"/teams/{form.team}/reviews/{review}/edit",
        "about": {name: value for name, value in kept.items() if value},
    }


def _review_here() -> str | None:
    """Return the id of the review in which somebody thanks, None outside of one."""
    review = request.args.get("review", "")
    return review if UUID.fullmatch(review) else None


def _hint(given: Mapping[str, str]) -> str:
    hint = effort_hint(given.get("achieved", ""), given.get("matters", ""))
    return sentence(hint) if hint else ""
