"""Goals met, time to decision, quality signals, pitfalls, from stored rows (R39-R41, R43)."""

import uuid
from datetime import timedelta

from tests.domain.insights.test_confidence import TODAY, ZONE
from tests.support.make import DAY, HOUR, NOON, rating, win
from tests.support.queries import counted_queries
from webapp.domain.insights.insights import show_insights
from webapp.domain.reviews import reviews
from webapp.rules.insights.pitfalls import Pitfall
from webapp.rules.insights.quality import Shift
from webapp.storage.account.absences import Absence
from webapp.storage.decisions.decisions import Decision, DecisionStep
from webapp.storage.goals.cadences import ChosenCadence
from webapp.storage.goals.changes import CompletedOccurrence
from webapp.storage.goals.goals import Goal
from webapp.storage.objectives.indicators import Indicator, IndicatorValue


def insights(someone, later: int = 0):
    return show_insights(someone.me, ZONE, NOON + later * DAY)


def goal(someone, state: str = "active", ago: int = 1, due: int = -5, **more) -> str:
    """Store a goal whose state is `ago` days old and that is due in `due` days."""
    identity = str(uuid.uuid4())
    Goal.create(
        owner=someone.me.owner,
        id=identity,
        statement="Send the update",
        state=state,
        state_at=NOON - ago * DAY,
        created=NOON - 90 * DAY,
        due=(TODAY + timedelta(days=due)).isoformat(),
        **more,
    )
    return identity


def decision(someone, opened: int, decided: int | None = None, reopened: int = 0) -> None:
    """Store a routine decision that was opened and decided so many hours ago."""
    identity = str(uuid.uuid4())
    at = NOON - opened * HOUR
    Decision.create(
        owner=someone.me.owner,
        id=identity,
        question="Which one?",
        importance="routine",
        happened=at,
        entered=at,
        received=at,
        day=TODAY.isoformat(),
        offset=60,
        zone=ZONE,
        state="open" if decided is None else "decided",
        decided_at=None if decided is None else NOON - decided * HOUR,
    )
    for _ in range(reopened):
        DecisionStep.create(
            owner=someone.me.owner,
            id=str(uuid.uuid4()),
            decision=identity,
            step="reopened",
            at=at,
        )


def indicator(someone, weeks: int, bad: int, of: int = 40, ends: int = 0, name: str = "Defects"):
    """Store an indicator with a value a week, the last `ends` weeks ago, or add values."""
    owner = someone.me.owner
    row = Indicator.get_or_none(Indicator.owner == owner, Indicator.name == name)
    row = row or Indicator.create(owner=owner, id=str(uuid.uuid4()), name=name, better="down")
    for week in range(weeks):
        day = (TODAY - timedelta(weeks=ends + week)).isoformat()
        IndicatorValue.create(owner=owner, indicator=row.id, day=day, value=bad, exposure=of)
    return row.id


def test_six_of_eight_goals_with_their_range(ana):
    for _ in range(6):
        goal(ana, "met")
    goal(ana, "not_met")
    goal(ana, "abandoned")
    goal(ana, "rescoped")
    now = insights(ana).completion_rates.now
    assert (len(now.met), now.total, len(now.rescoped)) == (6, 8, 1)
    assert (round(now.range.low, 2), round(now.range.high, 2)) == (0.52, 0.89)


def test_what_went_by_counts_and_what_is_parked_or_a_draft_does_not(ana):
    goal(ana, due=-1)
    goal(ana, due=0)
    goal(ana, "parked")
    goal(ana, "draft")
    now = insights(ana).completion_rates.now
    assert (len(now.not_met), now.total) == (1, 1)


def test_each_time_of_a_recurring_goal_is_one(ana):
    weekly = goal(ana, due=30, cadence="weekly", weekdays=0b0010000, active_from="2026-11-02")
    for day in ("2026-11-06", "2026-11-13"):
        CompletedOccurrence.create(
            owner=ana.me.owner, id=str(uuid.uuid4()), goal=weekly, period=day, at=NOON
        )
    now = insights(ana).completion_rates.now
    assert (len(now.met), now.total) == (2, 3)


def test_windows_are_compared_with_eight_each_and_the_pace_is_shown(ana):
    for _ in range(4):
        goal(ana, "met", ago=7)
    found = insights(ana).completion_rates
    assert (found.comparison.enough, found.comparison.missing) == (False, (8, 4))
    assert found.days >= 56  # the window before has to become one with goals in it


def test_two_windows_that_differ_are_said_to(ana):
    for number in range(10):
        goal(ana, "met" if number < 9 else "not_met", ago=7)
        goal(ana, "met" if number < 2 else "not_met", ago=70)
    found = insights(ana).completion_rates.comparison
    assert (found.enough, found.differs, found.higher) == (True, True, True)


def test_the_median_of_decisions_is_in_working_time(ana):
    for _ in range(4):
        decision(ana, opened=72, decided=48)  # Thursday noon to Friday noon
    [routine] = insights(ana).decision_times
    assert (routine.now.quartiles.median, routine.missing) == (8 * 60, 0)


