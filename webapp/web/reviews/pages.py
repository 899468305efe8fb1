"""The page of a review that goes on, and where its forms lead."""

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.reviews.agendas import Agenda, agenda_of_step
from webapp.rules.reviews.reviews import ReviewStep
from webapp.rules.shared.moments import MINUTE, moment_in
from webapp.web.reviews.moments import moment_of
from webapp.web.reviews.people import people_here
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.login import current_person
from webapp.web.shared.permissions.acting import acting, day_here

STEPS = tuple(ReviewStep)


def draw_step(review_id: str, step: str, problems: dict[str, str]) -> str:
    """Return one step of a review with what is wrong in it; step, NotFound: as agenda_here."""
    return draw(agenda_here(review_id, step), problems, follows=not step)


def agenda_here(review_id: str, step: str) -> Agenda:
    """Return what one step of a review shows; NotFound: there is no such review, or step.

    step: "" for where those are who follow it.
    """
    return agenda_of_step(acting(), review_id, step, day_here(), now())


def draw(agenda: Agenda, problems: dict[str, str], *, follows: bool) -> str:
    """Return the page of a step of a review that goes on; follows: wherever the others go."""
    step = agenda.step or ReviewStep.PROGRESS
    common = {"person": current_person(), "people": people_here(), "review": agenda.review}
    return render_template(
        "reviews/edit.html",
        agenda=agenda,
        step=step,
        follows=follows,
        given=request.form,
        problems=problems,
        left=request.args.get("left", ""),
        **common,
        **_around(step),
        **_times(agenda),
        **moment_of(agenda),
    )


def _around(step: ReviewStep) -> dict[str, ReviewStep | None]:
    place = STEPS.index(step)
    before, after = STEPS[:place], STEPS[place + 1 :]
    return {"before": before[-1] if before else None, "after": after[0] if after else None}


def _times(agenda: Agenda) -> dict[str, Any]:
    ends = agenda.review.started + agenda.review.minutes * MINUTE
    return {"ends": ends, "until": moment_in(zone_of(current_person()), ends).local()}


def lead_back(review_id: str, anchor: str | None = None) -> ResponseReturnValue:
    """Lead to the step of a review at which the form of this request was, or to where it is."""
    return redirect(path_of_step(review_id, anchor), 303)


def path_of_step(review_id: str, anchor: str | None = None) -> str:
    """Return the address of the step at which the form of this request was."""
    shown = request.form.get("shown", "")
    step = shown if shown in STEPS else None
    return url_for("reviews.edit", review_id=review_id, step=step, _anchor=anchor)
