"""Simulated people who check in: what the trend gate is measured with (H1).

A person answers on two or three of Monday, Wednesday and Friday with a whole number from 0 to 10:
their level, plus what the week is like, plus what the day is like.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from webapp.rules.insights.weeks import Answer, WeeklyMean, weekly_means

FIRST_MONDAY = date(2026, 1, 5)
SCALE = "capability-0-10-v1"


@dataclass(frozen=True)
class Life:
    """The course of a person's confidence: it rises by `rise` evenly over `over` weeks, then stays.

    of_week and of_day: standard deviations; memory: the share of a week's mood that carries over.
    level: the value it starts from; None: random, from 4 to 8.
    """

    rise: float = 0
    over: int = 6
    of_week: float = 0.6
    of_day: float = 1.2
    memory: float = 0
    level: float | None = None


def answers_of(life: Life, weeks: int, random: Random) -> list[Answer]:
    """Return the check-ins of `weeks` weeks from FIRST_MONDAY on."""
    level = random.uniform(4, 8) if life.level is None else life.level
    fresh = life.of_week * (1 - life.memory**2) ** 0.5
    mood, answers = random.gauss(0, life.of_week), []
    for week in range(weeks):
        middle = level + life.rise * min(week / (life.over - 1), 1) + mood
        for weekday in sorted(random.sample((0, 2, 4), random.choice((2, 3)))):
            day = FIRST_MONDAY + timedelta(weeks=week, days=weekday)
            answers.append(Answer(day, rating(random.gauss(middle, life.of_day)), SCALE))
        mood = life.memory * mood + random.gauss(0, fresh)
    return answers


def means_of(life: Life, weeks: int, random: Random) -> list[WeeklyMean]:
    """Return the counted weeks as of the Monday after the last."""
    return weekly_means(
        answers_of(life, weeks, random), SCALE, FIRST_MONDAY + timedelta(weeks=weeks)
    )


def rating(value: float) -> int:
    """Return the answer nearest to `value`."""
    return max(0, min(10, round(value)))
