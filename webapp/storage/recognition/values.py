"""The values and priorities of teams."""

from peewee import BigIntegerField, CharField, CompositeKey, ForeignKeyField, SmallIntegerField

from webapp.rules.recognition.values import MOST_REMOVED, MOST_VALUES
from webapp.rules.shared.ids import TeamId
from webapp.storage.account.people import Owner
from webapp.storage.engine.database import Stored


class TeamValue(Stored):
    """A value or priority of a team. place: in its list. removed: ms, None while it is used.

    A name never changes: a new name is another row. So thanks that wait on a phone keep the one
    that was chosen.
    """

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
    id = CharField(max_length=36)
    name = CharField(max_length=60)
    place = SmallIntegerField()
    removed = BigIntegerField(null=True)

    class Meta:
        primary_key = CompositeKey("owner", "id")


def current_values(team: TeamId) -> list[TeamValue]:
    """Return the values that a team uses, in the order of its list."""
    used = TeamValue.select().where(TeamValue.owner == team, TeamValue.removed.is_null())
    return list(used.order_by(TeamValue.place, TeamValue.id).limit(MOST_VALUES + 1))


def name_of_value(team: TeamId, value: str) -> str:
    """Return the name of a value, also of one that was removed; "" if there never was one."""
    row = TeamValue.get_or_none(TeamValue.owner == team, TeamValue.id == value)
    return str(row.name) if row else ""


def store_value(team: TeamId, value: str, name: str, place: int) -> None:
    """Store a value of a team."""
    TeamValue.create(owner=team, id=value, name=name, place=place)


def remove_value(team: TeamId, value: str, now: int) -> TeamValue | None:
    """Let a team no longer use one of its values, and return it; None if it does not use it."""
    its = (TeamValue.owner == team, TeamValue.id == value, TeamValue.removed.is_null())
    row: TeamValue | None = TeamValue.get_or_none(*its)
    if row:
        TeamValue.update(removed=now).where(*its).execute()
        _delete_long_removed(team)
    return row


def _delete_long_removed(team: TeamId) -> None:
    its = (TeamValue.owner == team, TeamValue.removed.is_null(False))
    last = TeamValue.select(TeamValue.id).where(*its).order_by(TeamValue.removed.desc())
    kept = [row.id for row in last.limit(MOST_REMOVED)]
    TeamValue.delete().where(*its, TeamValue.id.not_in(kept)).execute()
