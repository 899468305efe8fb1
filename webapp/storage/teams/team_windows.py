"""What is published of teams' confidence, and what the publisher reads (R36).

`answers_in` is the only place where ratings are read for anybody but their person (R11): it gives
a number, a sum and the scales, and publishing turns those into bands.
"""

from typing import Any

from peewee import JOIN, CharField, CompositeKey, ForeignKeyField, IntegerField, fn

from webapp.rules.shared.ids import OwnerId, PersonId, TeamId
from webapp.storage.account.people import Owner
from webapp.storage.capture.checkins import CheckIn
from webapp.storage.engine.database import Stored
from webapp.storage.teams.counting import ConfidenceRule, rules_of

MOST_WINDOWS = 13  # about a year


class TeamWindow(Stored):
    """The figure of a team's window, as it was published: bands of rules/teams/confidence.py.

    A window that is published and has no row is not shown.
    """

    team = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
    window = IntegerField()
    band = CharField(max_length=8)
    headcount = CharField(max_length=8)

    class Meta:
        primary_key = CompositeKey("team", "window")


class ProgressMarker(Stored):
    """How far something went that must not happen twice, also after a restore."""

    name = CharField(max_length=40, primary_key=True)
    value = IntegerField()


def answers_in(person: PersonId, first: str, last: str) -> tuple[int, int, str, str]:
    """Return (number, sum, first scale, last scale) of a person's answers of these days (ISO).

    The number is 0 if there are none. Read from an index alone.
    """
    scales = (fn.MIN(CheckIn.scale_id), fn.MAX(CheckIn.scale_id))
    own = (CheckIn.person == person, CheckIn.day.between(first, last))
    rows: Any = CheckIn.select(fn.COUNT(CheckIn.rating), fn.SUM(CheckIn.rating), *scales).where(
        *own
    )
    [(count, total, one, other)] = rows.tuples()
    return count, int(total or 0), one or "", other or ""


def store_figure(team: OwnerId, number: int, band: str, headcount: str) -> None:
    """Store the figure of a team's window, which no later one replaces."""
    row = {"team": team, "window": number, "band": band, "headcount": headcount}
    TeamWindow.insert(row).on_conflict_ignore().execute()


def figures_of(team: TeamId, name: str, number: int) -> list[tuple[Any, ...]]:
    """Return the newest figures of a team, newest first, and what it asks of a window.

    (window, band, headcount, marker, k, stricter): the marker is that with this name, k and
    stricter those of the window with this number, None where it never chose any. They are the same
    in each row, so that a page asks once. One row without a window if there is no figure.
    """
    last = ProgressMarker.select(ProgressMarker.value).where(ProgressMarker.name == name)
    rule = rules_of(team, number)
    asked = (rule.select(one) for one in (ConfidenceRule.k, ConfidenceRule.stricter))
    columns = (TeamWindow.window, TeamWindow.band, TeamWindow.headcount, last, *asked)
    rows: Any = Owner.select(*columns).join(
        TeamWindow, JOIN.LEFT_OUTER, on=(TeamWindow.team == Owner.id)
    )
    its = rows.where(Owner.id == team).order_by(TeamWindow.window.desc())
    return list(its.limit(MOST_WINDOWS).tuples())


def marker(name: str) -> int | None:
    """Return how far this went, None if it never began."""
    row: ProgressMarker | None = ProgressMarker.get_or_none(ProgressMarker.name == name)
    return None if row is None else int(row.value)


def begin_marker(name: str, value: int) -> None:
    """Store how far this went, unless it has begun before."""
    ProgressMarker.insert(name=name, value=value).on_conflict_ignore().execute()


def raise_marker(name: str, value: int) -> None:
    """Let this have gone at least so far."""
    begin_marker(name, value)
    less = (ProgressMarker.name == name, ProgressMarker.value < value)
    ProgressMarker.update(value=value).where(*less).execute()


def advance_marker(name: str, value: int) -> bool:
    """Let this go one step further, to `value`; False if it went there before, or is not there yet.

    Inside a transaction: another process that tries waits for its end, and then gets False.
    """
    step = (ProgressMarker.name == name, ProgressMarker.value == value - 1)
    return bool(ProgressMarker.update(value=value).where(*step).execute())
