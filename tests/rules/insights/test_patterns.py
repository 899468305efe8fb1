"""Patterns in the log, routines and stackable wins (R8, R44)."""

from datetime import date, timedelta

from webapp.rules.insights.patterns import (
    NewRoutine,
    Tally,
    find_patterns,
    routines,
    routines_with_one_more,
    stackable,
)
from webapp.rules.insights.wins import WinFacts

MONDAY = date(2026, 11, 2)


def after(days):
    return MONDAY + timedelta(days=days)


def test_wins_are_counted_by_area_objective_kind_and_weekday():
    result = find_patterns(
        [
            WinFacts("1", MONDAY, area="docs", objectives=("o", "p")),
            WinFacts("2", after(7), area="docs", kind="process", objectives=("o",)),
            WinFacts("3", after(1)),
        ]
    )
    assert result.total == 3
    assert result.areas == (Tally("docs", 2), Tally(None, 1))
    assert result.objectives == (Tally("o", 2), Tally(None, 1), Tally("p", 1))
    assert result.kinds == (Tally("quick", 2), Tally("process", 1))
    assert result.weekdays == (2, 1, 0, 0, 0, 0, 0)


def test_an_empty_log_has_empty_patterns():
    assert find_patterns([]).weekdays == (0,) * 7


def same(days, what="Sent the update", **more):
    return [WinFacts(str(day), after(day), what, **more) for day in days]


def test_the_same_words_on_five_days_are_a_routine():
    [found] = routines([*same([0, 1, 2, 3]), WinFacts("x", after(9), "sent the UPDATE!")], after(9))
    assert found == NewRoutine(
        "words:sent the update", "sent the UPDATE!", 5, ("0", "1", "2", "3", "x"), "quick", None
    )


def test_five_on_four_days_are_none():
    assert routines(same([0, 1, 2, 3, 3]), after(3)) == []


def test_the_days_lie_within_four_weeks():
    assert routines(same([0, 5, 10, 15, 27]), after(27)) != []
    assert routines(same([0, 5, 10, 15, 28]), after(28)) == []


def test_a_preset_is_a_routine_whatever_its_words():
    presets = [WinFacts(str(day), after(day), f"Day {day}", preset="p") for day in range(5)]
    assert [found.key for found in routines(presets, after(4))] == ["preset:p"]


def test_one_more_win_makes_a_routine_of_what_was_said():
    near = [WinFacts("a", after(3), "Sent the update!"), WinFacts("b", after(3), "Quick task")]
    [found] = routines_with_one_more(near, ["quick task"])
    assert (found.key, found.days) == ("words:sent the update", 5)


def test_a_routine_is_shown_once():
    assert routines(same(range(5)), after(4), known={"words:sent the update"}) == []


def test_taps_without_words_are_no_routine():
    taps = same(range(5), "Quick task")
    assert routines(taps, after(4), unsaid=["Quick task", "Milestone"]) == []
    assert routines(same(range(5), "Quick task", preset="p"), after(4), unsaid=["Quick task"]) != []


NEXT = WinFacts("a", MONDAY, "Drafted it", next_step="Send it")


def test_a_next_step_that_nothing_took_up_can_be_stacked():
    newer = WinFacts("b", after(1), "Called", next_step="Call again")
    assert stackable([NEXT, newer, WinFacts("c", MONDAY)], set()) == [newer, NEXT]


def test_a_goal_or_a_link_takes_it_up():
    assert stackable([NEXT], {"a"}) == []
    assert stackable([NEXT], set(), statements=["send it."]) == []


def test_a_later_win_with_its_words_takes_it_up_and_an_earlier_does_not():
    assert stackable([NEXT, WinFacts("b", after(3), "Send it!")], set()) == []
    assert stackable([NEXT, WinFacts("b", MONDAY, "Send it!")], set()) == []  # the same day
    assert stackable([NEXT, WinFacts("b", after(-3), "Send it!")], set()) == [NEXT]
