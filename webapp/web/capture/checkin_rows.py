"""Rows of check-ins, and the form of one, as pages and the phone draw them."""

from collections.abc import Iterable
from typing import Any

from flask import render_template, request
from flask_babel import gettext
from markupsafe import Markup, escape

from webapp.domain.capture.checkins import CheckInRow
from webapp.rules.capture.checkins import FIELDS, HIGHEST, LOWEST, WORDS
from webapp.rules.shared.text import tidy
from webapp.web.capture.details import DetailsForm
from webapp.web.shared.forms.entries import int_or_text
from webapp.web.shared.fragments import arrived_at, cached_fragment, filled
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.i18n.dates import short_day
from webapp.web.shared.login import current_person


def checkin_rows(checkins: Iterable[CheckInRow], said: str = "") -> Markup:
    """Return the rows of these check-ins; said: what they say of a change."""
    row = str(cached_fragment("checkins/_checkin.html"))
    return Markup("".join(filled(row, _escaped(one, said)) for one in checkins))  # noqa: S704


def checkin_form(checkin: CheckInRow, problems: dict[str, str]) -> str:
    """Return the form of a check-in: in place of its row, or on a page of its own."""
    person = current_person()
    values = {name: str(getattr(checkin, name)) for name in FIELDS}
    if problems:
        values |= {name: request.form[name] for name in FIELDS if name in request.form}
    return render_template(
        "checkins/_form.html" if wants_fragment() else "checkins/edit.html",
        person=person,
        checkin=_placeholders(checkin),
        form=DetailsForm(checkin.id, values, problems),
        areas=[(area, area) for area in person.areas.splitlines()],
        steps=steps(),
    )


def changed_fields(checkin: CheckInRow) -> dict[str, Any]:
    """Return the sent fields that differ from the check-in, as an edit has them."""
    sent: dict[str, Any] = {name: request.form[name] for name in WORDS if name in request.form}
    changed = {name: text for name, text in sent.items() if tidy(text) != getattr(checkin, name)}
    rating = int_or_text(request.form.get("rating"), checkin.rating)
    return changed if rating == checkin.rating else {**changed, "rating": rating}


def steps() -> list[tuple[str, str]]:
    """Return the options of the scale, as (value, label)."""
    return [(str(step), str(step)) for step in range(LOWEST, HIGHEST + 1)]


def _placeholders(checkin: CheckInRow) -> dict[str, object]:
    local = checkin.local
    time = local.strftime("%H:%M")
    day = short_day(local.date().isoformat())
    return {
        "id": checkin.id,
        "rating": checkin.rating,
        "note": checkin.note,
        "area": checkin.area,
        "at": local.isoformat(timespec="minutes"),
        "when": gettext(
            "%(day)s, %(time)s", day=day, time=arrived_at(time) if checkin.wrong_clock else time
        ),
    }


def _escaped(checkin: CheckInRow, said: str) -> dict[str, object]:
    return {
        name: escape(value) for name, value in (_placeholders(checkin) | {"said": said}).items()
    }
