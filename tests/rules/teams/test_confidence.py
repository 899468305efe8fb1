"""Which band and headcount are shown, and when nothing is."""

import pytest

from webapp.rules.shared.problems import Invalid
from webapp.rules.teams.comparisons import difference, has_not_risen
from webapp.rules.teams.confidence import (
    Answers,
    Band,
    Figure,
    Headcount,
    Rule,
    band_of,
    changed_rule,
    figure_of,
    headcount_of,
    personal_mean,
)

STRICTER = Rule(6, stricter=True)


def people(*means: int, scale: str = "v1") -> list[Answers]:
    """Return people who gave one answer each."""
    return [Answers(1, mean, (scale,)) for mean in means]


@pytest.mark.parametrize(
    ("answers", "mean"),
    [((7,), 7), ((6, 7), 7), ((6, 6, 7), 6), ((0, 1), 1), ((0, 0, 1), 0), ((9, 10), 10)],
)
def test_a_personal_mean_is_rounded_half_up(answers: tuple[int, ...], mean: int):
    assert personal_mean(Answers(len(answers), sum(answers), ("v1",))) == mean


@pytest.mark.parametrize(
    ("total", "band"),
    [
        *[(0, "<=3"), (30, "<=3"), (31, "3-4"), (39, "3-4"), (40, "4-5"), (49, "4-5")],
        *[(50, "5-6"), (60, "6-7"), (69, "6-7"), (70, ">=7"), (100, ">=7")],
    ],
)
def test_the_ends_are_closed_and_a_mean_on_an_edge_belongs_to_the_higher_band(
    total: int, band: str
):
    assert band_of(total, 10, stricter=False) == band
    assert band_of(total, 10, stricter=True) == band  # from eight people on


@pytest.mark.parametrize(
    ("total", "band"),
    [(0, "<=4"), (24, "<=4"), (25, "4-5"), (29, "4-5"), (30, "5-6"), (35, "5-6"), (36, ">=6")],
)
def test_the_stricter_rule_has_wider_ends_for_six_people(total: int, band: str):
    assert band_of(total, 6, stricter=True) == band


@pytest.mark.parametrize(
    ("total", "band"),
    [(28, "<=4"), (29, "4-5"), (34, "4-5"), (35, "5-6"), (41, "5-6"), (42, ">=6")],
)
def test_the_stricter_rule_has_wider_ends_for_seven_people(total: int, band: str):
    assert band_of(total, 7, stricter=True) == band


@pytest.mark.parametrize(("number", "usual"), [(5, "5-7"), (7, "5-7"), (8, "8-14"), (14, "8-14")])
def test_headcounts_are_steps(number: int, usual: str):
    assert headcount_of(number, stricter=False) == usual
    assert headcount_of(number, stricter=True) == ("6-7" if number < 8 else usual)
    assert headcount_of(15, stricter=True) == headcount_of(200, stricter=False) == "15+"


def test_four_answers_are_not_shown_and_five_are():
    assert figure_of(people(9, 9, 9, 9), Rule()) is None
    assert figure_of(people(9, 9, 9, 9, 9), Rule()) == Figure(Band.FROM_7, Headcount.SMALLEST)


def test_whether_anything_is_shown_depends_on_counts_alone():
    for means in [(0,) * 5, (10,) * 5, (0, 10, 5, 5, 5), (3, 3, 3, 3, 3)]:
        assert figure_of(people(*means), Rule()) is not None
        assert figure_of(people(*means), Rule(6)) is None


def test_the_stricter_rule_needs_six_whatever_k_says():
    assert figure_of(people(5, 5, 5, 5, 5), Rule(5, stricter=True)) is None
    shown = Figure(Band.FROM_5, Headcount.SMALLEST_STRICTER)
    assert figure_of(people(5, 5, 5, 5, 5, 5), STRICTER) == shown


def test_no_rule_shows_fewer_than_five():
    assert figure_of(people(5, 5, 5, 5), Rule(1)) is None


def test_whose_scale_changed_is_not_counted():
    changed = Answers(2, 10, ("v1", "v2"))
    assert figure_of([*people(5, 5, 5, 5), changed], Rule()) is None


def test_two_scales_are_never_in_one_figure():
    assert figure_of([*people(5, 5, 5, 5), *people(5, 5, 5, scale="v2")], Rule()) is None
    mixed = [*people(0, 0, 0, 0, 0), *people(10, 10, scale="v2")]
    assert figure_of(mixed, Rule()) == Figure(Band.UP_TO_3, Headcount.SMALLEST)


def test_k_can_be_raised_and_not_lowered():
    assert changed_rule(Rule(), {"k": "8"}) == Rule(8)
    with pytest.raises(Invalid, match="raised, not lowered"):
        changed_rule(Rule(8), {"k": "6"})
    for said in ("4", "", "7", "-5", "x", "1000"):
        with pytest.raises(Invalid):
            changed_rule(Rule(), {"k": said})


def test_the_stricter_rule_means_six_and_stays():
    assert changed_rule(Rule(), {"stricter": "yes"}) == STRICTER
    assert changed_rule(STRICTER, {"k": "6", "stricter": "no"}) == STRICTER
    assert changed_rule(Rule(10), {"stricter": "yes"}) == Rule(10, stricter=True)


@pytest.mark.parametrize(
    ("before", "after", "how"),
    [
        ("<=3", "<=3", "same"),
        ("<=3", "3-4", "higher"),
        ("3-4", ">=7", "higher"),
        (">=7", "6-7", "lower"),
        ("4-5", "<=4", "lower"),
        ("<=4", "3-4", "unclear"),
        ("6-7", ">=6", "unclear"),
    ],
)
def test_bands_are_compared_by_their_ends(before: str, after: str, how: str):
    assert difference(Band(before), Band(after)) == how


def test_three_figures_that_do_not_rise_are_needed_before_anything_is_asked():
    same, up = Band.FROM_5, Band.FROM_6
    assert not has_not_risen([same, same])
    assert has_not_risen([same, same, up])
    assert not has_not_risen([up, same, same])
    assert has_not_risen([same, up, up, Band.UP_TO_3])  # further back than is looked


def test_a_band_is_drawn_from_end_to_end():
    ends = {band.value: band.ends for band in Band}
    assert ends == {
        "<=3": (0, 3),
        **{"3-4": (3, 4), "4-5": (4, 5), "5-6": (5, 6), "6-7": (6, 7)},
        ">=7": (7, 10),
        **{"<=4": (0, 4), ">=6": (6, 10)},
    }
