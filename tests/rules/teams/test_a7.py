"""What a figure of team confidence leaves unknown, worked out for every outcome (A7 a).

The attacker knows the team's list, who answered, every figure ever shown, and the answers of those
who tell them. An answer is in one figure at most (tests/domain/teams/test_disjoint.py), so what
they can learn of it is what that figure says. By sums: with so many people whose answers they do
not know, every sum from none to ten for each is possible, so a value of one person is possible if
what is left of some sum of the band is. A sample finds nothing here: the worst cases are rare.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations_with_replacement

from webapp.rules.teams.confidence import FEWEST, FEWEST_STRICTER, Band, band_of

HIGHEST = 10
SIZES = range(FEWEST, 21)


def sums_by_band(people: int, *, stricter: bool) -> dict[Band, list[int]]:
    """Return by band the sums of personal means that are shown as it."""
    found: dict[Band, list[int]] = defaultdict(list)
    for total in range(HIGHEST * people + 1):
        found[band_of(total, people, stricter=stricter)].append(total)
    return found


def possible(sums: list[int], unknown: int, told: int) -> int:
    """Return how many values of one person are possible, 0 if such a figure cannot come about.

    unknown: whose answers the attackers do not know, that person among them; told: the sum of those
    that they do know.
    """
    others = HIGHEST * (unknown - 1)
    return sum(
        any(0 <= total - told - value <= others for total in sums) for value in range(HIGHEST + 1)
    )


def worst(people: int, attackers: int, *, stricter: bool) -> int:
    """Return the smallest number of values that stay possible, over all outcomes."""
    return min(
        left
        for sums in sums_by_band(people, stricter=stricter).values()
        for told in range(HIGHEST * attackers + 1)
        if (left := possible(sums, people - attackers, told))
    )


def test_one_who_answered_leaves_six_values_of_everybody_else():
    assert min(worst(size, 1, stricter=False) for size in SIZES) == 6


def test_who_did_not_answer_learns_less():
    assert min(worst(size, 0, stricter=False) for size in SIZES) == HIGHEST + 1


def test_two_who_tell_each_other_leave_five_values_from_eight_answers_on():
    assert min(worst(size, 2, stricter=False) for size in SIZES if size >= 8) == 5
    assert worst(5, 2, stricter=False) == 1  # why there is a stricter rule


def test_under_the_stricter_rule_two_never_leave_fewer_than_five():
    sizes = [size for size in SIZES if size >= FEWEST_STRICTER]
    assert min(worst(size, 1, stricter=True) for size in sizes) == HIGHEST + 1
    assert min(worst(size, 2, stricter=True) for size in sizes) == 5


def outcomes(people: int, attackers: int) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Yield every outcome as (what the attackers know, the answers of the others)."""
    for told in combinations_with_replacement(range(HIGHEST + 1), attackers):
        for others in combinations_with_replacement(range(HIGHEST + 1), people - attackers):
            yield told, others


def test_sums_say_the_same_as_every_single_outcome():
    seen: dict[tuple[tuple[int, ...], Band], set[int]] = defaultdict(set)
    for told, others in outcomes(FEWEST, 1):
        seen[told, band_of(sum(told + others), FEWEST, stricter=False)].update(others)
    by_band = sums_by_band(FEWEST, stricter=False)
    assert {key: len(values) for key, values in seen.items()} == {
        (told, band): possible(by_band[band], FEWEST - 1, sum(told)) for told, band in seen
    }


def test_every_outcome_is_in_a_band_that_holds_its_mean():
    for size in SIZES:
        for stricter in (False, True):
            for band, sums in sums_by_band(size, stricter=stricter).items():
                means = [total / size for total in sums]
                low, high = _ends(band)
                assert all(low <= mean <= high for mean in means), (size, band)
                assert sums == list(range(sums[0], sums[-1] + 1))


def _ends(band: Band) -> tuple[float, float]:
    if band.startswith("<="):
        return 0, float(band[2:])
    if band.startswith(">="):
        return float(band[2:]), HIGHEST
    low, high = band.split("-")
    return float(low), float(high)
