"""The table of who sees and changes what (R29): the one place that pages, outbox and tests ask.

A new role is a column here, and no page changes. docs/rights.md is made from it (tools/rights.py).
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What somebody is to the owner, a person or a team, of what they ask for."""

    OWNER = "owner"
    MEMBER = "member"
    OBSERVER = "observer"
    LEAD = "lead"
    ADMIN = "organisation admin"
    VIEWER = "viewer"
    LINK = "link"
    FORMER = "former mate"
    STRANGER = "stranger"
    SIGNED_OUT = "signed out"


class Thing(StrEnum):
    """What permissions are about."""

    PAGE = "pages for everybody"
    ACCOUNT = "account, devices, settings, days away"
    RATING = "check-ins, and figures made from them"
    LOG = "own log, presets, insights, what waits or was deleted"
    SHARED_WIN = "shared win: what, kind, date, owner, impact, next step, evidence, moves"
    WIN_DETAILS = "its history, reflection, note, area, private names, whether it counts"
    OWNED = "goals, objectives, indicators, decisions, reviews, a team's own wins and thanks"
    GOAL_CONFIDENCE = "confidence in one's own goals"
    MEMBERS = "names of members"
    TEAM_CONFIDENCE = "team confidence"
    MEMBERSHIP = "one's own place in a team or an organisation"
    TEAM = "invitations, values, k, roles, archive of a team"
    ORGANISATION = "roles and invitations of an organisation, and its teams"
    LINKS = "read-only links, and what they show"
    LINK_PAGE = "page of a read-only link"
    SHARED_OBJECTIVES = "shared objectives: progress, and the wins for them that one may see"
    ORGANISATION_WINS = "list of the wins shown to an organisation, with the names of its teams"


class Access(StrEnum):
    """What somebody does with a thing; a form for a change needs the right to make it."""

    READ = "read"
    CHANGE = "change"


class Extent(StrEnum):
    """How much of a thing a role may read or change."""

    ALL = "all"
    ORGANISATION = "those shown to the organisation"
    PROGRESS = "progress of objectives shared with the organisation"
    CHOSEN = "what was chosen for the link"
    ON_CHOSEN = "on chosen wins"
    FOUNDING = "make and archive teams, name a lead where none is left"


class Permission(NamedTuple):
    """What a page or an entry needs."""

    thing: Thing
    access: Access


class Grant(NamedTuple):
    """How much of a thing a role may read and change; None: nothing."""

    read: Extent | None = None
    change: Extent | None = None


_NOTHING = Grant()
_READ = Grant(read=Extent.ALL)
_BOTH = Grant(read=Extent.ALL, change=Extent.ALL)
_OWNER_ONLY = {Role.OWNER: _BOTH}

# What is not named here is not permitted.
GRANTS: Mapping[Thing, Mapping[Role, Grant]] = {
    Thing.PAGE: dict.fromkeys(Role, _BOTH),
    Thing.ACCOUNT: _OWNER_ONLY,
    Thing.RATING: _OWNER_ONLY,
    Thing.LOG: _OWNER_ONLY,
    Thing.SHARED_WIN: {
        Role.OWNER: _BOTH,
        **dict.fromkeys((Role.MEMBER, Role.OBSERVER, Role.LEAD), _READ),
        **dict.fromkeys((Role.ADMIN, Role.VIEWER), Grant(read=Extent.ORGANISATION)),
        Role.LINK: Grant(read=Extent.CHOSEN),
    },
    Thing.WIN_DETAILS: _OWNER_ONLY,
    Thing.OWNED: {
        **dict.fromkeys((Role.OWNER, Role.MEMBER, Role.OBSERVER, Role.LEAD), _BOTH),
        **dict.fromkeys((Role.ADMIN, Role.VIEWER), Grant(read=Extent.PROGRESS)),
        Role.LINK: Grant(read=Extent.CHOSEN),
    },
    Thing.GOAL_CONFIDENCE: _OWNER_ONLY,
    Thing.MEMBERS: {
        **dict.fromkeys((Role.MEMBER, Role.OBSERVER, Role.LEAD, Role.ADMIN), _READ),
        Role.LINK: Grant(read=Extent.ON_CHOSEN),
    },
    Thing.TEAM_CONFIDENCE: dict.fromkeys((Role.MEMBER, Role.OBSERVER, Role.LEAD), _READ),
    Thing.MEMBERSHIP: dict.fromkeys(
        (Role.MEMBER, Role.OBSERVER, Role.LEAD, Role.ADMIN, Role.VIEWER), _BOTH
    ),
    Thing.TEAM: {Role.LEAD: _BOTH, Role.ADMIN: Grant(change=Extent.FOUNDING)},
    Thing.ORGANISATION: {Role.ADMIN: _BOTH},
    Thing.LINKS: {
        **dict.fromkeys((Role.OWNER, Role.LEAD), _BOTH),
        **dict.fromkeys((Role.MEMBER, Role.OBSERVER), _READ),
    },
    Thing.LINK_PAGE: {Role.LINK: _READ},  # for everybody who has its address
    Thing.SHARED_OBJECTIVES: dict.fromkeys(
        (Role.MEMBER, Role.OBSERVER, Role.LEAD, Role.ADMIN, Role.VIEWER), _READ
    ),
    Thing.ORGANISATION_WINS: dict.fromkeys(
        (Role.MEMBER, Role.OBSERVER, Role.LEAD, Role.ADMIN, Role.VIEWER), _READ
    ),
}


def grant_of(role: Role, thing: Thing) -> Grant:
    """Return how much of a thing a role may read and change."""
    return GRANTS[thing].get(role, _NOTHING)


def extent_of(role: Role, permission: Permission) -> Extent | None:
    """Return how much a role may read or change, for a page that shows a part; None: nothing."""
    grant = grant_of(role, permission.thing)
    return grant.read if permission.access is Access.READ else grant.change


def may(role: Role, permission: Permission) -> bool:
    """Return whether a role is permitted this without any limit."""
    return extent_of(role, permission) is Extent.ALL
