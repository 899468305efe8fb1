"""Parts of pages that are drawn once and used often.

A fragment is the same for everybody who reads a language; what differs from row to row stands in
it as a {place}. The server fills the places here, the phone in static/js/page/shared/draw.js: one
markup, drawn in both (docs/decisions/0003-rows-are-filled-places.md).
"""

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from flask import Flask, current_app
from flask_babel import gettext
from markupsafe import Markup, escape

from webapp.domain.capture.choices import Choices, Named
from webapp.domain.capture.wins import WinRow
from webapp.web.shared.i18n.language import language

WORDS = ("what", "impact", "next_step", "time", "more", "area", "evidence", "host")


def init_app(app: Flask) -> None:
    """Give templates `constant(name)`, `win_rows(wins)` and `options(offered, chosen)`."""
    app.jinja_env.globals.update(constant=constant, win_rows=win_rows, options=options)


def constant(name: str, **choices: str | bool) -> Markup:
    """The fragment `name`, drawn once for each language and set of choices; places stay open."""
    return _drawn(current_app.extensions["assets"]["version"], language(), name, **choices)


def win_rows(wins: Iterable[WinRow]) -> Markup:
    """The rows of these wins."""
    fragment = str(constant("wins/_win.html"))
    return Markup("".join([_filled(fragment, win) for win in wins]))  # noqa: S704


def options(offered: Iterable[Named], chosen: str, says: str = "") -> list[Named]:
    """What a select offers, with `chosen` among it, which may be of former times."""
    listed = list(offered)
    if chosen and chosen not in dict(listed):
        listed.append((chosen, says or gettext("The one it had")))
    return listed


def places_of(win: WinRow) -> dict[str, object]:
    """What stands in the places of the row of `win`, as text that is not escaped yet."""
    return {
        "id": win.id,
        "kind": win.kind,
        "what": win.what,
        "impact": win.impact,
        "next_step": win.next_step,
        "happened": win.happened,
        "offset": win.offset,
        "zone": win.zone,
        "time": gettext("arrived %(time)s", time=win.time) if win.wrong_clock else win.time,
        "counted": "yes" if win.counted else "",
        "more": win.extras,
        "area": win.area,
        "evidence": win.evidence,
        "host": host_of(win.evidence),
    }


def host_of(link: str) -> str:
    """Where a link leads, for people to see before they follow it."""
    return (urlsplit(link).hostname or "") if link else ""


def form_template(choices: Choices) -> Markup:
    """What the phone draws the form of a win's details from, with what can be chosen in it."""
    return _form_template(current_app.extensions["assets"]["version"], language(), choices)


def _filled(fragment: str, win: WinRow) -> str:
    # Words are escaped; ids, kinds, numbers and zones were checked when they were stored.
    places = places_of(win)
    for name in WORDS:
        if places[name]:
            places[name] = escape(places[name])
    return fragment.format_map(places)


@lru_cache(maxsize=256)
def _drawn(_version: str, _language: str, name: str, **choices: str | bool) -> Markup:
    template = current_app.jinja_env.get_template(name)
    return Markup(template.render(choices))  # noqa: S704 (our own templates, nobody's words)


@lru_cache(maxsize=256)  # most people choose from the same: nothing yet
def _form_template(_version: str, _language: str, choices: Choices) -> Markup:
    template = current_app.jinja_env.get_template("wins/_form_template.html")
    return Markup(template.render(choices=choices, in_place=True))  # noqa: S704
