"""How often a rule speaks by chance, and how often it finds what is there."""

from random import Random

from tests.lives import Life, means_of
from webapp.rules.trends import Direction, judge

NULL = Life()
HALF_A_YEAR = 26
NOISES = {"little": Life(of_week=0.3, of_day=0.7), "usual": NULL, "much": Life(of_week=1, of_day=2)}


def told_at(weeks: int, life: Life, lives: int, seed: int) -> dict[Direction, float]:
    """The shares of `lives` that are told "rising" and "falling" when they look once."""
    random = Random(seed)
    told = [judge(means_of(life, weeks, random)).direction for _ in range(lives)]
    return {direction: told.count(direction) / lives for direction in Direction}


def ever_told_rising(life: Life, lives: int, seed: int, weeks: int = HALF_A_YEAR) -> float:
    """The share of `lives` that, looking every week, are told "rising" at some time."""
    random = Random(seed)
    told = 0
    for _ in range(lives):
        means = means_of(life, weeks, random)
        looks = (judge(means[:seen]).direction for seen in range(4, weeks + 1))
        told += Direction.RISING in looks
    return told / lives
