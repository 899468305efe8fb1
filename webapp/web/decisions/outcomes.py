"""The outcome of a decision: storing one decides it, deleting it reopens it."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from webapp.domain.decisions.decisions import decision_of
from webapp.web.decisions.decisions import row_or_list
from webapp.web.shared.forms.entries import record_entry
from webapp.web.shared.permissions.acting import acting

pages = Blueprint("outcomes", __name__, url_prefix="/decisions/<decision_id>/outcome")


@pages.post("")
def create(decision_id: str) -> ResponseReturnValue:
    """Decide it, with words or without."""
    target = decision_of(acting(), decision_id).id
    fields = {"target": target, "outcome": request.form.get("outcome", "")}
    verdict = record_entry("decide", fields)
    return row_or_list(target, verdict.id)


@pages.delete("")
def destroy(decision_id: str) -> ResponseReturnValue:
    """Reopen it."""
    target = decision_of(acting(), decision_id).id
    verdict = record_entry("reopen_decision", {"target": target})
    return row_or_list(target, verdict.id)
