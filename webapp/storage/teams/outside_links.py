"""Read-only links for people outside, and the wins that were chosen for them (R32)."""

from typing import Any

from peewee import (
    BigIntegerField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    ModelSelect,
    SmallIntegerField,
)

from webapp.rules.shared.ids import OwnerId
from webapp.rules.teams.links import MOST_CHOSEN, MOST_LINKS
from webapp.storage.account.people import Owner, Person
from webapp.storage.engine.database import Stored


class OutsideLink(Stored):
    """A link that was not revoked. Its token is only in its address; here is the keyed hash.

    turn: how often its address was renewed. maker: whose wins can be chosen for it; None once their
    account is gone. objective: the id of the one that it shows, or "". title: what it is called
    where it shows none. made: ms.
    """

    owner_id: OwnerId
    maker_id: int | None
    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
    id = CharField(max_length=36)
    token_hash = CharField(max_length=64)
    turn = SmallIntegerField(default=0)
    maker = ForeignKeyField(Person, null=True, on_delete="SET NULL", backref="+")
    objective = CharField(max_length=36, default="")
    title = CharField(max_length=100, default="")
    made = BigIntegerField()

    class Meta:
        primary_key = CompositeKey("owner", "id")
        indexes = ((("owner", "token_hash"), True),)


class ChosenWin(Stored):
    """A win that the maker of a link chose for it. person: the number of the win's owner."""

    person_id: OwnerId
    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
    link = CharField(max_length=36)
    person = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
    win = CharField(max_length=36)

    class Meta:
        primary_key = CompositeKey("owner", "link", "person", "win")
        indexes = ((("person", "win"), False),)


def link_at(owner: OwnerId, hashes: list[str]) -> OutsideLink | None:
    """Return a link by the hashes of its token, or None."""
    its = (OutsideLink.owner == owner, OutsideLink.token_hash << hashes)
    found: OutsideLink | None = OutsideLink.select().where(*its).limit(1).first()
    return found


def one_link(owner: OwnerId, link_id: str) -> OutsideLink | None:
    """Return the link of an owner with this id, or None."""
    found: OutsideLink | None = OutsideLink.get_or_none(
        OutsideLink.owner == owner, OutsideLink.id == link_id
    )
    return found


def outside_links_of(owner: OwnerId) -> "ModelSelect[OutsideLink]":
    """Return the links of an owner, the last one first."""
    newest = (OutsideLink.made.desc(), OutsideLink.id)
    return (
        OutsideLink.select().where(OutsideLink.owner == owner).order_by(*newest).limit(MOST_LINKS)
    )


def change_link_row(owner: OwnerId, link_id: str, **columns: object) -> None:
    """Set these columns of a link."""
    its = (OutsideLink.owner == owner, OutsideLink.id == link_id)
    OutsideLink.update(columns).where(*its).execute()


def delete_link_row(owner: OwnerId, link_id: str) -> bool:
    """Delete a link with what was chosen for it; return False where there is none."""
    choose(owner, link_id, owner, [])
    its = (OutsideLink.owner == owner, OutsideLink.id == link_id)
    return bool(OutsideLink.delete().where(*its).execute())


def chosen_of(owner: OwnerId, *links: str) -> list[tuple[str, int, str]]:
    """Return (link, person, win) of what was chosen for these links of an owner."""
    columns = (ChosenWin.link, ChosenWin.person, ChosenWin.win)
    found: Any = ChosenWin.select(*columns).where(ChosenWin.owner == owner, ChosenWin.link << links)
    return list(found.limit(MOST_CHOSEN * MOST_LINKS).tuples())


def choose(owner: OwnerId, link_id: str, person: OwnerId, wins: list[str]) -> None:
    """Replace what was chosen for a link by these wins of a person; inside a transaction."""
    its = (ChosenWin.owner == owner, ChosenWin.link == link_id)
    ChosenWin.delete().where(*its).execute()
    if wins:
        key = {"owner": owner, "link": link_id, "person": person}
        ChosenWin.insert_many([{**key, "win": win} for win in wins]).execute()


def unchoose(person: OwnerId, wins: list[str]) -> None:
    """Take these wins of a person out of every link; inside a transaction."""
    its = (ChosenWin.person == person, ChosenWin.win << wins)
    ChosenWin.delete().where(*its).execute()


def unchoose_lost(person: OwnerId, win: str) -> None:
    """Take a win out of links that are gone, or that somebody else chooses the wins of by now.

    A win that is there again after its deletion comes back with what it was chosen for; inside a
    transaction.
    """
    its = (ChosenWin.person == person, ChosenWin.win == win)
    columns = (ChosenWin.owner, ChosenWin.link)
    chosen: Any = ChosenWin.select(*columns).where(*its).limit(2 * MOST_LINKS)  # own, and a team's
    for owner, link in list(chosen.tuples()):
        row = one_link(owner, link)
        if row is None or row.maker_id != person:
            ChosenWin.delete().where(
                ChosenWin.owner == owner, ChosenWin.link == link, *its
            ).execute()


def unchoose_all(owner: OwnerId, person: OwnerId) -> None:
    """Take all wins of a person out of the links of a team that they leave."""
    its = (ChosenWin.owner == owner, ChosenWin.person == person)
    ChosenWin.delete().where(*its).execute()
