"""Lines of a review: adding, changing and deleting one."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from webapp.domain.reviews.lines import LineRow, delete_line, edit_line, line_of, row_of
from webapp.domain.reviews.reviews import review_of
from webapp.rules.shared.problems import Invalid
from webapp.web.reviews.pages import STEPS, draw_step, lead_back, path_of_step
from webapp.web.reviews.people import people_here
from webapp.web.shared.clock import now
from webapp.web.shared.deleted import lead_to
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.entries import record_entry
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person
from webapp.web.shared.permissions.acting import acting

pages = Blueprint("review_lines", __name__, url_prefix="/reviews/<review_id>/lines")


@pages.post("/")
def create(review_id: str) -> ResponseReturnValue:
    """Add one."""
    step, what = request.form.get("step", ""), request.form.get("what", "")
    try:
        line = record_entry("add_line", {"review": review_id, "step": step, "what": what})
    except Invalid as invalid:
        shown = step if step in STEPS else ""
        return draw_step(review_id, shown, by_field(invalid)), 422
    return lead_back(review_id, f"line-{line.id}")


@pages.get("/<line_id>/edit")
def edit(review_id: str, line_id: str) -> ResponseReturnValue:
    """Show one in a form."""
    return _draw(review_id, row_of(line_of(acting(), line_id)), {})


@pages.patch("/<line_id>")
@stored_once
def update(review_id: str, line_id: str) -> ResponseReturnValue:
    """Change one; if somebody else has changed it meanwhile, show both texts."""
    seen = request.form.get("revision", "")
    revision = int(seen) if seen.isascii() and seen.isdecimal() and len(seen) < 10 else 0
    try:
        other = edit_line(acting(), line_id, request.form.get("what", ""), revision)
    except Invalid as invalid:
        line = row_of(line_of(acting(), line_id))
        return _draw(review_id, line, by_field(invalid)), 422
    if other:
        return _draw(review_id, other, {}, changed=True), 409
    return lead_back(review_id, f"line-{line_id}")


@pages.delete("/<line_id>")
def destroy(review_id: str, line_id: str) -> ResponseReturnValue:
    """Delete one."""
    return lead_to(path_of_step(review_id), delete_line(acting(), line_id, now()))


def _draw(review_id: str, line: LineRow, problems: dict[str, str], *, changed: bool = False) -> str:
    return render_template(
        "review_lines/edit.html",
        person=current_person(),
        review=review_of(acting(), review_id),
        line=line,
        people=people_here(),
        changed=changed,
        shown=request.values.get("shown", ""),
        given=request.form,
        problems=problems,
    )
