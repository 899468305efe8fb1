"""The made-up person: what they leave behind, and where they do not go."""

from datetime import date, timedelta

import pytest

from tests.support.make import DAY, KEYS, NOON, Someone
from webapp.domain.account.authentication import person_with_password
from webapp.domain.account.people import SignedIn
from webapp.domain.account.sessions import find_person, start_session
from webapp.domain.capture.today import today_of
from webapp.domain.demo.person import EMAIL, create_demo
from webapp.domain.insights.insights import show_insights
from webapp.rules.insights.trends import Direction, Standing
from webapp.rules.shared.ids import PersonId
from webapp.rules.shared.problems import Conflict, Invalid
from webapp.storage.account.people import Person
from webapp.storage.account.sessions import Session
from webapp.storage.capture.checkins import CheckIn
from webapp.storage.capture.wins import Win
from webapp.storage.decisions.decisions import Decision
from webapp.storage.engine.database import database
from webapp.storage.goals.goals import Goal
from webapp.storage.objectives.indicators import IndicatorValue
from webapp.storage.reviews.reviews import Review

pytestmark = pytest.mark.long

PASSWORD = "twelve weeks of wins"
ZONE = "Europe/Berlin"
WEEK = [NOON + ahead * DAY for ahead in range(7)]


@pytest.fixture
def demo(db: None) -> SignedIn:
    """Return the made-up person at noon."""
    return made(NOON)


def made(now: int) -> SignedIn:
    create_demo(PASSWORD, ZONE, KEYS, now)
    person = find_person(start_session(PersonId(Person.get().id), KEYS, now), KEYS, now)
    assert person
    return person


def test_the_password_signs_in_and_no_device_is(db):
    create_demo(PASSWORD, ZONE, KEYS, NOON)
    assert person_with_password(EMAIL, PASSWORD) == Person.get().id
    assert Session.select().count() == 0


def test_twelve_weeks_of_every_kind_of_record_are_there(demo):
    days = sorted(win.day for win in Win.select())
    assert 80 <= (date.fromisoformat(days[-1]) - date.fromisoformat(days[0])).days <= 84
    assert {win.kind for win in Win.select()} == {"quick", "milestone", "process"}
    assert sum(win.counted for win in Win.select()) > 40
    assert (CheckIn.select().count(), IndicatorValue.select().count()) == (36, 36)
    assert Decision.select().count() == 9
    assert [review.finished is not None for review in Review.select()] == [True] * 4


def test_goals_are_in_every_state(demo):
    states = [goal.state for goal in Goal.select()]
    numbers = {state: states.count(state) for state in states}
    assert numbers == {"met": 10, "not_met": 2, "active": 3, "parked": 1, "draft": 1}


def test_the_records_say_that_confidence_rose(demo):
    trend = show_insights(demo, ZONE, NOON).confidence.trend
    assert (trend.standing, trend.direction) == (Standing.SUSTAINED, Direction.RISING)


@pytest.mark.parametrize("now", WEEK)
def test_on_every_day_of_the_week_there_is_a_today_and_nothing_is_due(db, now):
    today = today_of(made(now), ZONE, now)
    assert (len(today.wins), today.due, today.first_steps) == (3, False, False)


def test_nothing_is_from_the_future(demo):
    assert max(win.happened for win in Win.select()) <= NOON
    assert max(rating.happened for rating in CheckIn.select()) <= NOON
    active = Goal.select().where(Goal.state == "active")
    assert min(goal.due for goal in active) > (date(2026, 11, 22) + timedelta(days=1)).isoformat()


def test_shortly_after_the_day_has_begun_it_is_still_empty(db):
    morning = NOON - 7 * 60 * 60_000 + 60_000  # a minute past five in Berlin
    assert len(today_of(made(morning), ZONE, morning).wins) == 1


def test_the_same_seed_and_moment_give_the_same_records(db):
    records = []
    for seed in (1, 1, 2):
        with database.atomic() as going_back:
            create_demo(PASSWORD, ZONE, KEYS, NOON, seed)
            records.append({(win.id, win.happened, win.what) for win in Win.select()})
            going_back.rollback()
    assert records[0] == records[1] != records[2]


def test_a_database_with_a_person_in_it_is_left_alone(ana: Someone):
    with pytest.raises(Conflict, match="There are people in this database"):
        create_demo(PASSWORD, ZONE, KEYS, NOON)
    assert (Person.select().count(), Win.select().count()) == (1, 0)


def test_a_weak_password_is_refused_and_nothing_is_stored(db):
    with pytest.raises(Invalid):
        create_demo("short", ZONE, KEYS, NOON)
    assert Person.select().count() == 0
