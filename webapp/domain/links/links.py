"""Read-only links: making, listing, changing, renewing and revoking them (R32).

A team's link is made and changed by its leads, and all of a team's links are on a list that its
members read. The token of a link is stored nowhere: this server makes it again from its key, so
that the list can show the address.
"""

import uuid
from dataclasses import dataclass

from webapp.domain.account.acting import Acting
from webapp.domain.account.roles import require
from webapp.domain.shared.changing import changing
from webapp.rules.account.keys import Keys
from webapp.rules.rights.permissions import Access, Permission, Thing
from webapp.rules.shared.ids import OwnerId, id_of_team
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.teams.links import MOST_LINKS, NO_OBJECTIVE, TOO_MANY_LINKS, LinkFields
from webapp.storage.capture.audiences import wins_among
from webapp.storage.objectives.objectives import objectives_among, own_objectives
from webapp.storage.teams.boards import rows_named
from webapp.storage.teams.outside_links import (
    OutsideLink,
    change_link_row,
    choose,
    chosen_of,
    delete_link_row,
    one_link,
    outside_links_of,
)

CHANGES = Permission(Thing.LINKS, Access.CHANGE)


@dataclass(frozen=True, slots=True)
class LinkSummary:
    """A link as a list shows it. objective: an id, or ""; name: of the objective, or its title.

    token: that of its address; "" where the server has another key now, so that it has to be
    renewed to be known. maker: a number, None once the account is gone. wins: those that its maker
    chose. made: ms. is_gone: its objective was deleted, so that it shows nothing.
    """

    id: str
    objective: str
    name: str
    token: str
    maker: int | None
    wins: tuple[str, ...]
    made: int
    is_gone: bool = False


def links_of(acting: Acting, keys: Keys) -> list[LinkSummary]:
    """Return the links of an owner, the last one first."""
    rows = list(outside_links_of(acting.owner))
    names = {one.id: one.name for one in own_objectives(acting.owner)} if rows else {}
    chosen = chosen_of(acting.owner, *(row.id for row in rows)) if rows else []
    return [
        LinkSummary(
            row.id,
            row.objective,
            names.get(row.objective, "") if row.objective else row.title,
            _shown_token(row, keys),
            row.maker_id,
            tuple(win for link, _, win in chosen if link == row.id),
            row.made,
            bool(row.objective) and row.objective not in names,
        )
        for row in rows
    ]


def link_of(acting: Acting, link_id: str, keys: Keys) -> LinkSummary:
    """Return one link of an owner, or raise NotFound."""
    for one in links_of(acting, keys):
        if one.id == link_id:
            return one
    raise NotFound


def add_link(acting: Acting, fields: LinkFields, keys: Keys, now: int) -> str:
    """Store a link and return its id; now: ms. Invalid: there are too many. NotFound: not a lead.

    Of the wins those are chosen that are the maker's own, and for a team on its board.
    """
    with changing(acting):
        require(acting, CHANGES)  # again, now that nobody else changes it
        _refuse_gone(acting, fields)
        if outside_links_of(acting.owner).count() >= MOST_LINKS:
            raise Invalid(TOO_MANY_LINKS)
        link = str(uuid.uuid4())
        token = _token(acting.owner, link, 0, keys)
        said = {"objective": fields.objective, "title": fields.title, "made": now}
        OutsideLink.create(
            owner=acting.owner, id=link, token_hash=keys.hash(token), maker=acting.actor, **said
        )
        _choose(acting, link, fields.wins)
    return link


def change_link(acting: Acting, link_id: str, fields: LinkFields) -> None:
    """Replace what a link shows by `fields`; NotFound, Invalid.

    The person who changes it is its maker from then on: the chosen wins are theirs.
    """
    with changing(acting):
        require(acting, CHANGES)
        _row(acting, link_id)
        _refuse_gone(acting, fields)
        said = {"objective": fields.objective, "title": fields.title}
        change_link_row(acting.owner, link_id, maker=acting.actor, **said)
        _choose(acting, link_id, fields.wins)


def renew_link(acting: Acting, link_id: str, keys: Keys) -> None:
    """Give a link another address, so that the one of before leads nowhere; NotFound."""
    with changing(acting):
        require(acting, CHANGES)
        turn = _row(acting, link_id).turn + 1
        token = _token(acting.owner, link_id, turn, keys)
        change_link_row(acting.owner, link_id, turn=turn, token_hash=keys.hash(token))


def revoke_link(acting: Acting, link_id: str) -> None:
    """Let a link lead nowhere, for good; NotFound."""
    with changing(acting):
        require(acting, CHANGES)
        if not delete_link_row(acting.owner, link_id):
            raise NotFound


def _row(acting: Acting, link_id: str) -> OutsideLink:
    row = one_link(acting.owner, link_id)
    if row is None:
        raise NotFound
    return row


def _refuse_gone(acting: Acting, fields: LinkFields) -> None:
    of_team = acting.owner != acting.actor  # which shows its own wins for one, not all that it has
    if not fields.objective and not of_team:
        return
    if not objectives_among(acting.owner, [fields.objective]):
        raise Invalid(NO_OBJECTIVE)


def _choose(acting: Acting, link_id: str, wins: tuple[str, ...]) -> None:
    choose(acting.owner, link_id, acting.actor, _own(acting, list(wins)))


def _own(acting: Acting, wins: list[str]) -> list[str]:
    if acting.owner == acting.actor:
        return [win.id for win in wins_among(acting.actor, wins)]
    shown = rows_named(id_of_team(acting.owner), [(acting.actor, win) for win in wins])
    return [win for _, win in shown]


def _shown_token(row: OutsideLink, keys: Keys) -> str:
    token = _token(OwnerId(row.owner_id), row.id, row.turn, keys)
    return token if keys.hash(token) == row.token_hash else ""


def _token(owner: OwnerId, link: str, turn: int, keys: Keys) -> str:
    return f"{owner}-{keys.hash(f'outside link {owner} {link} {turn}')}"
