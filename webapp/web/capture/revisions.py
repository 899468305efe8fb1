"""The history of a win or check-in: its replaced values."""

from datetime import datetime
from typing import NamedTuple

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from webapp.domain.capture.checkins import checkin_of
from webapp.domain.capture.options import Options, options_of
from webapp.domain.capture.revisions import checkin_history, win_history
from webapp.domain.capture.wins import win_of
from webapp.rules.capture.audiences import audience_of
from webapp.rules.capture.fields import WIN_FIELDS
from webapp.rules.capture.revisions import ReplacedValue
from webapp.rules.shared.fields import ValueType
from webapp.rules.shared.moments import decode_moment, moment_in
from webapp.web.shared.clock import zone_of
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.i18n.dates import short_day
from webapp.web.shared.i18n.numbers import number
from webapp.web.shared.login import current_person

pages = Blueprint("revisions", __name__)


class Line(NamedTuple):
    """A line of the history. value: "" if the field was empty; until: in the person's zone."""

    label: str
    value: str
    until: datetime


class Edited(NamedTuple):
    """What the history is of. back, back_says: the address and name of the page before."""

    name: str
    back: str
    back_says: str
    history: list[ReplacedValue]


@pages.get("/wins/<win_id>/revisions/")
@pages.get("/checkins/<checkin_id>/revisions/")
def index(win_id: str = "", checkin_id: str = "") -> ResponseReturnValue:
    """Show the replaced values of each field, the last first, to their owner only."""
    thing = _of_checkin(checkin_id) if checkin_id else _of_win(win_id)
    return page_or_304(current_person(), lambda: _draw(thing))


def _of_win(win_id: str) -> Edited:
    win = win_of(current_person(), win_id)
    history = win_history(current_person(), win_id)
    return Edited(win.what, url_for("wins.edit", win_id=win_id), gettext("Details"), history)


def _of_checkin(checkin_id: str) -> Edited:
    checkin = checkin_of(current_person(), checkin_id)
    history = checkin_history(current_person(), checkin_id)
    back = url_for("checkins.index")
    return Edited(short_day(checkin.day), back, gettext("Check-ins"), history)


def _draw(thing: Edited) -> str:
    person = current_person()
    zone, options = zone_of(person), options_of(person)
    lines = [
        Line(_label(old.field), _words(old, options), moment_in(zone, old.until).local())
        for old in thing.history
    ]
    return render_template("revisions/index.html", person=person, thing=thing, lines=lines)


def _label(name: str) -> str:
    own = {
        "happened": gettext("When it happened"),
        "rating": gettext("Confidence, 0 to 10"),
        "note": gettext("Note"),
    }
    return own[name] if name in own else gettext(WIN_FIELDS[name].label)


def _words(old: ReplacedValue, options: Options) -> str:
    if old.field == "happened":
        return decode_moment(old.value).local().strftime("%Y-%m-%d %H:%M")
    if old.field not in WIN_FIELDS:
        return old.value
    field, text = WIN_FIELDS[old.field], old.value
    if field.value.type is ValueType.FLAG:
        return gettext("Yes") if text else gettext("No")
    if field.value.type is ValueType.NUMBER:
        return number(float(text)) if text else ""
    if field.offered == "audiences":
        return _audience(text, options)
    if field.value.type is ValueType.CHOICE:
        return gettext(field.value.options[text]) if text else ""
    if field.value.type in {ValueType.ID, ValueType.IDS}:
        names = dict(getattr(options, field.offered))
        return ", ".join(names.get(one, "…") for one in text.split())
    return text


def _audience(said: str, options: Options) -> str:
    # What named no team was private, whatever it said (R31).
    seen_by = audience_of(said)
    if not seen_by.is_shared:
        return gettext("Only you")
    return dict(options.audiences).get(said, "…")
