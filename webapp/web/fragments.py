"""Parts of pages that are drawn once and used often.

A fragment is the same for everybody who reads a language; what differs from row to row stands in
it as a {place}. The server fills the places here, the phone in static/js/page/draw.js: one
markup, drawn in both (docs/decisions/0003-rows-are-filled-places.md).
"""

from collections.abc import Iterable
from functools import lru_cache

from flask import Flask, current_app
from flask_babel import gettext
from markupsafe import Markup, escape

from webapp.domain.wins import WinRow
from webapp.web.words import language


def init_app(app: Flask) -> None:
    """Give templates `constant(name)` and `win_rows(wins)`."""
    app.jinja_env.globals.update(constant=constant, win_rows=win_rows)


def constant(name: str, **choices: str | bool) -> Markup:
    """The fragment `name`, drawn once for each language and set of choices; places stay open."""
    return _drawn(current_app.extensions["assets"]["version"], language(), name, **choices)


def win_rows(wins: Iterable[WinRow]) -> Markup:
    """The rows of these wins."""
    fragment = str(constant("wins/_win.html"))
    return Markup("".join([_filled(fragment, win) for win in wins]))  # noqa: S704


def _filled(fragment: str, win: WinRow) -> str:
    # Words are escaped; ids, kinds, numbers and zones were checked when they were stored.
    return fragment.format(
        id=win.id,
        kind=win.kind,
        what=escape(win.what),
        impact=escape(win.impact),
        next_step=escape(win.next_step),
        happened=win.happened,
        offset=win.offset,
        zone=win.zone,
        time=gettext("arrived %(time)s", time=win.time) if win.wrong_clock else win.time,
    )


@lru_cache(maxsize=256)
def _drawn(_version: str, _language: str, name: str, **choices: str | bool) -> Markup:
    template = current_app.jinja_env.get_template(name)
    return Markup(template.render(choices))  # noqa: S704 (our own templates, nobody's words)
