"""The position of a preset among the others."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.capture.presets import move_preset, own_presets
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.web.shared.forms.entries import int_or_text
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.login import current_person

pages = Blueprint("places", __name__, url_prefix="/presets/<preset_id>/place")


@pages.patch("")
def update(preset_id: str) -> ResponseReturnValue:
    """Move the preset; a place past either end is that end."""
    place = int_or_text(request.form.get("place"))
    if not isinstance(place, int):
        raise Invalid(Problem("place", N_("The place must be a whole number.")))
    move_preset(current_person(), preset_id, place)
    if wants_fragment():
        return render_template("presets/_list.html", presets=own_presets(current_person()))
    return redirect(url_for("presets.index", _anchor=f"preset-{preset_id}"), 303)
