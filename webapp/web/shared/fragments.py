"""Fragments: parts of pages that are rendered once and used often.

A fragment is the same for all readers of a language; what differs from row to row is a
{placeholder} in it. The server fills them with `pattern_of`, the phone in
static/js/page/shared/draw.js: one markup, drawn in both
(docs/decisions/pages/0003-rows-are-filled-places.md).
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from operator import itemgetter

from flask import Flask, current_app, g, request
from flask_babel import gettext
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from webapp.catalogues import SOURCE
from webapp.domain.capture.options import Option
from webapp.rules.capture.fields import WIN_FIELDS
from webapp.web.shared.hits import marked
from webapp.web.shared.i18n.language import EDITION, language
from webapp.web.shared.login import current_person

PLACEHOLDER = re.compile(r"\{(\w+)\}")


def init_app(app: Flask) -> None:
    """Give templates these functions, and the descriptions of a win's fields."""
    app.jinja_env.filters["marked"] = marked
    app.jinja_env.globals.update(
        cached_fragment=cached_fragment,
        with_chosen=with_chosen,
        with_only_you=with_only_you,
        main_nav=main_nav,
        labelled=labelled,
        win_fields=WIN_FIELDS,
        described_fields=described_fields,
    )


def cached_fragment(name: str, /, **flags: str | int) -> Markup:
    """Return the fragment `name`, rendered once for each language and set of flags.

    Its {placeholders} are still in it. No flag holds anybody's words: they would stay in memory.
    """
    return _drawn(*_edition(), name, **flags)


def main_nav() -> Markup:
    """Return the main navigation of the signed-in person; "Team" comes with their first team."""
    here = "boards" if g.get("team") else request.blueprint or ""
    return cached_fragment("shared/_nav.html", here=here, team=current_person().teams > 0)


def with_chosen(options: Iterable[Option], chosen: str, label: str = "") -> list[Option]:
    """Return `options` and also `chosen`, which may not be offered any more."""
    listed = list(options)
    if chosen and chosen not in dict(listed):
        listed.append((chosen, label or gettext("The one it had")))
    return listed


def with_only_you(options: Iterable[Option]) -> list[Option]:
    """Return `options`, the one without a label with that of what nobody else sees."""
    return [(value, label or gettext("Only you")) for value, label in options]


def labelled(options: Mapping[str, str]) -> list[Option]:
    """Return `options` (labels by value) with their labels translated."""
    return [(value, gettext(label)) for value, label in options.items()]


def described_fields() -> Markup:
    """Return what scripts know of a win's fields, as JSON (page/capture/fields.js).

    For an attribute in single quotes.
    """
    known = ("in_row", "searched", "usual")
    described = {
        name: {one: getattr(field, one) for one in known if getattr(field, one)}
        for name, field in WIN_FIELDS.items()
    }
    return htmlsafe_json_dumps(described, separators=(",", ":"))


def arrived_at(time: str) -> str:
    """Return what rows show for the time of an entry whose phone's clock was wrong."""
    return gettext("arrived %(time)s", time=time)


def filled(fragment: str, values: Mapping[str, object]) -> str:
    """Return a fragment with its placeholders filled; texts in `values` are escaped already."""
    pattern, in_order = pattern_of(fragment)
    return pattern % in_order(values)


def _edition() -> tuple[str, str]:
    """Return the version of the built files and the language of this request."""
    # Looked up once: a page has more than twenty fragments, and `g` alone costs a microsecond.
    known: tuple[str, str] | None = g.get(EDITION)
    if known is None:
        known = current_app.extensions["assets"]["version"], language()
        setattr(g, EDITION, known)
    return known


@lru_cache(maxsize=64)
def pattern_of(fragment: str) -> tuple[str, "itemgetter[str]"]:
    """Return a pattern for `%`, and what takes its values from a mapping by placeholder.

    It fills a row in a third of the time of format_map.
    """
    pattern = PLACEHOLDER.sub("%s", fragment.replace("%", "%%"))
    return pattern, itemgetter(*PLACEHOLDER.findall(fragment))


@lru_cache(maxsize=512)
def _drawn(_version: str, language: str, name: str, /, **flags: str | int) -> Markup:
    drawn = current_app.jinja_env.get_template(name).render(flags)
    if language == SOURCE:
        # A dozen signs beyond ASCII make encoding a whole page 24 µs longer.
        drawn = drawn.encode("ascii", "xmlcharrefreplace").decode()
    return Markup(drawn)  # noqa: S704 (our own templates)
