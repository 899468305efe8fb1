"""Team confidence: which band is shown of how many people's answers, and when none is (R36).

Every comparison is one of whole numbers, so that a mean on the edge of a band is never rounded
into another. tests/rules/teams/test_a7.py works out what these bands leave unknown (A7).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from webapp.rules.shared.problems import N_, Invalid, Problem

FEWEST = 5  # people who answered
FEWEST_STRICTER = 6
MOST = 20  # that a lead can ask for
STRICTER_UP_TO = 7  # people; from 8 on the usual bands leave as much unknown
CHOICES = (5, 6, 8, 10, 12, 15, MOST)


class Band(StrEnum):
    """The bands of a mean; the values are stored. The outermost ones include their one bound."""

    UP_TO_3 = "<=3"
    FROM_3 = "3-4"  # more than 3
    FROM_4 = "4-5"
    FROM_5 = "5-6"
    FROM_6 = "6-7"  # less than 7
    FROM_7 = ">=7"
    UP_TO_4 = "<=4"  # this and the next in small teams under the stricter rule alone
    ABOVE_6 = ">=6"

    @property
    def ends(self) -> tuple[int, int]:
        """Return where the band begins and ends on the scale from 0 to 10."""
        low, _, high = self.replace("<=", "0-").replace(">=", "").partition("-")
        return int(low), int(high or 10)


class Headcount(StrEnum):
    """How many answered, in steps; the values are stored."""

    SMALLEST = "5-7"
    SMALLEST_STRICTER = "6-7"
    MIDDLE = "8-14"
    LARGEST = "15+"


@dataclass(frozen=True, slots=True)
class Rule:
    """What a team chose: how many must have answered (k), and whether the stricter bands count."""

    k: int = FEWEST
    stricter: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """What is shown of a team's window, and all that is kept of it."""

    band: Band
    headcount: Headcount


@dataclass(frozen=True, slots=True)
class Answers:
    """One person's answers in a window: their number, their sum, and the scales they are on."""

    count: int
    total: int
    scales: tuple[str, ...]


_BETWEEN = {3: Band.FROM_3, 4: Band.FROM_4, 5: Band.FROM_5, 6: Band.FROM_6}


def personal_mean(answers: Answers) -> int:
    """Return the mean of one person's answers as a whole number, halves rounded up."""
    return (2 * answers.total + answers.count) // (2 * answers.count)


def figure_of(people: Iterable[Answers], rule: Rule) -> Figure | None:
    """Return what is shown of these people's answers, None if too few of them can be counted.

    A person who answered on two scales is not counted. If some answered on one scale and others on
    another, only those on the more common one are. Whether there is a figure depends on how many
    are counted, never on what they answered.
    """
    means = _on_one_scale([one for one in people if len(one.scales) == 1])
    if len(means) < max(rule.k, FEWEST_STRICTER if rule.stricter else FEWEST):
        return None
    return Figure(
        band_of(sum(means), len(means), stricter=rule.stricter),
        headcount_of(len(means), stricter=rule.stricter),
    )


def band_of(total: int, people: int, *, stricter: bool) -> Band:
    """Return the band of the mean of so many personal means with this sum."""
    if stricter and people <= STRICTER_UP_TO:
        lowest, highest, below, above = 4, 6, Band.UP_TO_4, Band.ABOVE_6
    else:
        lowest, highest, below, above = 3, 7, Band.UP_TO_3, Band.FROM_7
    if total <= lowest * people:
        return below
    return above if total >= highest * people else _BETWEEN[total // people]


def headcount_of(people: int, *, stricter: bool) -> Headcount:
    """Return in which step this number of people is."""
    if people >= 15:
        return Headcount.LARGEST
    if people >= 8:
        return Headcount.MIDDLE
    return Headcount.SMALLEST_STRICTER if stricter else Headcount.SMALLEST


def choices_after(rule: Rule) -> list[int]:
    """Return which k a lead can choose for a team that asks this."""
    return sorted({rule.k, *(one for one in CHOICES if one > rule.k)})


def changed_rule(before: Rule, values: Mapping[str, str]) -> Rule:
    """Return the rule that a lead chose in a form (k, stricter), or raise Invalid.

    It is never weaker than the one before: people answer since they were told it.
    """
    stricter = before.stricter or values.get("stricter") == "yes"
    known = {str(one): one for one in {*CHOICES, before.k}}
    k = known.get(values.get("k", str(before.k)))
    if k is None:
        raise Invalid(Problem("k", N_("Choose one of the numbers.")))
    if k < before.k:
        raise Invalid(Problem("k", N_("It can be raised, not lowered: people answered under it.")))
    return Rule(max(k, FEWEST_STRICTER) if stricter else k, stricter)


def _on_one_scale(people: list[Answers]) -> list[int]:
    used = Counter(one.scales[0] for one in people)
    chosen = max(used, key=lambda scale: (used[scale], scale), default="")
    return [personal_mean(one) for one in people if one.scales[0] == chosen]
