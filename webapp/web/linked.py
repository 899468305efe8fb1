"""What a form that logs a win knows of it besides its words."""

from typing import Any

from flask import request


def linked_fields() -> dict[str, Any]:
    """The goal the win came of, its impact, area and objectives, as far as the form says so."""
    form = request.form
    fields: dict[str, Any] = {
        name: form[name] for name in ("goal", "impact", "area") if form.get(name)
    }
    if objectives := form.getlist("objectives"):
        fields["objectives"] = objectives
    return fields
