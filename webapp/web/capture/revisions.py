"""The history of a win: its replaced values."""

from datetime import datetime
from typing import NamedTuple

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from webapp.domain.capture.options import Options, options_of
from webapp.domain.capture.revisions import win_history
from webapp.domain.capture.wins import win_of, win_row
from webapp.rules.capture.fields import WIN_FIELDS
from webapp.rules.capture.revisions import ReplacedValue
from webapp.rules.shared.fields import ValueType
from webapp.rules.shared.moments import decode_moment, moment_in
from webapp.web.shared.clock import zone_of
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.i18n.numbers import number
from webapp.web.shared.login import current_person, login_required

pages = Blueprint("revisions", __name__, url_prefix="/wins/<win_id>/revisions")


class Line(NamedTuple):
    """A line of the history. value: "" if the field was empty; until: in the person's zone."""

    label: str
    value: str
    until: datetime


@pages.get("/")
@login_required
def index(win_id: str) -> ResponseReturnValue:
    """Show the replaced values of each field, the last first, to the win's owner only."""
    history = win_history(current_person(), win_id)
    return page_or_304(current_person(), lambda: _draw(win_id, history))


def _draw(win_id: str, history: list[ReplacedValue]) -> str:
    person = current_person()
    zone, options = zone_of(person), options_of(person)
    lines = [
        Line(_label(old.field), _words(old, options), moment_in(zone, old.until).local())
        for old in history
    ]
    win = win_row(win_of(person, win_id))
    return render_template("revisions/index.html", person=person, win=win, lines=lines)


def _label(name: str) -> str:
    return gettext("When it happened") if name == "happened" else gettext(WIN_FIELDS[name].label)


def _words(old: ReplacedValue, options: Options) -> str:
    if old.field == "happened":
        return decode_moment(old.value).local().strftime("%Y-%m-%d %H:%M")
    field, text = WIN_FIELDS[old.field], old.value
    if field.value.type is ValueType.FLAG:
        return gettext("Yes") if text else gettext("No")
    if field.value.type is ValueType.NUMBER:
        return number(float(text)) if text else ""
    if field.value.type is ValueType.CHOICE:
        return gettext(field.value.options[text]) if text else ""
    if field.value.type in {ValueType.ID, ValueType.IDS}:
        names = dict(getattr(options, field.offered))
        return ", ".join(names.get(one, "…") for one in text.split())
    return text
