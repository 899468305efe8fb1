"""What is shown of a team's confidence, and what its leads ask of it (R36)."""

from collections.abc import Mapping
from dataclasses import dataclass

from webapp.domain.teams.counting import PUBLISHED
from webapp.rules.shared.ids import TeamId
from webapp.rules.shared.problems import NotFound
from webapp.rules.teams.confidence import Band, Figure, Headcount, Rule, changed_rule
from webapp.rules.teams.windows import Window, first_ahead, window
from webapp.storage.account.owners import raise_rev_of_team
from webapp.storage.engine.database import transaction
from webapp.storage.teams.counting import rules_of, store_rule
from webapp.storage.teams.memberships import lock_members
from webapp.storage.teams.team_windows import MOST_WINDOWS, figures_of

EVER = 2**31 - 1  # a window after all others


@dataclass(frozen=True, slots=True)
class PublishedWindow:
    """A window that is published; figure: None if it is not shown."""

    window: Window
    figure: Figure | None


def published_windows(team: TeamId) -> list[PublishedWindow]:
    """Return a team's windows from its first figure on, about a year of them, newest first."""
    return windows_and_rule(team, EVER)[0]


def windows_and_rule(team: TeamId, number: int) -> tuple[list[PublishedWindow], Rule]:
    """Return the published windows, and the rule of the window with this number.

    By one statement, since a page needs both.
    """
    rows = figures_of(team, PUBLISHED, number)
    *_, marked, k, stricter = rows[0] if rows else (None,) * 6
    rule = Rule() if k is None else Rule(k, bool(stricter))
    figures = {row[0]: Figure(Band(row[1]), Headcount(row[2])) for row in rows if row[1]}
    if not figures:
        return [], rule
    newest = max(*figures, marked or 0)
    numbers = range(newest, min(figures) - 1, -1)[:MOST_WINDOWS]
    return [PublishedWindow(window(one), figures.get(one)) for one in numbers], rule


def rule_of(team: TeamId, number: int) -> Rule:
    """Return what a team asks of its figure of this window: as it was when the window began."""
    row = rules_of(team, number).first()
    return Rule() if row is None else Rule(row.k, row.stricter)


def rule_ahead(team: TeamId) -> Rule:
    """Return what a team asks of windows to come."""
    return rule_of(team, EVER)


def change_rule(team: TeamId, values: Mapping[str, str], now: int) -> None:
    """Store what a lead asks (k, stricter) from the next window on; Invalid, NotFound. now: ms."""
    with transaction():
        if not lock_members(team):
            raise NotFound
        rule = changed_rule(rule_ahead(team), values)
        store_rule(team, first_ahead(now), k=rule.k, stricter=rule.stricter)
        raise_rev_of_team(team)
