"""Presets: the person's own one-tap buttons."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from webapp.domain.capture.options import Option, options_of
from webapp.domain.capture.presets import (
    OwnPreset,
    add_preset,
    change_preset,
    own_presets,
    preset_buttons,
    preset_of,
    remove_preset,
)
from webapp.domain.capture.routines import make_button
from webapp.domain.objectives.objectives import objectives_of
from webapp.rules.capture.fields import WinKind
from webapp.rules.capture.presets import (
    LONGEST_PRESET,
    MOST_PRESETS,
    STARTERS,
    NewPreset,
    parse_preset,
)
from webapp.rules.shared.problems import Invalid
from webapp.web.shared.clock import now
from webapp.web.shared.deleted import lead_to
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.i18n.win_kinds import kind_name
from webapp.web.shared.login import current_person

pages = Blueprint("presets", __name__, url_prefix="/presets")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show the person's presets in their order, and common ones to start with."""
    own = own_presets(current_person())
    names = {preset.what for preset in own}
    usual = [(gettext(starter.what), starter.kind) for starter in STARTERS]
    offered = [starter for starter in usual if starter[0] not in names]
    return render_template(
        "presets/index.html",
        person=current_person(),
        presets=own,
        starters=offered if len(own) < MOST_PRESETS else [],
        full=len(own) >= MOST_PRESETS,
        kinds=_kinds(),
    )


@pages.get("/new")
def new() -> ResponseReturnValue:
    """Show the form for a new preset."""
    return _form(None, {})


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Add a preset at the end; one that was a routine comes into the dock at once."""
    routine = request.form.get("routine")
    try:
        preset_id = _make(routine)
    except Invalid as invalid:
        return _form(None, by_field(invalid)), 422
    if routine and wants_fragment():
        buttons = preset_buttons(current_person())
        return render_template("routines/_made.html", buttons=buttons, routine=routine)
    return redirect(url_for("presets.index", _anchor=f"preset-{preset_id}"), 303)


@pages.get("/<preset_id>/edit")
def edit(preset_id: str) -> ResponseReturnValue:
    """Show the form of a preset."""
    return _form(preset_of(current_person(), preset_id), {})


@pages.patch("/<preset_id>")
def update(preset_id: str) -> ResponseReturnValue:
    """Change what a tap on the preset logs."""
    own = preset_of(current_person(), preset_id)
    try:
        change_preset(current_person(), preset_id, _given())
    except Invalid as invalid:
        return _form(own, by_field(invalid)), 422
    return redirect(url_for("presets.index", _anchor=f"preset-{preset_id}"), 303)


@pages.delete("/<preset_id>")
def destroy(preset_id: str) -> ResponseReturnValue:
    """Delete a preset."""
    deletion = remove_preset(current_person(), preset_id, now())
    return lead_to(url_for("presets.index"), deletion)


def _make(routine: str | None) -> str:
    if routine:
        return make_button(current_person(), routine, _given(), now())
    return add_preset(current_person(), _given())


def _given() -> NewPreset:
    form = request.form
    return parse_preset(
        form.get("what"),
        form.get("kind"),
        form.get("area"),
        form.get("impact"),
        form.get("measurable"),
        form.get("objective"),
        form.get("visibility"),
    )


def _form(preset: OwnPreset | None, problems: dict[str, str]) -> str:
    given: object = request.form if problems else preset or {}
    return render_template(
        "presets/edit.html",
        person=current_person(),
        preset=preset,
        given=given,
        problems=problems,
        kinds=_kinds(),
        objectives=objectives_of(current_person()),
        audiences=_audiences(),
        longest=LONGEST_PRESET,
    )


def _audiences() -> tuple[Option, ...]:
    # Without a statement for somebody who was never in a team.
    return options_of(current_person()).audiences if current_person().teams else ()


def _kinds() -> dict[str, str]:
    return {kind.value: kind_name(kind.value) for kind in WinKind}
