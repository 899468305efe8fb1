"""Checking a plan while it is typed."""

from dataclasses import asdict

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from webapp.web.goals.plan_form import given_plan
from webapp.web.goals.plan_says import says_of
from webapp.web.shared.permissions.acting import day_here

pages = Blueprint("plan_checks", __name__, url_prefix="/goals/checks")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Return, by field, what the plan in the address still lacks or could say better."""
    says = says_of(given_plan(request.args), day_here())
    return jsonify({field: asdict(one) for field, one in says.items()})
