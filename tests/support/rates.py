"""How often a rule reports chance, and how often it finds a real effect."""

from datetime import timedelta
from math import exp
from random import Random

from tests.support.lives import FIRST_MONDAY, SCALE, Life, answers_of, means_of
from webapp.rules.insights.adjustments import not_rising, one_area
from webapp.rules.insights.completion_rate import CompletionRate, compare_completion_rates
from webapp.rules.insights.quality import Marker, Period, Shift, quality_signal
from webapp.rules.insights.time_to_decision import TimeToDecision, Weight, compare_times_to_decision
from webapp.rules.insights.trends import Direction, confidence_trend, judge
from webapp.rules.insights.usual import usual_range
from webapp.rules.insights.weeks import weekly_means
from webapp.rules.insights.wins import WinFacts
from webapp.rules.statistics.quartiles import Quartiles
from webapp.rules.statistics.wilson import wilson

NULL = Life()
HALF_A_YEAR = 26
NOISES = {"little": Life(of_week=0.3, of_day=0.7), "usual": NULL, "much": Life(of_week=1, of_day=2)}


def told_at(weeks: int, life: Life, lives: int, seed: int) -> dict[Direction, float]:
    """Return the shares of `lives` that are shown "rising" and "falling" when they look once."""
    random = Random(seed)
    told = [judge(means_of(life, weeks, random)).direction for _ in range(lives)]
    return {direction: told.count(direction) / lives for direction in Direction}


def ever_told_rising(life: Life, lives: int, seed: int, in_a_row: int = 1) -> float:
    """Return the share of `lives` that, looking weekly for half a year, are ever shown "rising".

    in_a_row: how many consecutive looks have to show it.
    """
    random = Random(seed)
    told = 0
    for _ in range(lives):
        means = means_of(life, HALF_A_YEAR, random)
        looks = [judge(means[:seen]).direction for seen in range(4, HALF_A_YEAR + 1)]
        runs = (looks[at : at + in_a_row] for at in range(len(looks) - in_a_row + 1))
        told += any(set(run) == {Direction.RISING} for run in runs)
    return told / lives


def ever_told_if_running_weeks_counted(life: Life, lives: int, seed: int) -> float:
    """Return the same, looking after each check-in, if unfinished weeks counted (they do not)."""
    random = Random(seed)
    told = 0
    for _ in range(lives):
        answers = answers_of(life, HALF_A_YEAR, random)
        days = sorted({answer.day for answer in answers})
        looks = (
            weekly_means(answers[: seen + 1], SCALE, day + timedelta(weeks=1))
            for seen, day in enumerate(days)
        )
        told += any(judge(means).direction == Direction.RISING for means in looks)
    return told / lives


def outside_usual(weeks: int, life: Life, lives: int, seed: int) -> tuple[float, float]:
    """Return how often the first answer after `weeks` is below and above the usual range."""
    random = Random(seed)
    below = above = told = 0
    for _ in range(lives):
        answers = answers_of(life, weeks + 1, random)
        last = FIRST_MONDAY + timedelta(weeks=weeks)
        next_one = next(one for one in answers if one.day >= last)
        usual = usual_range([one for one in answers if one.day < last], last)
        if usual is not None:
            told += 1
            below += next_one.value < usual.low
            above += next_one.value > usual.high
    return below / told, above / told


def windows_differ(goals: int, share: float, lives: int, seed: int) -> float:
    """Return how often two windows of equally good `goals` each are said to differ."""
    random = Random(seed)

    def window() -> CompletionRate:
        met = tuple(f"g{at}" for at in range(goals) if random.random() < share)
        rest = tuple(f"n{at}" for at in range(goals - len(met)))
        return CompletionRate(met, rest, (), len(met) / goals, None)

    return sum(compare_completion_rates(window(), window()).differs for _ in range(lives)) / lives


def range_holds(goals: int, share: float, lives: int, seed: int) -> float:
    """Return how often the 80 % range holds the true `share`."""
    random = Random(seed)
    seen = (sum(random.random() < share for _ in range(goals)) for _ in range(lives))
    ranges = (wilson(met, goals) for met in seen)
    return sum(found.low <= share <= found.high for found in ranges) / lives


def waits_differ(decisions: int, times: float, lives: int, seed: int) -> float:
    """Return how often groups are said to differ if the later takes `times` as long."""
    random = Random(seed)

    def group(by: float) -> TimeToDecision:
        minutes = sorted(round(480 * by * random.lognormvariate(0, 1)) for _ in range(decisions))
        nothing = Quartiles(None, None, None)
        return TimeToDecision(Weight.ROUTINE, nothing, tuple(minutes), (), 0)

    return (
        sum(compare_times_to_decision(group(1), group(times)).differs for _ in range(lives)) / lives
    )


def quality_shifts(periods: int, times: float, lives: int, seed: int) -> float:
    """Return how often a shift is stated if 3 defects of 40 a week become `times` 3, clustered."""
    random = Random(seed)
    told = 0
    for _ in range(lives):
        weeks = [
            Period(
                day,
                day + timedelta(days=6),
                poisson(rate * random.gammavariate(4, 0.25), random),
                40,
            )
            for at in range(2 * periods + 1)
            for day in [FIRST_MONDAY + timedelta(weeks=at)]
            for rate in [3 if at < periods else 3 * times]
        ]
        marker = Marker("w", weeks[periods].first)
        told += quality_signal(weeks, [marker]).shift in (Shift.LOWER, Shift.HIGHER)
    return told / lives


def poisson(mean: float, random: Random) -> int:
    """Return a random number with this mean (Knuth's algorithm)."""
    count, left = 0, random.random()
    while left > exp(-mean):
        count, left = count + 1, left * random.random()
    return count


def clusters(wins: int, areas: int, share: float, lives: int, seed: int) -> float:
    """Return how often wins are said to cluster when `share` of them is in the first area."""
    random = Random(seed)
    names = [f"a{at}" for at in range(areas)]
    weights = [share, *[(1 - share) / (areas - 1)] * (areas - 1)]
    told = 0
    for _ in range(lives):
        chosen = random.choices(names, weights, k=wins)
        rows = [WinFacts(f"w{at}", FIRST_MONDAY, area=area) for at, area in enumerate(chosen)]
        told += one_area(rows, names, FIRST_MONDAY) is not None
    return told / lives


def asked_why(weeks: int, life: Life, lives: int, seed: int) -> float:
    """Return how often "confidence is not rising" is found with enough wins."""
    random = Random(seed)
    told = 0
    for _ in range(lives):
        answers = answers_of(life, weeks, random)
        today = FIRST_MONDAY + timedelta(weeks=weeks)
        wins = [WinFacts(f"w{at}", answer.day) for at, answer in enumerate(answers)]
        told += not_rising(confidence_trend(answers, today), wins, [], today) is not None
    return told / lives
