"""What an indicator is, its values, and the numbers and days that people write (R25)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from webapp.rules.shared import fields as of
from webapp.rules.shared.ids import parse_id
from webapp.rules.shared.number_formats import NumberFormat
from webapp.rules.shared.numbers import FURTHEST, read_number, signs_of
from webapp.rules.shared.problems import N_, Invalid, Problem

LONGEST_NAME = 120
LONGEST_UNIT = 40
MOST_INDICATORS = 200  # of one owner: lists and forms show them all
TOO_MANY_INDICATORS = Problem(
    "name", N_("There are 200 indicators. Delete one that is done with, then add this.")
)
EARLIEST, LATEST = date(1900, 1, 1), date(2200, 1, 1)


class Better(StrEnum):
    """The direction in which an indicator improves."""

    UP = "up"
    DOWN = "down"


NAME = of.line(LONGEST_NAME)
UNIT = of.line(LONGEST_UNIT)
BETTER = of.choice(Better, N_("Say whether more or less of it is better."))


@dataclass(frozen=True, slots=True)
class Measure:
    """What a person says about an indicator; objective: an id or ""."""

    name: str
    unit: str = ""
    better: str = Better.UP
    baseline: float | None = None
    target: float | None = None
    objective: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """The value on a day; exposure: of how many (3 defects of 40 deliveries), if known."""

    day: date
    value: float
    exposure: float | None = None


def rates(values: Sequence[Value]) -> list[Value]:
    """Return the rates in per cent of `values`, oldest first, if the last one has an exposure.

    Values without one are left out then, and rates too large to be meant. Empty if the last one
    has none: the values themselves are what is compared.
    """
    if not values or not values[-1].exposure:
        return []
    found = [Value(one.day, 100 * one.value / one.exposure) for one in values if one.exposure]
    return [one for one in found if abs(one.value) <= FURTHEST]


def parse_measure(form: Mapping[str, object], style: NumberFormat) -> Measure:
    """Return the indicator that a form describes, or raise Invalid with every problem."""
    problems: list[Problem] = []
    name, unit = (_text(form, problems, *one) for one in (("name", NAME), ("unit", UNIT)))
    better = _text(form, problems, "better", BETTER)
    baseline, target = (
        _number(form, problems, one, style, signs_of(unit)) for one in ("baseline", "target")
    )
    objective = _id(form, problems)
    if name == "" and not problems:
        problems.append(Problem("name", N_("Name what is measured in a few words.")))
    if problems:
        raise Invalid(*problems)
    return Measure(name, unit, better, baseline, target, objective)


def parse_value(form: Mapping[str, object], style: NumberFormat, unit: str = "") -> Value:
    """Return the value that a form (day, value, exposure) holds; unit: of its indicator.

    Invalid: every problem at once.
    """
    problems: list[Problem] = []
    day = _day(str(form.get("day", "")), problems)
    value = _number(form, problems, "value", style, signs_of(unit))
    exposure = _number(form, problems, "exposure", style, "")
    if value is None and not any(problem.field == "value" for problem in problems):
        problems.append(Problem("value", N_("Give a number.")))
    if exposure is not None and exposure <= 0:
        problems.append(Problem("exposure", N_("Of how many: give a number above 0, or none.")))
    if day is None or value is None or problems:
        raise Invalid(*problems)
    return Value(day, value, exposure)


def _text(form: Mapping[str, object], problems: list[Problem], name: str, field: of.Field) -> str:
    try:
        return str(field.check(name, form.get(name, "")))
    except Invalid as invalid:
        problems.extend(invalid.problems)
        return ""


def _number(
    form: Mapping[str, object],
    problems: list[Problem],
    name: str,
    style: NumberFormat,
    signs: str | None,
) -> float | None:
    try:
        return read_number(name, str(form.get(name, "")), style, signs=signs)
    except Invalid as invalid:
        problems.extend(invalid.problems)
        return None


def _id(form: Mapping[str, object], problems: list[Problem]) -> str:
    value = form.get("objective", "")
    try:
        return parse_id("objective", value) if value else ""
    except Invalid as invalid:
        problems.extend(invalid.problems)
        return ""


def _day(text: str, problems: list[Problem]) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or not EARLIEST <= day < LATEST:
        problems.append(Problem("day", N_("Give the day, from 1900 to 2199.")))
        return None
    return day
