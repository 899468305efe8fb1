"""Addresses at which calendars read when reviews are: secret, one of each person, revocable."""

import uuid
from dataclasses import dataclass
from datetime import date

from webapp.domain.account.acting import Acting
from webapp.domain.account.roles import role_of
from webapp.domain.shared.changing import changing
from webapp.rules.account.keys import Keys
from webapp.rules.reviews.reviews import ReviewSchedule
from webapp.rules.rights.permissions import Access, Permission, Thing, may
from webapp.rules.shared.ids import OwnerId, id_of_team
from webapp.rules.teams.invitations import owner_named_in
from webapp.storage.account.people import language_of
from webapp.storage.account.teams import team_row
from webapp.storage.reviews.calendars import (
    ReviewCalendar,
    calendar_at,
    calendar_of,
    delete_calendar,
)
from webapp.storage.reviews.reviews import ReviewPlan, plan_of

READ = Permission(Thing.OWNED, Access.READ)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a calendar may know. team: the name of the team, "" of one's own reviews.

    number: of the team, 0 for one's own. language: of who made the address.
    """

    plan: ReviewSchedule
    uid: str
    sequence: int
    changed: int
    first: date
    zone: str
    team: str
    number: int
    language: str


def make_calendar(
    acting: Acting, zone: str, today: date, keys: Keys, form_id: str, now: int
) -> str:
    """Store an address of a calendar and return its token, which is stored nowhere.

    It takes the place of an earlier one of the same person; the same form sent again gets the same
    token. zone, today: where the person is, for reviews that nobody has planned yet. now: ms.
    """
    once = form_id or str(uuid.uuid4())
    token = f"{acting.owner}-{keys.hash(f'review calendar {acting.actor} {once}')}"
    with changing(acting):
        _plan(acting.owner, zone, today, now)
        if calendar_at(acting.owner, keys.hashes(token, now)) is None:
            delete_calendar(acting.owner, acting.actor)
            made = {"person": acting.actor, "made": now}
            ReviewCalendar.create(owner=acting.owner, token_hash=keys.hash(token), **made)
    return token


def calendar_made(acting: Acting) -> int | None:
    """Return when the person has made an address of these reviews (ms), None if there is none."""
    found = calendar_of(acting.owner, acting.actor)
    return found.made if found else None


def revoke_calendar(acting: Acting) -> None:
    """Let the person's address show nothing any more."""
    with changing(acting):
        delete_calendar(acting.owner, acting.actor)


def calendar_with(token: str, keys: Keys, now: int) -> Calendar | None:
    """Return what the calendar at an address may know; None: it shows nothing.

    It was revoked, or never made, or its person is not in the team any more.
    """
    owner = owner_named_in(token)
    row = calendar_at(owner, keys.hashes(token, now)) if owner else None
    if row is None or not may(role_of(row.person_id, row.owner_id), READ):
        return None
    return _calendar(row)


def _calendar(row: ReviewCalendar) -> Calendar | None:
    plan, language = plan_of(row.owner_id), language_of(row.person_id)
    if plan is None:
        return None
    team = team_row(id_of_team(row.owner_id))
    name, number = (team.name, team.id) if team else ("", 0)
    schedule = ReviewSchedule(plan.weekday, plan.every, plan.minutes, plan.time)
    known = (plan.uid, plan.sequence, plan.changed, date.fromisoformat(plan.first), plan.zone)
    return Calendar(schedule, *known, name, number, language)


def _plan(owner: OwnerId, zone: str, today: date, now: int) -> None:
    # One that was chosen before there were calendars names neither a zone nor a day.
    usual = ReviewSchedule()
    new = {"weekday": usual.weekday, "every": usual.every, "minutes": usual.minutes}
    known = {"zone": zone, "first": today.isoformat(), "uid": str(uuid.uuid4()), "changed": now}
    row = {"owner": owner, "time": usual.time, **new, **known}
    ReviewPlan.insert(row).on_conflict_ignore().execute()
    ReviewPlan.update(known).where(ReviewPlan.owner == owner, ReviewPlan.uid == "").execute()
