"""How well stated confidence in goals predicts which are met."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from webapp.domain.goals.confidences import calibration_of
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.login import current_person

pages = Blueprint("calibrations", __name__, url_prefix="/goals/calibration")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show the bins and the Brier score, from ten closed goals on."""
    return page_or_304(current_person(), _draw)


def _draw() -> str:
    return render_template(
        "calibrations/index.html",
        person=current_person(),
        calibration=calibration_of(current_person()),
    )
