"""What a win is: its kinds and its fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from webapp.rules.ids import parse_id
from webapp.rules.moments import Moment, believable, parse_moment
from webapp.rules.problems import N_, Invalid, Problem
from webapp.rules.text import clean_text

TEXT_FIELDS = ("what", "impact", "next_step")


class Kind(StrEnum):
    """The type of a win."""

    QUICK = "quick"
    MILESTONE = "milestone"
    PROCESS = "process"


@dataclass(frozen=True, slots=True)
class LoggedWin:
    """What a person says when they log a win; only `what` is never empty."""

    what: str
    kind: Kind
    impact: str = ""
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class WinEdit:
    """New values for some fields of one win; `happened` is None when it stays."""

    target: str
    texts: tuple[tuple[str, str], ...]
    happened: Moment | None


def parse_win(fields: Mapping[str, Any], _received: int) -> LoggedWin:
    """The win that `fields` (what, kind, impact, next_step) describe, or Invalid."""
    kind = fields.get("kind")
    if kind not in list(Kind):
        raise Invalid(Problem("kind", N_("The kind must be one of: quick, milestone, process.")))
    texts = {name: clean_text(name, fields.get(name, "")) for name in TEXT_FIELDS}
    _need_words(texts)
    return LoggedWin(kind=Kind(kind), **texts)


def parse_edit(fields: Mapping[str, Any], received: int) -> WinEdit:
    """The edit of win fields["target"]; fields that are left out stay as they are.

    `happened` comes as {"at": ms, "offset": minutes, "zone": IANA name}; received: ms.
    """
    texts = {name: clean_text(name, fields[name]) for name in TEXT_FIELDS if name in fields}
    if "what" in texts:
        _need_words(texts)
    moment = _happened(fields["happened"], received) if "happened" in fields else None
    return WinEdit(parse_id("target", fields.get("target")), tuple(texts.items()), moment)


def _happened(value: object, received: int) -> Moment:
    if not isinstance(value, Mapping):
        raise Invalid(Problem("happened", N_("Give the date and time it happened.")))
    moment = parse_moment(value.get("at"), value.get("offset"), value.get("zone"))
    if not believable(moment.instant, received):
        raise Invalid(
            Problem("happened", N_("Choose a time after 1999 and no more than a day ahead."))
        )
    return moment


def _need_words(texts: Mapping[str, str]) -> None:
    if not texts["what"]:
        raise Invalid(Problem("what", N_("Say in a few words what you got done.")))
