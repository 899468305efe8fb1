"""Reviews: when they are due, a guided look back in three steps, and the past ones."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.insights.rhythms import rhythm_facts_of
from webapp.domain.reviews import reviews
from webapp.domain.reviews.agendas import agenda_of
from webapp.domain.reviews.schedules import review_schedule_of
from webapp.rules.reviews.reviews import ReviewStep, ended_at, next_review
from webapp.rules.shared.problems import NotFound
from webapp.web.reviews.exports import as_markdown
from webapp.web.reviews.moments import moment_of
from webapp.web.reviews.pages import STEPS, agenda_here, draw
from webapp.web.reviews.people import people_here
from webapp.web.shared.clock import now
from webapp.web.shared.deleted import lead_to
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person
from webapp.web.shared.paging import parse_cursor
from webapp.web.shared.permissions.acting import acting, day_here, team_of_page

pages = Blueprint("reviews", __name__, url_prefix="/reviews")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show when the next one is due, and the past ones."""
    facts, today = rhythm_facts_of(acting(), now()), day_here()
    held, more = reviews.reviews_page(acting(), parse_cursor(request.args.get("after")))
    due = facts.review_due(today)
    if due is None and team_of_page():
        due = next_review(facts.plan, facts.last_review, today, today)
    return render_template(
        "reviews/index.html",
        person=current_person(),
        plan=facts.plan,
        due=due,
        held=[(one, ended_at(one.started, one.finished, now()) is None) for one in held],
        after=f"{held[-1].started}.{held[-1].id}" if more else None,
    )


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Begin one, or continue the one that goes on."""
    plan = review_schedule_of(acting())
    lasts = {"every": plan.every, "minutes": plan.minutes}
    review_id = reviews.begin(acting(), day_here(), now(), **lasts)
    return redirect(url_for("reviews.edit", review_id=review_id), 303)


@pages.get("/<review_id>")
def show(review_id: str) -> ResponseReturnValue:
    """Show a review; with .md at the end of its address, download it."""
    plain = review_id.endswith(".md")
    agenda = agenda_of(acting(), review_id.removesuffix(".md"), day_here(), now())
    people = people_here()
    if not plain:
        return render_template(
            "reviews/show.html",
            person=current_person(),
            agenda=agenda,
            people=people,
            **moment_of(agenda),
        )
    response = Response(as_markdown(agenda, people), mimetype="text/markdown; charset=utf-8")
    name = f"review-{agenda.review.day}.md"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@pages.get("/<review_id>/edit")
def edit(review_id: str) -> ResponseReturnValue:
    """Show where the review is, or with `step` one of its three steps; its end if it has ended."""
    step = request.args.get("step", "")
    agenda = agenda_here(review_id, step)
    if agenda.ended is not None:
        return redirect(url_for("reviews.show", review_id=review_id), 303)
    return draw(agenda, {}, follows=not step)


@pages.patch("/<review_id>")
@stored_once
def update(review_id: str) -> ResponseReturnValue:
    """Let all who follow the review go on, or back, to another step."""
    step, seen = request.form.get("step", ""), request.form.get("seen", "")
    if step not in STEPS:
        raise NotFound
    reviews.go_on(acting(), review_id, seen, ReviewStep(step), now())
    return redirect(url_for("reviews.edit", review_id=review_id, left=seen), 303)


@pages.delete("/<review_id>")
def destroy(review_id: str) -> ResponseReturnValue:
    """Delete one; obstacles and micro-goals stay."""
    deletion = reviews.delete_review(acting(), review_id, now())
    return lead_to(url_for("reviews.index"), deletion)
