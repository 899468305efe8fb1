"""What is usual for a person, shown beside the answer that they just gave.

The phone asks for it with the answer: no page that asks the question holds it, since it could
influence the answer (R10), and no address holds a rating, since addresses are logged (R11).
"""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from webapp.domain.account.people import SignedIn
from webapp.domain.capture.checkins import usual_of
from webapp.domain.capture.today import day_of
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.login import current_person

pages = Blueprint("usual", __name__, url_prefix="/checkins/usual")


@pages.get("")
def show() -> ResponseReturnValue:
    """Show the sentence alone; the list of check-ins begins with it."""
    if wants_fragment():
        return usual_says(current_person())
    return redirect(url_for("checkins.index"), 303)


def usual_says(person: SignedIn) -> str:
    """Return the range of a person's usual answers as a sentence, or that it is not known."""
    usual = usual_of(person, day_of(person, zone_of(person), now()))
    if usual is None:
        return gettext("Usual for you: not enough to tell yet.")
    if usual.low == usual.high:
        return gettext("Usual for you: %(rating)s.", rating=usual.low)
    return gettext("Usual for you: %(low)s to %(high)s.", low=usual.low, high=usual.high)
