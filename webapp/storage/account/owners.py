"""What is stored of every owner, a person or a team: the state of their things, and their size."""

from webapp.rules.shared.ids import OwnerId, TeamId
from webapp.storage.account.people import Person, raised
from webapp.storage.account.teams import Team


def raise_rev(owner: OwnerId, **columns: object) -> bool:
    """Raise the rev of an owner whose data changed, and set these columns of theirs.

    columns: for a person only. Returns False when the account is gone. Inside a transaction.
    """
    person = raised(**columns).where(Person.id == owner)
    return bool(person.execute()) or (not columns and raise_rev_of_team(TeamId(owner)))


def raise_rev_of_team(team: TeamId, **columns: object) -> bool:
    """Do the same for a team; returns False when there is none."""
    changed = Team.update({**columns, "rev": Team.rev + 1}).where(Team.owner == team)
    return bool(changed.execute())


def add_stored(owner: OwnerId, size: int) -> None:
    """Add `size` bytes to what an owner stored; inside a transaction."""
    if not Person.update(stored=Person.stored + size).where(Person.id == owner).execute():
        Team.update(stored=Team.stored + size).where(Team.owner == owner).execute()


def set_stored(owner: OwnerId, size: int) -> None:
    """Set how many bytes an owner stored; inside a transaction."""
    if not Person.update(stored=size).where(Person.id == owner).execute():
        Team.update(stored=size).where(Team.owner == owner).execute()
