"""The fields of a win, each described once, for every layer and for the phone.

A new field is a line in WinFields and a migration for its column. The form, rows, the history,
search, the correction of refused entries and the phone's scripts read the line.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from typing import Annotated, NamedTuple, get_type_hints

from webapp.rules.capture.audiences import NAMED
from webapp.rules.shared import fields as of
from webapp.rules.shared.problems import N_

LONGEST_AREA = 60
CHOOSE_VISIBILITY = N_("Choose who may see it: only you, your team, or the organisation.")


class WinKind(StrEnum):
    """The type of a win."""

    QUICK = "quick"
    MILESTONE = "milestone"
    PROCESS = "process"


class Visibility(StrEnum):
    """Who may see a win."""

    PRIVATE = "private"
    TEAM = "team"
    ORGANISATION = "organisation"


class Moves(StrEnum):
    """What a win moves on."""

    PROJECT = "project"
    SKILL = "skill"
    ROUTINE = "routine"


class Fold(StrEnum):
    """The folds of a win's form."""

    MORE = "more"
    REFLECTION = "reflection"


KINDS: Mapping[str, str] = {
    WinKind.QUICK: N_("Quick task"),
    WinKind.MILESTONE: N_("Milestone"),
    WinKind.PROCESS: N_("Process improvement"),
}
MOVES: Mapping[str, str] = {
    "": N_("Nothing in particular"),
    Moves.PROJECT: N_("A project"),
    Moves.SKILL: N_("A skill"),
    Moves.ROUTINE: N_("A routine"),
}
VISIBILITIES: Mapping[str, str] = {
    Visibility.PRIVATE: N_("Only you"),
    Visibility.TEAM: N_("Your team"),
    Visibility.ORGANISATION: N_("The organisation"),
}


@dataclass(frozen=True, slots=True)
class WinField:
    """How a field of a win is checked, asked for and shown. Sentences are untranslated.

    value: checks values and writes them as text. label: the field's name in form and history;
    prompt: what the form asks instead. fold: the fold of the form that it is in, None: above them.
    lines: the height of its text box. offered: the attribute of Options
    (domain/capture/options.py) with its options; without any, the form does not ask for it: who may
    see a win is asked only of people who are in a team (R31). beside: the field that it is shown
    with. usual: the value that rows leave out. in_row: a row shows it as text, other fields are in
    its data.
    """

    value: of.Field
    label: str
    prompt: str = ""
    hint: str = ""
    fold: Fold | None = None
    lines: int = 1
    required: bool = False
    offered: str = ""
    beside: str = ""
    usual: str = ""
    in_row: bool = False
    searched: bool = False
    name: str = field(default="", kw_only=True)  # that of the line in WinFields


_said = partial(WinField, in_row=True, searched=True)
_more = partial(WinField, fold=Fold.MORE)
_reflection = partial(WinField, of.line(), fold=Fold.REFLECTION, searched=True)
_kind = of.choice(KINDS, N_("The kind must be one of: quick, milestone, process."))
_moves = of.choice(MOVES, N_("Choose a project, a skill or a routine."))
_visibility = of.choice(VISIBILITIES, CHOOSE_VISIBILITY, pattern=NAMED)
_IMPACT = N_("What it changed, with a number if there is one")
_COUNTED = N_(
    "A win counts as evidence when it serves an objective and its effect can be measured."
)


class WinFields(NamedTuple):
    """What a person says of a win, in the order of the form.

    objectives: ids with blanks between. visibility: as in audiences.py; "" means the person's
    default.
    """

    what: Annotated[str, _said(of.text(), N_("What you got done"), required=True)] = ""
    impact: Annotated[str, _said(of.text(), N_("What it changed"), _IMPACT, lines=2)] = ""
    next_step: Annotated[str, _said(of.text(), N_("Next step"))] = ""
    kind: Annotated[str, _more(_kind, N_("Kind"), in_row=True)] = WinKind.QUICK.value
    area: Annotated[str, _more(of.line(LONGEST_AREA), N_("Area"), offered="areas")] = ""
    objectives: Annotated[
        str, _more(of.ids(), N_("Objectives it serves"), offered="objectives")
    ] = ""
    measurable: Annotated[
        bool, _more(of.flag(), N_("Its effect can be measured"), hint=_COUNTED)
    ] = False
    evidence: Annotated[str, _more(of.link(), N_("Link to evidence"))] = ""
    moves: Annotated[str, _more(_moves, N_("It moves on"))] = ""
    goal: Annotated[str, _more(of.one_id(), N_("Micro-goal"), offered="goals")] = ""
    indicator: Annotated[str, _more(of.one_id(), N_("Indicator"), offered="indicators")] = ""
    before: Annotated[float | None, _more(of.number(), N_("Before"), beside="indicator")] = None
    after: Annotated[float | None, _more(of.number(), N_("After"), beside="indicator")] = None
    visibility: Annotated[
        str,
        _more(
            _visibility,
            N_("Who may see it"),
            offered="audiences",
            usual=Visibility.PRIVATE.value,
        ),
    ] = ""
    approach: Annotated[str, _reflection(N_("How you went about it"))] = ""
    worked: Annotated[str, _reflection(N_("What worked"))] = ""
    improve: Annotated[str, _reflection(N_("What you would do better"))] = ""


def _described() -> dict[str, WinField]:
    hints = get_type_hints(WinFields, include_extras=True)
    return {name: replace(hints[name].__metadata__[0], name=name) for name in WinFields._fields}


WIN_FIELDS: Mapping[str, WinField] = _described()
