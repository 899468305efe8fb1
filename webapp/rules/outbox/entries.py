"""The entry format: what a phone's outbox sends, checked value by value.

An entry is {"v": 1, "id": UUID, "seq": n, "verb": name, "at": ms, "offset": minutes,
"zone": name, "fields": {...}}. The id is made on the phone and never changes, however
often the entry is sent; `at` is the moment of the tap. fields["team"] is the number of the team
that the tap was for; without it, or where it is "", the entry is about one's own things.
docs/glossary.md lists the verbs.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from webapp.rules.capture.checkins import (
    CheckInEdit,
    Deferral,
    Rating,
    parse_checkin_edit,
    parse_deferral,
    parse_rating,
)
from webapp.rules.capture.wins import (
    EDIT_FIELDS,
    LOG_FIELDS,
    LoggedWin,
    WinEdit,
    parse_win,
    parse_win_edit,
)
from webapp.rules.decisions.decisions import (
    OpenedDecision,
    TakenStep,
    parse_decided,
    parse_opening,
    parse_reopened,
)
from webapp.rules.goals.completions import (
    MEET,
    TICK,
    Completion,
    CriterionTick,
    parse_completion,
    parse_criterion_tick,
)
from webapp.rules.recognition.recognitions import RECOGNISE, Recognised, parse_recognition
from webapp.rules.reviews.lines import FIELDS as LINE
from webapp.rules.reviews.lines import AddedLine, parse_line
from webapp.rules.rights.permissions import Access, Permission, Thing
from webapp.rules.shared.ids import parse_id
from webapp.rules.shared.moments import Moment, in_zone, parse_moment
from webapp.rules.shared.problems import N_, Invalid, Problem

FORMAT = 1
MOST_ENTRIES = 100  # in one request, R17
LONGEST_ECHO = 64
# What a phone keeps until it can be sent.
FOR_TEAMS = frozenset({"log_win", "meet_goal", "add_line", "recognise"})
TEAM = re.compile(r"[1-9][0-9]{0,8}")


@dataclass(frozen=True, slots=True)
class Undo:
    """Takes back what the entry `target` created."""

    target: str


Content = (
    LoggedWin
    | WinEdit
    | Rating
    | CheckInEdit
    | Undo
    | Deferral
    | Completion
    | CriterionTick
    | OpenedDecision
    | TakenStep
    | AddedLine
    | Recognised
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A checked entry. made: when, by the phone's clock; seq: the phone's running number.

    team: the number of the team whose things it changes, 0 for one's own.
    """

    id: str
    made: Moment
    content: Content
    seq: int = 0
    team: int = 0


def parse_entry(raw: object, received: int) -> Entry:
    """Return the entry that `raw` (decoded JSON) describes, or raise Invalid; received: ms."""
    if not isinstance(raw, Mapping):
        raise Invalid(Problem("entry", N_("An entry must be an object.")))
    entry_id = parse_id("id", raw.get("id"))
    if raw.get("v") != FORMAT:
        raise Invalid(
            Problem("v", N_("Another version of the app made this entry; refresh the app."))
        )
    made = parse_moment(raw.get("at"), raw.get("offset"), raw.get("zone"))
    team, fields = _team_and_rest(raw.get("verb"), raw.get("fields"))
    content = parse_content(raw.get("verb"), fields, received)
    return Entry(entry_id, made, content, _count(raw.get("seq")), team)


def entry_in_zone(entry: Entry, zone: str, received: int) -> Entry:
    """Return the entry, received at that moment (ms), with its moments in a `zone`."""
    content = entry.content
    if isinstance(content, (WinEdit, LoggedWin)) and content.happened:
        content = replace(content, happened=in_zone(content.happened, zone, received))
    return replace(entry, made=in_zone(entry.made, zone, received), content=content)


def parse_content(verb: object, fields: object, received: int) -> Content:
    """Return what an entry with this verb and these fields says, or raise Invalid.

    A field that the verb does not list is refused, so that nothing can be set that a person may not
    set.
    """
    known = VERBS.get(verb) if isinstance(verb, str) else None
    if known is None or not isinstance(fields, Mapping):
        raise Invalid(Problem("verb", N_("This app does not know that kind of entry; refresh it.")))
    if unknown := set(fields) - known.fields:
        raise Invalid(
            Problem("fields", N_("Unknown fields: %(names)s."), {"names": _list(unknown)})
        )
    return known.parse(fields, received)


def needed_by(raw: object) -> Permission:
    """Return what an entry needs that parse_entry takes."""
    verb = raw.get("verb") if isinstance(raw, Mapping) else ""
    return VERBS[str(verb)].needs


def echoed_id(raw: object) -> str:
    """Return the id to repeat in a verdict about `raw`, even a bad one: the phone looks for it."""
    value = raw.get("id") if isinstance(raw, Mapping) else None
    return value[:LONGEST_ECHO] if isinstance(value, str) else ""


def _team_and_rest(verb: object, fields: object) -> tuple[int, object]:
    if not isinstance(fields, Mapping) or "team" not in fields or str(verb) not in FOR_TEAMS:
        return 0, fields
    team = str(fields["team"])
    if team and not TEAM.fullmatch(team):
        raise Invalid(Problem("team", N_("There is no such team.")))
    return int(team or 0), {name: value for name, value in fields.items() if name != "team"}


def _count(value: object) -> int:
    # It only orders entries of a phone whose clock is wrong; forms send none.
    return value if type(value) is int else 0


def _list(names: set[Any]) -> str:
    return ", ".join(sorted(str(name)[:20] for name in names)[:5])


def _parse_undo(fields: Mapping[str, Any], _received: int) -> Undo:
    return Undo(parse_id("target", fields.get("target")))


Parser = Callable[[Mapping[str, Any], int], Content]


class Verb(NamedTuple):
    """What an entry of one kind may hold, what it becomes, and what it needs (R29)."""

    fields: frozenset[str]
    parse: Parser
    needs: Permission


_LOG = Permission(Thing.LOG, Access.CHANGE)
_RATING = Permission(Thing.RATING, Access.CHANGE)
_OWNED = Permission(Thing.OWNED, Access.CHANGE)
_TARGET = frozenset({"target"})

VERBS: dict[str, Verb] = {
    "log_win": Verb(LOG_FIELDS, parse_win, _LOG),
    "edit_win": Verb(EDIT_FIELDS, parse_win_edit, _LOG),
    "check_in": Verb(frozenset({"rating", "scale_id", "note", "area"}), parse_rating, _RATING),
    "edit_check_in": Verb(
        frozenset({"target", "rating", "note", "area"}), parse_checkin_edit, _RATING
    ),
    "undo": Verb(_TARGET, _parse_undo, _LOG),
    "defer_check_in": Verb(frozenset(), parse_deferral, _RATING),
    "meet_goal": Verb(MEET, parse_completion, _OWNED),
    "tick_criterion": Verb(TICK, parse_criterion_tick, _OWNED),
    "open_decision": Verb(frozenset({"what", "importance"}), parse_opening, _OWNED),
    "decide": Verb(frozenset({"target", "outcome"}), parse_decided, _OWNED),
    "reopen_decision": Verb(_TARGET, parse_reopened, _OWNED),
    "add_line": Verb(LINE, parse_line, _OWNED),
    "recognise": Verb(RECOGNISE, parse_recognition, _OWNED),
}
