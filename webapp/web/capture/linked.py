"""What a form that logs a win knows of it besides its words."""

from typing import Any

from flask import request


def linked_fields() -> dict[str, Any]:
    """What the form says of a win besides its words: goal, impact, area, evidence, objectives."""
    form = request.form
    fields: dict[str, Any] = {
        name: form[name] for name in ("goal", "impact", "area", "evidence") if form.get(name)
    }
    if objectives := form.getlist("objectives"):
        fields["objectives"] = objectives
    return fields
