"""Forms that give something new its name: a team, or an organisation."""

from collections.abc import Callable

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from webapp.rules.shared.problems import Invalid
from webapp.web.shared.errors import by_field
from webapp.web.shared.login import current_person


def draw_naming(template: str, problems: dict[str, str] | None = None, /, **more: object) -> str:
    """Render a form for a name, with what was given and what is wrong with it."""
    given, person = request.form, current_person()
    return render_template(template, person=person, given=given, problems=problems or {}, **more)


def lead_to_named(make: Callable[[], str], template: str, **more: object) -> ResponseReturnValue:
    """Do `make`, which returns where the page leads, or show the form with what is wrong."""
    try:
        place = make()
    except Invalid as invalid:
        return draw_naming(template, by_field(invalid), **more), 422
    return redirect(place, 303)
