"""Reviews: when they are due, a guided look back in three steps, and the past ones."""

from datetime import date

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.capture.today import day_of
from webapp.domain.goals.goals import draft_goal
from webapp.domain.insights.rhythms import rhythm_facts_of
from webapp.domain.reviews import reviews
from webapp.rules.goals.goals import Plan
from webapp.rules.reviews.reviews import ReviewStep
from webapp.rules.shared.moments import moment_in
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.shared.text import clean_text
from webapp.web.reviews.exports import as_markdown
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.deleted import lead_to
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person
from webapp.web.shared.paging import parse_cursor

pages = Blueprint("reviews", __name__, url_prefix="/reviews")
MINUTE = 60_000
NOTES = {ReviewStep.PROGRESS: "progress", ReviewStep.NEXT: "plans"}


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show when the next one is due, and the past ones."""
    person = current_person()
    facts = rhythm_facts_of(person)
    held, more = reviews.reviews_page(person, parse_cursor(request.args.get("after")))
    return render_template(
        "reviews/index.html",
        person=person,
        plan=facts.plan,
        due=facts.review_due(_today()),
        held=held,
        after=f"{held[-1].started}.{held[-1].id}" if more else None,
    )


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Begin one, or continue the unfinished one."""
    person = current_person()
    review_id = reviews.begin(person, _today(), now())
    return redirect(url_for("reviews.edit", review_id=review_id), 303)


@pages.get("/<review_id>")
def show(review_id: str) -> ResponseReturnValue:
    """Show a review; with .md at the end of its address, download it."""
    plain = review_id.endswith(".md")
    agenda = reviews.agenda_of(current_person(), review_id.removesuffix(".md"), _today())
    if not plain:
        return render_template("reviews/show.html", person=current_person(), agenda=agenda)
    response = Response(as_markdown(agenda), mimetype="text/markdown; charset=utf-8")
    name = f"review-{agenda.review.day}.md"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@pages.get("/<review_id>/edit")
def edit(review_id: str) -> ResponseReturnValue:
    """Show one of its three steps."""
    return draw_step(review_id, request.args.get("step", ReviewStep.PROGRESS), {})


@pages.patch("/<review_id>")
@stored_once
def update(review_id: str) -> ResponseReturnValue:
    """Store what this step says, and lead to another step or to the end."""
    form = request.form
    step, leads_to = form.get("step", ""), form.get("leads_to", "")
    try:
        if step in NOTES:
            reviews.note(
                current_person(), review_id, **{NOTES[ReviewStep(step)]: form.get("note", "")}
            )
        if step == ReviewStep.NEXT:
            _keep_goals(review_id)
    except Invalid as invalid:
        return draw_step(review_id, step, by_field(invalid)), 422
    if leads_to != "end":
        return redirect(url_for("reviews.edit", review_id=review_id, step=leads_to), 303)
    reviews.finish(current_person(), review_id, _today(), now())
    return redirect(url_for("reviews.show", review_id=review_id), 303)


@pages.delete("/<review_id>")
def destroy(review_id: str) -> ResponseReturnValue:
    """Delete one; obstacles and micro-goals stay."""
    deletion = reviews.delete_review(current_person(), review_id, now())
    return lead_to(url_for("reviews.index"), deletion)


def draw_step(review_id: str, step: str, problems: dict[str, str]) -> str:
    """Return one step of a review, with its problems."""
    person = current_person()
    if step not in list(ReviewStep):
        raise NotFound
    agenda = reviews.agenda_of(person, review_id, _today())
    ends = agenda.review.started + agenda.review.minutes * MINUTE
    return render_template(
        f"reviews/edit_{ReviewStep(step)}.html",
        person=person,
        agenda=agenda,
        review=agenda.review,
        step=step,
        given=request.form,
        problems=problems,
        ends=ends,
        until=moment_in(zone_of(person), ends).local(),
    )


def _today() -> date:
    person = current_person()
    return day_of(person, zone_of(person), now())


def _keep_goals(review_id: str) -> None:
    person = current_person()
    statement = clean_text("statement", request.form.get("statement", ""))
    reviews.choose_goals(person, review_id, request.form.getlist("goal")[: reviews.PAGE])
    if statement:
        goal_id = draft_goal(person, Plan(statement=statement), now())
        reviews.add_goal(person, review_id, goal_id)
