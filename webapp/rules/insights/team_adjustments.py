"""What may be suggested to a team: from published bands, its own goals, and thanks it reads (R42).

Nothing here names a person, and nothing is said of areas: those of members are theirs alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from webapp.rules.insights.adjustments import SEVERAL_WINS, Rule


@dataclass(frozen=True, slots=True)
class NoHigherBand:
    """(a) for a team: its band of confidence does not go up in spite of several wins.

    wins: on the board in the weeks that are looked at; missed: ids of the team's goals.
    """

    wins: int
    missed: tuple[str, ...]
    rule: Rule = Rule.NOT_RISING


@dataclass(frozen=True, slots=True)
class PerfunctoryInTeam:
    """(c) for a team: half or more of the thanks that it reads say little; not which."""

    rule: Rule = Rule.PERFUNCTORY


def no_higher_band(wins: int, missed: Iterable[str], *, has_not_risen: bool) -> NoHigherBand | None:
    """Return (a) for a team with so many wins on its board; has_not_risen: its published bands."""
    if not has_not_risen or wins < SEVERAL_WINS:
        return None
    return NoHigherBand(wins, tuple(missed))
