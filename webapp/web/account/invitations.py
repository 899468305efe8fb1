"""The links with which the operator invites people."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from webapp.domain.account.people import refusal
from webapp.web.account.people import sign_up_form
from webapp.web.shared.visits import door, visit

pages = Blueprint("invitations", __name__, url_prefix="/invitations")


@pages.get("/<invitation>")
def show(invitation: str) -> ResponseReturnValue:
    """The sign-up form for whoever has the link; opening it does not use it up."""
    if current_user.is_authenticated:
        return redirect(url_for("today.index"), 303)
    return sign_up_form(invitation, {}), 404 if refusal(door(), invitation, visit()) else 200
