"""Rows of wins: one fragment, filled with each win's values (fragments.py)."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from flask import Flask
from flask_babel import gettext
from markupsafe import Markup, escape

from webapp.domain.capture.today import SeenWin
from webapp.domain.capture.wins import WinRow
from webapp.rules.capture.fields import KINDS, WinFields
from webapp.rules.capture.searches import IN_ROW, hits_elsewhere
from webapp.rules.shared.links import host_of
from webapp.web.shared.fragments import PLACEHOLDER, arrived_at, cached_fragment, filled, pattern_of
from webapp.web.shared.hits import marked
from webapp.web.shared.i18n.language import language
from webapp.web.shared.i18n.numbers import number
from webapp.web.shared.i18n.win_kinds import kind_name

SPECIAL = re.compile("[&<>'\"]")  # in HTML
# Placeholders that a win with words only leaves empty.
UNSAID = (
    *("impact", "next_step", "counted", "verified", "changed", "before", "after"),
    *("more", "area", "evidence", "host", "hit"),
)
# The others, in the order in which a row is filled.
SAID = ("id", "what", "happened", "offset", "zone", "time")
TEXTS = ("what", "impact", "next_step", "more", "area", "evidence", "host")


class OwnWords(NamedTuple):
    """What rows say in one language besides the words of people; as in templates, it is HTML.

    kinds: their names. bare: the hint of a win that was logged without words; hint: that of others.
    """

    kinds: Mapping[str, str]
    bare: str
    hint: str


def init_app(app: Flask) -> None:
    """Give templates `win_rows`, `wins_since` and `veins_of`."""
    app.jinja_env.globals.update(win_rows=win_rows, wins_since=wins_since, veins_of=veins_of)


def win_rows(wins: Iterable[WinRow], words: Sequence[str] = ()) -> Markup:
    """Return the rows of these wins; words: folded, their hits are marked."""
    plain, linked = (
        str(cached_fragment("wins/_win.html", linked=linked)) for linked in (False, True)
    )
    own = _own_words(language())
    rows = [
        _filled_with_words(plain, win, own)
        if win.has_words_only and not words
        else _filled(plain, linked, win, own, words)
        for win in wins
    ]
    return Markup("".join(rows))  # noqa: S704


def wins_since(wins: Iterable[SeenWin]) -> Markup:
    """Return the list of wins of which the phone makes the evidence of a check-in."""
    pattern, in_order = pattern_of(str(cached_fragment("checkins/_seen.html")))
    seen = [
        pattern % in_order({"id": one, "happened": at, "what": _escaped(what)})
        for one, at, what in wins
    ]
    rows = "".join(seen)
    listed = str(cached_fragment("checkins/_since.html")).replace("{rows}", rows)
    return Markup(listed)  # noqa: S704


def veins_of(wins: Iterable[WinRow]) -> str:
    """Return which of these wins came of a goal, as "1" or "0" each, the last win first."""
    return "".join("1" if win.fields.goal else "0" for win in reversed([*wins]))


def placeholders_of(win: WinRow) -> dict[str, object]:
    """Return what fills the placeholders of the row of `win`, as text that is not escaped yet."""
    return _placeholders(win, _own_words(language()))


def _placeholders(win: WinRow, own: OwnWords) -> dict[str, object]:
    said = win.fields
    before, after = _change(said)
    named = own.kinds.get(said.kind, "")
    return {
        "id": win.id,
        "kind": said.kind,
        "kind_name": named,
        "what": said.what,
        "impact": said.impact,
        "next_step": said.next_step,
        "happened": win.happened,
        "offset": win.offset,
        "zone": win.zone,
        "time": arrived_at(win.time) if win.wrong_clock else win.time,
        "counted": "yes" if win.counted else "",
        "verified": "yes" if win.verified else "",
        "changed": "yes" if after else "",
        "before": before,
        "after": after,
        "more": win.extras,
        "area": said.area,
        "evidence": said.evidence,
        "host": host_of(said.evidence) if said.evidence else "",
        "hint": own.bare if said.what == named else own.hint,
        "hit": "",
    }


def _filled(plain: str, linked: str, win: WinRow, own: OwnWords, words: Sequence[str]) -> str:
    # Text is escaped; ids, kinds, numbers and zones were checked when they were stored.
    values = _placeholders(win, own)
    for name in TEXTS:
        if values[name]:
            values[name] = escape(values[name])
    if words:
        values |= _hits(win.fields, words)
    return filled(linked if values["host"] else plain, values)


def _filled_with_words(plain: str, win: WinRow, own: OwnWords) -> str:
    # Most wins: filling six places and not 21 takes a third of the time.
    what, kind = win.fields.what, win.fields.kind
    named = own.kinds.get(kind, "")
    hint = own.bare if what == named else own.hint
    pattern, in_order = _with_words_only(plain, kind, named, hint)
    values = (win.id, _escaped(what), win.happened, win.offset, win.zone, win.time)  # as SAID
    return pattern % in_order(values)


@lru_cache(maxsize=64)
def _with_words_only(
    plain: str, kind: str, kind_name: str, hint: str
) -> tuple[str, Callable[[tuple[object, ...]], object]]:
    """Return a pattern of a win that has words only, and what puts SAID into its order."""
    said = {"kind": kind, "kind_name": kind_name, "hint": hint, **dict.fromkeys(UNSAID, "")}
    row = PLACEHOLDER.sub(lambda found: said.get(found[1], found[0]), plain)
    in_order = itemgetter(*map(SAID.index, PLACEHOLDER.findall(row)))
    return pattern_of(row)[0], in_order


def _escaped(text: str) -> str:
    # Most words need no escaping; looking first takes a third of the time.
    return str(escape(text)) if SPECIAL.search(text) else text


def _change(said: WinFields) -> tuple[str, str]:
    """Return the numbers of the win's indicator, before and after; ("", "") without both."""
    if said.before is None or said.after is None:
        return "", ""
    return number(said.before), number(said.after)


def _hits(said: WinFields, words: Sequence[str]) -> dict[str, Markup]:
    lines = [
        cached_fragment("wins/_hit.html", field=name).format(line=marked(line, words))
        for name, line in hits_elsewhere(said, words)
    ]
    shown = {name: marked(getattr(said, name), words) for name in IN_ROW}
    return {**shown, "hit": Markup("").join(lines)}


@lru_cache(maxsize=16)
def _own_words(_language: str) -> OwnWords:
    kinds = {kind: kind_name(kind) for kind in KINDS}
    return OwnWords(kinds, bare=gettext("Add words"), hint=gettext("Add what it changed"))
