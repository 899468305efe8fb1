"""Recurring plans among the goals that were met (R23, R39)."""

import uuid

from tests.domain.insights.test_measures import goal, insights
from tests.support.make import NOON
from tests.support.steps import calls_of
from webapp.rules.shared.schedule import _falls_on
from webapp.storage.goals.changes import CompletedOccurrence


def test_a_plan_that_was_met_early_counts_its_last_time_too(ana):  # R23, R39
    more = {"cadence": "weekly", "weekdays": 0b0010000, "active_from": "2026-11-09"}
    weekly = goal(ana, "met", ago=3, due=-2, **more)
    day = {"id": str(uuid.uuid4()), "goal": weekly, "period": "2026-11-20", "at": NOON}
    CompletedOccurrence.create(owner=ana.me.owner, **day)
    now = insights(ana).completion_rates.now
    assert (len(now.met), now.total) == (1, 2)


def test_a_plan_that_ends_in_2100_is_walked_to_the_day_it_was_given_up_only(ana):
    goal(ana, "abandoned", ago=3, due=73 * 365, cadence="daily", active_from="2026-11-09")
    assert 10 < calls_of(_falls_on, lambda: insights(ana)) < 20
