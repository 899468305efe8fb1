"""In which team a person's answers count, and what a team asks of its windows (R36)."""

from typing import Any

from peewee import (
    BooleanField,
    CompositeKey,
    ForeignKeyField,
    IntegerField,
    ModelSelect,
    SmallIntegerField,
    fn,
)

from webapp.rules.shared.ids import OwnerId, PersonId, TeamId, id_of_person, id_of_team
from webapp.storage.account.people import Owner, Person
from webapp.storage.engine.database import Stored
from webapp.storage.teams.memberships import Membership


class CountsIn(Stored):
    """From the window `since` on, until before `until`, a person's answers count in this team.

    until: None while it goes on. team: None where they chose that their answers count nowhere. No
    window is in two rows of a person, so that no answer is in two figures.
    """

    person_id: int
    team_id: int | None
    person = ForeignKeyField(Person, on_delete="CASCADE", index=False, backref="+")
    since = IntegerField()
    until = IntegerField(null=True)
    team = ForeignKeyField(Owner, null=True, on_delete="CASCADE", index=False, backref="+")

    class Meta:
        primary_key = CompositeKey("person", "since")
        indexes = ((("team", "since"), False),)


class ConfidenceRule(Stored):
    """From the window `since` on a team asks this of its figures (rules/teams/confidence.py)."""

    team = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
    since = IntegerField()
    k = SmallIntegerField()
    stricter = BooleanField()

    class Meta:
        primary_key = CompositeKey("team", "since")


def last_choice(person: PersonId) -> CountsIn | None:
    """Return what a person chose last, None if they have chosen nothing."""
    own = CountsIn.select().where(CountsIn.person == person)
    row: CountsIn | None = own.order_by(CountsIn.since.desc()).first()
    return row


def can_still_choose(person: PersonId, team: OwnerId) -> bool:
    """Return whether a person's answers could count in a team, and they have chosen nothing yet."""
    chosen = CountsIn.select(CountsIn.since).where(
        CountsIn.person == person, CountsIn.until.is_null()
    )
    member = Membership.select(Membership.person).where(
        Membership.person == person,
        Membership.team == team,
        Membership.left.is_null(),
        Membership.archived.is_null(),
        ~Membership.observer,
    )
    return bool(member.where(~fn.EXISTS(chosen)).exists())


def end_choices(person: PersonId, number: int, team: OwnerId | None = None) -> None:
    """End what a person chose before the window with this number; of this team only, if given."""
    its = [CountsIn.person == person, *([] if team is None else [CountsIn.team == team])]
    CountsIn.delete().where(*its, CountsIn.since >= number).execute()
    goes_on = CountsIn.until.is_null() | (CountsIn.until > number)
    CountsIn.update(until=number).where(*its, goes_on).execute()


def store_choice(person: PersonId, number: int, team: OwnerId | None) -> None:
    """Store in which team a person's answers count from this window on; others were ended."""
    CountsIn.create(person=person, since=number, team=team)


def teams_with_answers(number: int) -> list[TeamId]:
    """Return the teams in which anybody's answers of this window count, in their order."""
    rows: Any = (
        CountsIn.select(CountsIn.team)
        .where(CountsIn.team.is_null(False), *_of_window(number))
        .distinct()
        .order_by(CountsIn.team)
    )
    return [id_of_team(team) for (team,) in rows.tuples()]


def counted_in(team: TeamId, number: int) -> list[PersonId]:
    """Return whose answers of this window count in a team."""
    rows: Any = CountsIn.select(CountsIn.person).where(CountsIn.team == team, *_of_window(number))
    return [id_of_person(person) for (person,) in rows.tuples()]


def forget_choices_before(number: int) -> None:
    """Let no row say whose answers counted before this window, which is the next to be published.

    What is over goes; what goes on says that it began with this window.
    """
    CountsIn.delete().where(CountsIn.until <= number).execute()
    CountsIn.update(since=number).where(CountsIn.since < number).execute()


def rules_of(team: TeamId, number: int) -> "ModelSelect[ConfidenceRule]":
    """Return what a team asks from this window on, or has asked since before it, newest first."""
    own = (ConfidenceRule.team == team, ConfidenceRule.since <= number)
    return ConfidenceRule.select().where(*own).order_by(ConfidenceRule.since.desc()).limit(1)


def store_rule(team: TeamId, number: int, *, k: int, stricter: bool) -> None:
    """Store what a team asks from this window on."""
    row = {"team": team, "since": number, "k": k, "stricter": stricter}
    key = [ConfidenceRule.team, ConfidenceRule.since]
    changed = {"k": k, "stricter": stricter}
    ConfidenceRule.insert(row).on_conflict(conflict_target=key, update=changed).execute()


def _of_window(number: int) -> tuple[Any, ...]:
    return CountsIn.since <= number, CountsIn.until.is_null() | (CountsIn.until > number)
