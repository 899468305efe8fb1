"""Whose prompts are to be planned, and what planning reads that nothing else does."""

from collections.abc import Iterable
from typing import Any

from peewee import SQL, fn

from webapp.rules.reminders.kinds import Kind, Way
from webapp.rules.shared.ids import OwnerId, PersonId
from webapp.rules.teams.teams import MOST_TEAMS
from webapp.storage.account.people import Person
from webapp.storage.account.sessions import Session
from webapp.storage.capture.wins import Win
from webapp.storage.engine.compiled import Compiled, slot
from webapp.storage.reminders.prompts import Prompt
from webapp.storage.reminders.settings import ReminderSettings, ReviewReminder
from webapp.storage.reviews.reviews import Review, ReviewPlan
from webapp.storage.teams.memberships import Membership

MOST_WINS = 500  # of the last weeks, in which those of a kind or an objective are looked for

_is_on = ReminderSettings.way != Way.NONE.value

# People whose day begins, or whose prompts were never planned; and those of whose things something
# changed since. Both read the settings of everybody, in the job alone.
_whose_turn = Compiled(
    lambda: (
        ReminderSettings.select(ReminderSettings.person)
        .where(_is_on, ReminderSettings.plan_at <= slot("now"))
        .order_by(ReminderSettings.plan_at)
        .limit(slot("most"))
    )
)
_whose_things_changed = Compiled(
    lambda: (
        ReminderSettings.select(ReminderSettings.person)
        .join(Person)
        .where(_is_on, ReminderSettings.planned_rev != Person.rev)
        .limit(slot("most"))
    )
)
# The state of a person's things, that at their last planning, how they are reminded, their quiet
# hours and zones; no row: they were never asked.
plan_state = Compiled(
    lambda: (
        Person.select(
            Person.rev,
            ReminderSettings.planned_rev,
            ReminderSettings.way,
            ReminderSettings.quiet_from,
            ReminderSettings.quiet_until,
            Person.fixed_zone,
            Person.time_zone,
        )
        .join(ReminderSettings)
        .where(Person.id == slot("person"))
    )
)
# When (ms) the person was last seen on any device, and last asked about a silence; 0: never.
signs_of_life = Compiled(
    lambda: Person.select(
        Session.select(fn.COALESCE(fn.MAX(Session.seen), 0)).where(
            Session.person == slot("person")
        ),
        Prompt.select(fn.COALESCE(fn.MAX(Prompt.sent), 0)).where(
            Prompt.person == slot("person"), Prompt.what == Kind.SILENT.value
        ),
    ).where(Person.id == slot("person"))
)


def people_to_plan(now: int, most: int) -> list[int]:
    """Return the numbers of at most `most` people whose prompts are to be planned at `now` (ms)."""
    turn = [person for (person,) in _whose_turn(now=now, most=most)]
    changed = [person for (person,) in _whose_things_changed(most=most)]
    return list(dict.fromkeys((*turn, *changed)))[:most]


def wins_of_weeks(owner: OwnerId, since: int) -> Iterable[tuple[str, str, str]]:
    """Return (day, kind, ids of objectives) of an owner's newest wins since a moment (ms)."""
    found: Any = (
        Win.select(Win.day, Win.kind, Win.objectives)
        .where(Win.person == owner, Win.happened >= since)
        .order_by(Win.happened.desc(), Win.id.desc())
        .limit(MOST_WINS)
        .tuples()
    )
    rows: Iterable[tuple[str, str, str]] = found
    return rows


def reviews_of_teams(person: PersonId, left_open: int) -> list[tuple[Any, ...]]:
    """Return (team, before, weekday, every, minutes, time, zone, first, last) of a person's teams.

    Of those alone whose lead lets remind of their reviews; last: the day of the last review that
    has ended, one that began before left_open (ms) too. One statement, however many teams.
    """
    ended = Review.finished.is_null(False) | (Review.started <= left_open)
    last = Review.select(fn.MAX(Review.day)).where(Review.owner == Membership.team, ended)
    plan = (ReviewPlan.weekday, ReviewPlan.every, ReviewPlan.minutes, ReviewPlan.time)
    found: Any = (
        Membership.select(
            Membership.team, ReviewReminder.before, *plan, ReviewPlan.zone, ReviewPlan.first, last
        )
        .join(ReviewReminder, on=(ReviewReminder.owner == Membership.team))
        .join(ReviewPlan, on=(ReviewPlan.owner == Membership.team))
        .where(
            Membership.person == person,
            Membership.left.is_null(),
            Membership.archived.is_null(),
            ReviewReminder.wanted == SQL("TRUE"),
        )
        .order_by(Membership.team)
        .limit(MOST_TEAMS)
        .tuples()
    )
    return list(found)


def note_planned(person: PersonId, rev: int, day: str, plan_at: int) -> None:
    """Store up to what a person's prompts are planned, and when (ms) it is their turn again."""
    done = {"planned_rev": rev, "planned_day": day, "plan_at": plan_at}
    ReminderSettings.update(done).where(ReminderSettings.person == person).execute()


def plan_members_soon(team: OwnerId) -> None:
    """Let the prompts of a team's members be planned again at the next tick."""
    members = Membership.select(Membership.person).where(Membership.team == team)
    ReminderSettings.update(plan_at=0).where(ReminderSettings.person.in_(members)).execute()


def delete_before(person: PersonId, day: str) -> None:
    """Delete a person's prompts of the days before `day` (ISO)."""
    Prompt.delete().where(Prompt.person == person, Prompt.day < day).execute()
