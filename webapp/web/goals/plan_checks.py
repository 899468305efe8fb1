"""Checking a plan while it is typed."""

from dataclasses import asdict

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from webapp.domain.capture.today import day_of
from webapp.web.goals.plan_form import given_plan
from webapp.web.goals.plan_says import says_of
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.login import current_person

pages = Blueprint("plan_checks", __name__, url_prefix="/goals/checks")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Return, by field, what the plan in the address still lacks or could say better."""
    person = current_person()
    says = says_of(given_plan(request.args), day_of(person, zone_of(person), now()))
    return jsonify({field: asdict(one) for field, one in says.items()})
