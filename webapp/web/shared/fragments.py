"""Fragments: parts of pages that are rendered once and used often.

A fragment is the same for all readers of a language; what differs from row to row is a
{placeholder} in it. The server fills them here, the phone in static/js/page/shared/draw.js: one
markup, drawn in both (docs/decisions/pages/0003-rows-are-filled-places.md).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

from flask import Flask, current_app
from flask_babel import gettext
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape

from webapp.domain.capture.options import Option
from webapp.domain.capture.wins import WinRow
from webapp.rules.capture.fields import WIN_FIELDS, WinFields
from webapp.rules.capture.searches import IN_ROW, hits_elsewhere
from webapp.rules.shared.links import host_of
from webapp.web.shared.hits import marked
from webapp.web.shared.i18n.language import language
from webapp.web.shared.i18n.numbers import number
from webapp.web.shared.i18n.win_kinds import kind_name

TEXTS = ("kind_name", "what", "impact", "next_step", "time", "more", "area", "evidence", "host")

PLACEHOLDER = re.compile(r"\{(\w+)\}")


def init_app(app: Flask) -> None:
    """Give templates these functions, and the descriptions of a win's fields."""
    app.jinja_env.filters["marked"] = marked
    app.jinja_env.globals.update(
        cached_fragment=cached_fragment,
        win_rows=win_rows,
        with_chosen=with_chosen,
        labelled=labelled,
        win_fields=WIN_FIELDS,
        described_fields=described_fields,
    )


def cached_fragment(name: str, /, **flags: str | bool) -> Markup:
    """Return the fragment `name`, rendered once for each language and set of flags.

    Its {placeholders} are still in it. No flag holds anybody's words: they would stay in memory.
    """
    return _drawn(current_app.extensions["assets"]["version"], language(), name, **flags)


def win_rows(wins: Iterable[WinRow], words: Sequence[str] = ()) -> Markup:
    """Return the rows of these wins; words: folded, their hits are marked."""
    plain, linked = (
        str(cached_fragment("wins/_win.html", linked=linked)) for linked in (False, True)
    )
    rows = [_filled(linked if host_of(win.fields.evidence) else plain, win, words) for win in wins]
    return Markup("".join(rows))  # noqa: S704


def with_chosen(options: Iterable[Option], chosen: str, label: str = "") -> list[Option]:
    """Return `options` and also `chosen`, which may not be offered any more."""
    listed = list(options)
    if chosen and chosen not in dict(listed):
        listed.append((chosen, label or gettext("The one it had")))
    return listed


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


def placeholders_of(win: WinRow) -> dict[str, object]:
    """Return what fills the placeholders of the row of `win`, as text that is not escaped yet."""
    said = win.fields
    return {
        "id": win.id,
        "kind": said.kind,
        "kind_name": kind_name(said.kind),
        "what": said.what,
        "impact": said.impact,
        "next_step": said.next_step,
        "happened": win.happened,
        "offset": win.offset,
        "zone": win.zone,
        "time": gettext("arrived %(time)s", time=win.time) if win.wrong_clock else win.time,
        "counted": "yes" if win.counted else "",
        "verified": "yes" if win.verified else "",
        **_change(said),
        "more": win.extras,
        "area": said.area,
        "evidence": said.evidence,
        "host": host_of(said.evidence),
        "hint": _hints(language())[is_bare(said)],
        "hit": "",
    }


@lru_cache(maxsize=16)
def _hints(_language: str) -> Mapping[bool, str]:
    # By is_bare; translated once for each language, as names of kinds are.
    return {True: gettext("Add words"), False: gettext("Add what it changed")}


def is_bare(said: WinFields) -> bool:
    """Return whether the win was logged without words, so that the app filled them in."""
    return said.what == kind_name(said.kind)


def _change(said: WinFields) -> dict[str, str]:
    """Return what the win changed on its indicator, all "" without both numbers."""
    if said.before is None or said.after is None:
        return {"changed": "", "before": "", "after": ""}
    return {"changed": "yes", "before": number(said.before), "after": number(said.after)}


def _filled(fragment: str, win: WinRow, words: Sequence[str]) -> str:
    # Text is escaped; ids, kinds, numbers and zones were checked when they were stored.
    values = placeholders_of(win)
    for name in TEXTS:
        if values[name]:
            values[name] = escape(values[name])
    if words:
        values |= _hits(win.fields, words)
    pattern, in_order = _pattern(fragment)
    return pattern % in_order(values)


def _hits(said: WinFields, words: Sequence[str]) -> dict[str, Markup]:
    lines = [
        cached_fragment("wins/_hit.html", field=name).format(line=marked(line, words))
        for name, line in hits_elsewhere(said, words)
    ]
    shown = {name: marked(getattr(said, name), words) for name in IN_ROW}
    return {**shown, "hit": Markup("").join(lines)}


@lru_cache(maxsize=64)
def _pattern(fragment: str) -> tuple[str, "itemgetter[str]"]:
    # Lists fill thousands of rows a second: this takes a third of the time of format_map.
    pattern = PLACEHOLDER.sub("%s", fragment.replace("%", "%%"))
    return pattern, itemgetter(*PLACEHOLDER.findall(fragment))


@lru_cache(maxsize=256)
def _drawn(_version: str, _language: str, name: str, /, **flags: str | bool) -> Markup:
    template = current_app.jinja_env.get_template(name)
    return Markup(template.render(flags))  # noqa: S704 (our own templates)