def test_open_decisions_keep_their_age_and_are_not_left_out(ana):
    for _ in range(4):
        decision(ana, opened=72, decided=71)
    for _ in range(6):
        decision(ana, opened=24 * 30, reopened=1)
    [routine] = insights(ana).decision_times
    assert (len(routine.now.undecided), routine.now.reopened) == (6, 6)
    assert routine.now.quartiles.median is None  # not reached yet


def test_two_decided_ones_are_not_yet_a_median(ana):
    decision(ana, opened=72, decided=71)
    decision(ana, opened=72, decided=71)
    [routine] = insights(ana).decision_times
    assert (routine.missing, routine.days is not None) == (2, True)


def test_days_off_are_no_working_time(ana):
    Absence.create(person=ana.id, first="2026-11-19", last="2026-11-20")
    for _ in range(4):
        decision(ana, opened=72, decided=1)
    [routine] = insights(ana).decision_times
    assert routine.now.quartiles.median == 0


def test_an_improvement_with_four_periods_on_each_side_is_judged(ana):
    defects = indicator(ana, 6, 8, ends=7)
    indicator(ana, 6, 1)
    improved = win("New check", kind="process", at=NOON - 46 * DAY, indicator=defects)
    ana.sends(improved)
    [found] = insights(ana).quality
    assert (found.signal.shift, found.signal.marker.win) == (Shift.LOWER, improved["id"])


def test_too_few_periods_say_how_many_and_how_long(ana):
    defects = indicator(ana, 6, 3)
    ana.sends(win(kind="process", at=NOON - 10 * DAY, indicator=defects))
    [found] = insights(ana).quality
    assert (found.signal.shift, found.signal.missing) == (Shift.NOT_ENOUGH, (0, 3))
    assert found.days == 21


def test_an_indicator_without_exposure_has_no_rate(ana):
    row = indicator(ana, 0, 0)
    IndicatorValue.create(owner=ana.me.owner, indicator=row, day=TODAY.isoformat(), value=3)
    assert insights(ana).quality == ()


def test_one_persons_measures_hold_nothing_of_anothers(ana, ben):
    goal(ana, "met")
    decision(ana, opened=72, decided=71)
    indicator(ana, 6, 3)
    ana.sends(win(), rating())
    found = insights(ben)
    assert (found.completion_rates.now.total, found.decision_times, found.quality) == (0, (), ())
    assert (found.wins, found.confidence.answers, found.goals) == ((), (), {})


def pitfalls(someone, later: int = 0):
    return {found.pitfall: found for found in insights(someone, later).pitfalls}


def test_wins_without_an_outcome_are_listed(ana):
    ana.sends(*[win(f"w{number}") for number in range(5)])
    assert len(pitfalls(ana)[Pitfall.NO_OUTCOME].rows) == 5


def test_a_goal_that_serves_nothing_is_listed(ana):  # R20
    adrift = goal(ana, due=3, no_objective=True)
    assert pitfalls(ana)[Pitfall.NO_OUTCOME].goals == (adrift,)


def test_more_goals_than_the_limit(ana):
    for _ in range(4):
        goal(ana, due=3)
    assert pitfalls(ana)[Pitfall.TOO_MANY_GOALS].total == 4


def test_a_review_that_was_not_held_for_more_than_a_week_is_a_gap(ana):
    ana.sends(win(), rating())
    review = reviews.begin(ana.me, TODAY, NOON)
    reviews.finish(ana.me, review, TODAY, NOON)
    ana.sends(win(at=NOON + 9 * DAY), rating(at=NOON + 9 * DAY), now=NOON + 9 * DAY)
    assert "review" not in pitfalls(ana, later=5)[Pitfall.INCONSISTENT].rows
    assert "review" in pitfalls(ana, later=9)[Pitfall.INCONSISTENT].rows


def test_a_pause_is_no_gap(ana):
    ana.sends(win(), rating())
    Absence.create(person=ana.id, first="2026-11-23", last="2026-12-31")
    assert pitfalls(ana, later=30) == {}


def test_a_gap_is_measured_by_ones_own_cadence(ana):
    taps = [win(kind="milestone", at=NOON), win(at=NOON + 18 * DAY), rating(at=NOON + 18 * DAY)]
    ana.sends(*taps, now=NOON + 18 * DAY)
    rows = pitfalls(ana, later=18)[Pitfall.INCONSISTENT].rows
    assert "milestone" in rows
    ChosenCadence.create(owner=ana.me.owner, subject="milestone", every="monthly")
    assert "milestone" not in pitfalls(ana, later=18)[Pitfall.INCONSISTENT].rows


def test_the_screen_runs_ten_statements_at_the_most(ana):
    ana.sends(win(), rating(), win(kind="process", indicator=indicator(ana, 6, 3)))
    goal(ana, due=30, cadence="daily", active_from="2026-11-02")
    decision(ana, opened=72)
    insights(ana)
    with counted_queries() as found:
        insights(ana)
    assert len(found) <= 10  # with the one for who is signed in


def test_a_newcomer_has_no_pitfalls(ana):
    ana.sends(win(), rating())
    assert pitfalls(ana) == {}
