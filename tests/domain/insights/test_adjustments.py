"""Golden scenarios of the adjustments: fires, does not, too little, cooled down, answered (R42)."""

from datetime import date

import pytest

from tests.domain.insights.test_confidence import TODAY, ZONE, answers
from tests.support.make import DAY, NOON, win
from webapp.domain.insights import adjustments
from webapp.domain.insights.adjustments import history_of
from webapp.domain.insights.insights import show_insights
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.storage.account.people import Person
from webapp.storage.insights.adjustments import Adjustment


def shown(someone, later: int = 0):
    """Return the rules that are on the screen `later` days later."""
    insights = show_insights(someone.me, ZONE, NOON + later * DAY)
    return [str(one.found.rule) for one in insights.adjustments]


def flat(someone, wins: int = 6, values=(6, 6, 6, 6, 6)):
    answers(someone, values)
    someone.sends(*[win(f"w{number}", at=NOON - number * DAY) for number in range(wins)])


def in_areas(someone, support: int, others: int):
    Person.update(areas="Support\nReleases\nHiring").where(Person.id == someone.id).execute()
    taps = [win(f"s{n}", at=NOON - n * DAY, area="Support") for n in range(support)]
    taps += [win(f"o{n}", at=NOON - n * DAY, area="Releases") for n in range(others)]
    someone.sends(*taps)


def test_flat_confidence_after_several_wins_asks(ana):
    flat(ana)
    insights = show_insights(ana.me, ZONE, NOON)
    [one] = insights.adjustments
    assert (one.found.wins, len(one.found.unlinked)) == (6, 6)


def test_rising_confidence_asks_nothing(ana):
    flat(ana, values=(4, 5, 6, 7, 8))
    assert shown(ana) == []


@pytest.mark.parametrize(("wins", "values"), [(4, (6,) * 5), (6, (6,) * 3)])
def test_too_little_asks_nothing(ana, wins, values):
    flat(ana, wins, values)
    assert shown(ana) == []


def test_wins_in_one_area_ask_for_another(ana):
    in_areas(ana, 9, 4)
    [one] = show_insights(ana.me, ZONE, NOON).adjustments
    assert (one.found.area, one.found.total, one.found.neglected) == ("Support", 13, "Hiring")


@pytest.mark.parametrize(("support", "others"), [(7, 6), (8, 3)])
def test_even_wins_and_few_wins_ask_nothing(ana, support, others):
    in_areas(ana, support, others)
    assert shown(ana) == []


def test_drawing_the_page_again_records_nothing_again(ana):
    flat(ana)
    assert shown(ana) == shown(ana) == ["not_rising"]
    assert Adjustment.select().count() == 1


def test_one_is_shown_at_a_time_and_the_next_once_it_is_answered(ana):
    flat(ana)
    in_areas(ana, 9, 4)
    assert shown(ana) == shown(ana) == ["not_rising"]
    adjustments.reply(ana.me, "not_rising", TODAY.isoformat(), "dismissed", TODAY, NOON)
    assert shown(ana) == ["one_area"]


def test_it_is_shown_for_a_week_and_again_after_four(ana):
    flat(ana)
    assert [shown(ana, later) for later in (0, 6, 7, 27)] == [["not_rising"]] * 2 + [[], []]
    answers(ana, (6,) * 5, weeks_ago=-3)
    assert shown(ana, 28) == ["not_rising"]
    assert [one.first for one in history_of(ana.me)] == [date(2026, 12, 20), TODAY]


@pytest.mark.parametrize("given", ["snoozed", "dismissed", "done"])
def test_an_answered_one_goes_at_once(ana, given):
    flat(ana)
    shown(ana)
    adjustments.reply(ana.me, "not_rising", TODAY.isoformat(), given, TODAY, NOON)
    assert shown(ana) == []
    assert history_of(ana.me)[0].state == given


def test_a_snooze_lasts_eight_weeks(ana):
    in_areas(ana, 9, 4)
    shown(ana)
    adjustments.reply(ana.me, "one_area", TODAY.isoformat(), "snoozed", TODAY, NOON)
    assert history_of(ana.me)[0].until == date(2027, 1, 17)


def test_a_dismissal_can_be_taken_back(ana):
    flat(ana)
    shown(ana)
    adjustments.reply(ana.me, "not_rising", TODAY.isoformat(), "dismissed", TODAY, NOON)
    answers(ana, (6,) * 5, weeks_ago=-3)
    assert shown(ana, 28) == []
    adjustments.reply(ana.me, "not_rising", TODAY.isoformat(), "again", TODAY, NOON)
    assert shown(ana, 28) == ["not_rising"]


def test_an_answer_that_is_none_is_refused(ana):
    flat(ana)
    shown(ana)
    with pytest.raises(Invalid):
        adjustments.reply(ana.me, "not_rising", TODAY.isoformat(), "shown", TODAY, NOON)


def test_anothers_showing_cannot_be_answered(ana, ben):
    flat(ana)
    shown(ana)
    with pytest.raises(NotFound):
        adjustments.reply(ben.me, "not_rising", TODAY.isoformat(), "dismissed", TODAY, NOON)
    assert history_of(ben.me) == []
