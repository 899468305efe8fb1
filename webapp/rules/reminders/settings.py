"""What a person can choose about reminders, and how a form says it (R47)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from webapp.rules.account.absences import parse_away
from webapp.rules.reminders.hours import QUIET_FROM, QUIET_UNTIL
from webapp.rules.reminders.kinds import Kind, Way
from webapp.rules.shared.calendars import Pause
from webapp.rules.shared.problems import N_, Invalid, Problem

CHOSEN = (Kind.CHECK_IN, Kind.CAPTURE, Kind.GOAL, Kind.REVIEW, Kind.TEAM_REVIEW)
IN_TEAMS = frozenset({Kind.TEAM_REVIEW})  # not offered to whoever is in none
USUAL = frozenset({*CHOSEN} - {Kind.CAPTURE})
LATEST = 17 * 60 + 30  # minutes after midnight: a habit is asked for before 18:00
HABIT_AT, DATED_AT = 13 * 60, 9 * 60  # so that a follow-up comes at 17:00
SNOOZES = (30, 60, 120)  # minutes that are offered
MOST_SNOOZES = 10  # of one day
BEFORE = (0, 10, 30, 60, 24 * 60)  # minutes before a team's review; 0: its members get none
NO_BEFORE = Problem("before", N_("Choose when members are reminded."))
TIMES = ("habit_at", "dated_at", "quiet_from", "quiet_until")
NO_TIME = N_("Give the time as hours and minutes, such as 16:00.")
NO_WAY = Problem("way", N_("Choose how reminders shall come."))
CANNOT = {
    Way.PUSH: Problem("way", N_("This server does not send to phones. Choose another way.")),
    Way.MAIL: Problem("way", N_("This server sends no mail. Choose another way.")),
}
NO_KIND = Problem("kinds", N_("Choose from the kinds that are listed."))
TOO_LATE = N_("Choose a time up to 17:30: nothing is asked after 18:00.")


@dataclass(frozen=True, slots=True)
class Wishes:
    """How and when a person wants to be reminded, and of what.

    habit_at, dated_at, quiet_from, quiet_until: minutes after midnight. pause: days on which
    nothing comes. chosen: ms at which they switched it on.
    """

    way: Way = Way.PUSH
    kinds: frozenset[Kind] = USUAL
    habit_at: int = HABIT_AT
    dated_at: int = DATED_AT
    quiet_from: int = QUIET_FROM
    quiet_until: int = QUIET_UNTIL
    pause: Pause | None = None
    chosen: int = 0


def kinds_in(text: str) -> frozenset[Kind]:
    """Return the kinds whose names are in a text, with blanks between them."""
    return frozenset(Kind(name) for name in text.split())


def written(kinds: frozenset[Kind]) -> str:
    """Return kinds as kinds_in reads them."""
    return " ".join(kind for kind in CHOSEN if kind in kinds)


def kinds_offered(*, in_teams: bool) -> tuple[Kind, ...]:
    """Return the kinds that a person can choose from, in their order."""
    return tuple(kind for kind in CHOSEN if in_teams or kind not in IN_TEAMS)


def parse_wishes(
    form: Mapping[str, str], kinds: Sequence[str], before: Wishes, offered: Sequence[Kind] = CHOSEN
) -> Wishes:
    """Return what a form chooses, else as `before`; Invalid with every problem at once.

    form: way, habit_at, dated_at, quiet_from, quiet_until as "20:00". kinds: those that are ticked
    of those that were offered; the others stay.
    """
    problems: list[Problem] = []
    if form.get("way") not in set(Way):
        problems.append(NO_WAY)
    if not set(kinds) <= set(offered):
        problems.append(NO_KIND)
    times: dict[str, Any] = {name: _time(name, form, problems) for name in TIMES}
    problems += [Problem("habit_at", TOO_LATE)] if times["habit_at"] > LATEST else []
    if problems:
        raise Invalid(*problems)
    chosen = frozenset(map(Kind, kinds)) | (before.kinds - set(offered))
    return replace(before, way=Way(form["way"]), kinds=chosen, **times)


def parse_way(text: str | None) -> Way:
    """Return the way that a form chose; Invalid."""
    if text not in set(Way):
        raise Invalid(NO_WAY)
    return Way(text)


def parse_before(text: str) -> int:
    """Return how many minutes before a review a form chose, 0 for none; Invalid."""
    if text not in {str(minutes) for minutes in BEFORE}:
        raise Invalid(NO_BEFORE)
    return int(text)


def parse_pause(first: object, last: object) -> Pause:
    """Return the pause from one ISO day to another, both included; Invalid."""
    away = parse_away(first, last)
    return Pause(away.first, away.last)


def _time(name: str, form: Mapping[str, str], problems: list[Problem]) -> int:
    hours, colon, minutes = form.get(name, "").partition(":")
    if colon and _under(hours, 24) and _under(minutes, 60):
        return int(hours) * 60 + int(minutes)
    problems.append(Problem(name, NO_TIME))
    return 0


def _under(digits: str, limit: int) -> bool:
    return len(digits) == 2 and digits.isascii() and digits.isdecimal() and int(digits) < limit
