"""Read-only links: the list of them, making, changing, renewing and revoking one (R32)."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.links.candidates import candidates
from webapp.domain.links.links import (
    CHANGES,
    LinkSummary,
    add_link,
    change_link,
    link_of,
    links_of,
    renew_link,
    revoke_link,
)
from webapp.domain.objectives.objectives import objectives_of
from webapp.rules.shared.moments import moment_in
from webapp.rules.shared.problems import Invalid
from webapp.rules.teams.links import parse_link
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person, keys
from webapp.web.shared.permissions.acting import acting, at, may_here
from webapp.web.shared.visits import public_address

ONLY_WINS = "none"  # instead of an objective
pages = Blueprint("links", __name__, url_prefix="/links")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show all links of the team or person."""
    whose = acting()
    return render_template(
        "links/index.html",
        person=current_person(),
        links=links_of(whose, keys()),
        may_change=may_here(CHANGES),
        day_of=_day_of,
    )


@pages.get("/new")
def new() -> ResponseReturnValue:
    """Show the form for a new link; `objective` in the address is chosen already."""
    return _form(None, request.args.get("objective", ""), (), {})


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Make a link, and show its address."""
    try:
        fields = parse_link(request.form, request.form.getlist("wins"))
        made = add_link(acting(), fields, keys(), now())
    except Invalid as invalid:
        return _given_back(None, invalid)
    return redirect(url_for("links.show", link_id=made), 303)


@pages.get("/<link_id>")
def show(link_id: str) -> ResponseReturnValue:
    """Show the address of a link, and what can be done with it."""
    whose = acting()
    link = link_of(whose, link_id, keys())
    return render_template(
        "links/show.html",
        person=current_person(),
        link=link,
        may_change=may_here(CHANGES),
        address=public_address(url_for("outside.show", link=link.token)) if link.token else "",
    )


@pages.get("/<link_id>/edit")
def edit(link_id: str) -> ResponseReturnValue:
    """Show what a link shows in a form."""
    link = link_of(acting(), link_id, keys())
    own = link.wins if link.maker == current_person().id else ()
    return _form(link, link.objective or ONLY_WINS, own, {})


@pages.patch("/<link_id>")
def update(link_id: str) -> ResponseReturnValue:
    """Change what a link shows, or give it another address: whichever the form says."""
    if "renew" in request.form:
        renew_link(acting(), link_id, keys())
        return redirect(url_for("links.show", link_id=link_id), 303)
    try:
        fields = parse_link(request.form, request.form.getlist("wins"))
        change_link(acting(), link_id, fields)
    except Invalid as invalid:
        return _given_back(link_of(acting(), link_id, keys()), invalid)
    return redirect(url_for("links.show", link_id=link_id), 303)


@pages.delete("/<link_id>")
def destroy(link_id: str) -> ResponseReturnValue:
    """Revoke a link."""
    revoke_link(acting(), link_id)
    return redirect(url_for("links.index"), 303)


def _given_back(link: LinkSummary | None, invalid: Invalid) -> ResponseReturnValue:
    form = request.form
    return _form(
        link, form.get("objective") or ONLY_WINS, form.getlist("wins"), by_field(invalid)
    ), 422


def _form(link: LinkSummary | None, objective: str, wins: object, problems: dict[str, str]) -> str:
    whose = acting()
    named = objectives_of(whose)
    if not link and not problems and objective not in dict(named):
        objective = ONLY_WINS if objective == ONLY_WINS else ""  # somebody else's, or deleted
    asks_first = not objective and (at() or named)
    its = "" if objective == ONLY_WINS else objective
    return render_template(
        "links/edit.html" if link else "links/new.html",
        person=current_person(),
        link=link,
        asks_first=link is None and asks_first,
        named=named,
        names=dict(named),
        objective=its,
        title=request.form.get("title", "" if link is None or link.objective else link.name),
        wins=wins,
        candidates=candidates(whose, its, link.wins if link else ()),
        problems=problems,
    )


def _day_of(instant: int) -> str:
    return moment_in(zone_of(current_person()), instant).local().date().isoformat()
