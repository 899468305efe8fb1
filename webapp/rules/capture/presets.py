"""What a preset may hold: a person's own button that logs a win with one tap (R5)."""

from dataclasses import dataclass

from webapp.rules.capture.fields import LONGEST_AREA, WinKind
from webapp.rules.capture.wins import FIELDS
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.shared.text import clean_text

MOST_PRESETS = 8
LONGEST_PRESET = 80  # characters: it has to fit on a button


@dataclass(frozen=True, slots=True)
class NewPreset:
    """What a tap on it logs. objective: the id of the objective that the win serves, or "".

    visibility: who may see it (audiences.py), "": as the person's other wins.
    """

    what: str
    kind: str = WinKind.QUICK.value
    area: str = ""
    impact: str = ""
    measurable: bool = False
    objective: str = ""
    visibility: str = ""


# Five common small wins. They are offered, never added without asking.
STARTERS = (
    NewPreset(N_("Finished ahead of schedule"), WinKind.MILESTONE.value),
    NewPreset(N_("Fixed a recurring snag"), WinKind.PROCESS.value),
    NewPreset(N_("Gave a customer a clear update"), WinKind.QUICK.value),
    NewPreset(N_("Improved a process and cut rework"), WinKind.PROCESS.value),
    NewPreset(N_("Sent a data-backed update that clarified next steps"), WinKind.QUICK.value),
)


def parse_preset(
    what: object,
    kind: object,
    area: object,
    impact: object,
    measurable: object,
    objective: object = "",
    visibility: object = "",
) -> NewPreset:
    """Return the preset that a form's values describe, or raise Invalid with all problems."""
    problems: list[Problem] = []
    values = NewPreset(
        what=_name(what, problems),
        kind=_checked("kind", kind or WinKind.QUICK.value, problems),
        area=_text("area", area, LONGEST_AREA, problems),
        impact=_checked("impact", impact or "", problems),
        measurable=bool(measurable),
        objective=_checked("goal", objective or "", problems),  # checked as an id, like a goal
        visibility=_checked("visibility", visibility, problems) if visibility else "",
    )
    if problems:
        raise Invalid(*problems)
    return values


def _name(value: object, problems: list[Problem]) -> str:
    before = len(problems)
    name = _text("what", value, LONGEST_PRESET, problems)
    if not name and len(problems) == before:
        problems.append(Problem("what", N_("Say what a tap on it logs, in a few words.")))
    return name


def _text(field: str, value: object, longest: int, problems: list[Problem]) -> str:
    try:
        return " ".join(clean_text(field, value or "", longest=longest).split())
    except Invalid as invalid:
        problems.extend(invalid.problems)
        return ""


def _checked(field: str, value: object, problems: list[Problem]) -> str:
    try:
        return str(FIELDS[field].check(field, value))
    except Invalid as invalid:
        problems.extend(invalid.problems)
        return ""
