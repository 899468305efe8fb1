"""Three adjustments: each fires, does not, and waits for enough (R42)."""

from datetime import date, timedelta

import pytest

from webapp.rules.insights.adjustments import Fault, Note, not_rising, one_area, perfunctory
from webapp.rules.insights.trends import confidence_trend
from webapp.rules.insights.weeks import Answer
from webapp.rules.insights.wins import WinFacts

MONDAY = date(2026, 11, 2)
TODAY = MONDAY + timedelta(weeks=4)
AREAS = ["sales", "docs", "team"]


def trend(*values):
    answers = [
        Answer(MONDAY + timedelta(weeks=week, days=day), value, "s")
        for week, value in enumerate(values)
        for day in (0, 3)
    ]
    return confidence_trend(answers, MONDAY + timedelta(weeks=len(values)))


def wins(count, area=None, day=MONDAY, **more):
    return [WinFacts(f"{area}{at}", day, area=area, **more) for at in range(count)]


def test_flat_confidence_after_several_wins_asks_about_goals_and_links():
    rows = [*wins(4, goal="g"), WinFacts("bare", MONDAY)]
    missed = [("late", MONDAY), ("older", MONDAY - timedelta(days=1))]
    result = not_rising(trend(6, 6, 6, 6), rows, missed, TODAY)
    assert (result.wins, result.weeks, result.slope) == (5, 4, 0)
    assert (result.unlinked, result.missed) == (("bare",), ("late",))


@pytest.mark.parametrize(
    ("values", "count", "fires"),
    [
        ((6, 6, 6, 6), 5, True),
        ((7, 6, 6, 5), 5, True),
        ((5, 6, 6, 7), 5, False),  # it rises, however little is sure
        ((6, 6, 6, 6), 4, False),  # four wins
        ((6, 6, 6), 5, False),  # three weeks
        ((), 5, False),
    ],
)
def test_not_rising_needs_wins_weeks_and_no_rise(values, count, fires):
    assert (not_rising(trend(*values), wins(count), [], TODAY) is not None) is fires


def test_wins_before_the_judged_weeks_are_not_counted():
    early = wins(9, day=MONDAY - timedelta(days=1))
    assert not_rising(trend(6, 6, 6, 6), early, [], TODAY) is None


def test_old_answers_raise_no_question():
    last_week = MONDAY + timedelta(weeks=3)
    asked = [
        not_rising(trend(6, 6, 6, 6), wins(5), [], last_week + timedelta(days=days))
        for days in (35, 36)
    ]
    assert [question is not None for question in asked] == [True, False]


def test_wins_in_one_area_offer_a_neglected_one():
    result = one_area([*wins(8, "sales"), *wins(3, "docs"), *wins(1, "team")], AREAS, TODAY)
    assert (result.area, len(result.wins), result.total, result.neglected) == (
        "sales",
        8,
        12,
        "team",
    )


@pytest.mark.parametrize(
    ("sales", "docs", "areas", "fires"),
    [
        (9, 6, 3, True),  # exactly three in five
        (8, 6, 3, False),
        (11, 0, 3, False),  # eleven wins
        (12, 0, 3, True),
        (12, 0, 2, False),  # two areas
    ],
)
def test_a_cluster_needs_twelve_wins_three_areas_and_three_in_five(sales, docs, areas, fires):
    rows = [*wins(sales, "sales"), *wins(docs, "docs")]
    assert (one_area(rows, AREAS[:areas], TODAY) is not None) is fires


def test_wins_of_no_area_and_of_nine_weeks_ago_are_left_out():
    rows = [*wins(11, "sales"), *wins(5), *wins(5, "docs", TODAY - timedelta(days=56))]
    assert one_area(rows, AREAS, TODAY) is None


GOOD = "Your checklist cut our release from two days to one, thank you"
PRAISE = "Thank you {} for the quick help with the report"


def notes(*texts, outcome=True, day=TODAY):
    return [Note(str(at), day, text, outcome) for at, text in enumerate(texts)]


DIFFERENT = [
    "Finding the leak saved the whole team three hours a day",
    "The new template halved the questions from our customers",
    "Calling them before the meeting kept the order with us",
    "Your drawing showed everybody where the parts were waiting",
    "Two fewer steps at the desk and nobody queues any more",
    GOOD,
]


def test_notes_that_name_what_they_moved_are_left_alone():
    assert perfunctory(notes(*DIFFERENT), TODAY) is None


def test_notes_that_only_swap_a_name_are_nearly_the_same():
    result = perfunctory(
        notes(
            *[PRAISE.format(name) for name in "abc"],
            *DIFFERENT[:1],
            *[PRAISE.format(name) for name in "de"],
        ),
        TODAY,
    )
    assert result.total == 6
    assert result.notes == tuple((at, (Fault.NEAR_DUPLICATE,)) for at in "1245")  # not the first


def test_few_words_and_no_outcome_are_faults_of_their_own():
    result = perfunctory(
        notes(
            "Great job!", "Well done, dear team", "نجحت في هذا العمل", *DIFFERENT[:3], outcome=False
        ),
        TODAY,
    )
    assert result.notes[0] == ("0", (Fault.NO_OUTCOME, Fault.FEW_WORDS))
    assert [Fault.FEW_WORDS in faults for _, faults in result.notes] == [True] * 3 + [False] * 3


def test_five_words_are_enough():
    result = perfunctory(
        notes("Great job", "Thanks", "Super", "It cut rework by half", *DIFFERENT[:2]), TODAY
    )
    assert [note for note, _ in result.notes] == ["0", "1", "2"]


def test_half_are_needed_and_six_in_thirty_days():
    few = notes("Great job", "Thanks a lot", "Super!", *DIFFERENT[:3])
    assert len(perfunctory(few, TODAY).notes) == 3
    assert perfunctory([*few, *notes(GOOD)], TODAY) is None  # three of seven
    assert perfunctory(few[:5], TODAY) is None
    assert perfunctory(few, TODAY + timedelta(days=29)) is not None
    assert perfunctory(few, TODAY + timedelta(days=30)) is None


def test_the_weeks_that_are_said_are_those_in_which_the_wins_were_logged():
    later = TODAY + timedelta(days=6)
    assert not_rising(trend(6, 6, 6, 6), wins(5), [], later).weeks == 5
