"""Kinds of fields in entries: how a value is checked, and how it is written as text.

Every value that a field was given is stored as text (storage/capture/revisions.py).
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from webapp.rules.shared.ids import parse_id
from webapp.rules.shared.links import address_of
from webapp.rules.shared.numbers import in_range
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.shared.text import LONGEST_TEXT, clean_text

LENGTH_OF_ID = 36
LONGEST_CHOICE = 12
MOST_IDS = 10
NO_LINK = N_("Give the address of a page, such as example.org/report.")


class ValueType(StrEnum):
    """What the values of a field are: Python text, but for flags and numbers."""

    TEXT = "text"
    LINE = "line"
    CHOICE = "choice"
    LINK = "link"
    FLAG = "flag"
    NUMBER = "number"
    ID = "id"
    IDS = "ids"


@dataclass(frozen=True, slots=True)
class Field:
    """A kind of field.

    check(name, untrusted) returns the value or raises Invalid. read(write(value)) is the value.
    longest: characters. options: the labels of a closed set, untranslated, where it has some.
    """

    check: Callable[[str, object], Any]
    write: Callable[[Any], str] = str
    read: Callable[[str], Any] = str
    type: ValueType = ValueType.TEXT
    longest: int = LONGEST_TEXT
    options: Mapping[str, str] = field(default_factory=dict)


def text(longest: int = LONGEST_TEXT) -> Field:
    """Return a field for text, without outer blanks."""
    return Field(lambda name, value: clean_text(name, value, longest=longest), longest=longest)


def line(longest: int = LONGEST_TEXT) -> Field:
    """Return a field for text on one line."""

    def check(name: str, value: object) -> str:
        return " ".join(clean_text(name, value, longest=longest).split())

    return Field(check, type=ValueType.LINE, longest=longest)


def choice(
    options: Iterable[str],
    says: str,
    *,
    empty: bool = False,
    pattern: re.Pattern[str] | None = None,
) -> Field:
    """Return a field for one of `options`, with `empty` also "".

    options: the values, or their labels by value. says: the sentence for any other value. pattern:
    what is allowed besides.
    """
    allowed = {*options, ""} if empty else {*options}
    labels = options if isinstance(options, Mapping) else {}

    def check(name: str, value: object) -> str:
        if isinstance(value, str) and (value in allowed or (pattern and pattern.fullmatch(value))):
            return str(value)
        raise Invalid(Problem(name, says))

    return Field(check, type=ValueType.CHOICE, longest=LONGEST_CHOICE, options=labels)


def link() -> Field:
    """Return a field for the address of a page, http or https only, or ""; see address_of."""
    return Field(_link, type=ValueType.LINK)


def flag() -> Field:
    """Return a field for yes or no."""
    return Field(_flag, write=lambda value: "1" if value else "", read=bool, type=ValueType.FLAG)


def number() -> Field:
    """Return a field for a number that `in_range` accepts, or None."""
    return Field(
        _number,
        type=ValueType.NUMBER,
        write=lambda value: "" if value is None else repr(value),
        read=lambda value: float(value) if value else None,
    )


def whole(lowest: int, highest: int, says: str) -> Field:
    """Return a field for a whole number; says: the sentence for any other value."""

    def check(name: str, value: object) -> int:
        if type(value) is not int or not lowest <= value <= highest:
            raise Invalid(Problem(name, says))
        return value

    return Field(check, type=ValueType.NUMBER, write=str, read=int)


def one_id() -> Field:
    """Return a field for the id of another thing, or ""."""
    return Field(
        lambda name, value: "" if value == "" else parse_id(name, value),
        type=ValueType.ID,
        longest=LENGTH_OF_ID,
    )


def ids() -> Field:
    """Return a field for ids of other things; the value is one text with blanks between them."""
    return Field(_ids, type=ValueType.IDS)


def _link(name: str, value: object) -> str:
    typed = clean_text(name, value)
    if not typed:
        return ""
    address = address_of(typed)
    if not address:
        raise Invalid(Problem(name, NO_LINK))
    return clean_text(name, address)  # with https:// it may be too long


def _flag(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise Invalid(Problem(name, N_("Choose yes or no.")))
    return value


def _number(name: str, value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Invalid(Problem(name, N_("Give a number.")))
    try:
        return in_range(name, float(value))
    except OverflowError:  # an int of more than 308 digits
        return in_range(name, math.inf)


def _ids(name: str, value: object) -> str:
    if not isinstance(value, list) or len(value) > MOST_IDS:
        raise Invalid(Problem(name, N_("Choose at most ten.")))
    return " ".join(dict.fromkeys(parse_id(name, one) for one in value))
