"""Whose things a page is about: one's own, and below /teams/<team> those of the team."""

from datetime import date

from flask import g

from webapp.domain.account.acting import Acting
from webapp.domain.account.roles import role_of
from webapp.domain.capture.today import day_of
from webapp.domain.teams.acting import ActingForTeam, acting_for_team, acting_of_member
from webapp.rules.rights.permissions import Permission, Role, may
from webapp.rules.shared.ids import OwnerId, id_of_team
from webapp.rules.shared.problems import NotFound
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.login import current_person


def acting() -> Acting:
    """Return whose things this page reads and changes, and who does it.

    Language, theme, time zone and drafts are of the person who looks, whosever page it is: these
    come from current_person(). NotFound: they may not see the team of this address.
    """
    return team_here() or current_person()


def owner_here() -> OwnerId:
    """Return whose number this address is about, before it is known whether that is permitted."""
    return id_of_team(g.team) if g.get("team") else current_person().id


def role_here() -> Role:
    """Return what the signed-in person is to the owner of this address."""
    person = current_person()
    if not g.get("team"):
        return Role.OWNER
    member = acting_of_member(id_of_team(g.team), person.id)
    if member is None or member.role is None:
        return role_of(person.id, owner_here())
    g.acting = member
    return member.role


def permit(role: Role) -> None:
    """Let the page of this request act for the team of its address; role: what its person is."""
    g.is_permitted = True
    g.role = role


def may_here(permission: Permission) -> bool:
    """Return whether the person of this request has a permission for the owner of this page."""
    return may(g.role, permission)


def is_refused() -> bool:
    """Return whether this is the page of a team that its person may not see, or is not asked yet.

    An error page is drawn then: it must show nothing of the team.
    """
    return bool(g.get("team")) and not g.get("is_permitted")


def team_here() -> ActingForTeam | None:
    """Return the team whose page this is, None on one's own pages; NotFound as acting()."""
    if not g.get("team"):
        return None
    if is_refused():
        raise NotFound
    if "acting" not in g:
        g.acting = acting_for_team(id_of_team(g.team), current_person().id)
    found: ActingForTeam = g.acting
    return found


def team_of_page() -> ActingForTeam | None:
    """Return the team whose goals, objectives, indicators or decisions this page shows, or None."""
    return team_here() if g.get("is_owned") and not is_refused() else None


def day_here() -> date:
    """Return the current day of this page's owner, in the time zone of the person who looks."""
    return day_of(acting(), zone_of(current_person()), now())


def at() -> str:
    """Return what the addresses of this page's owner begin with: "" for one's own."""
    return f"/teams/{g.team}" if g.get("team") else ""


def path_of_win(win_id: str) -> str:
    """Return the address of a win of this page's owner."""
    return f"{at()}/wins/{g.team}/{win_id}" if g.get("team") else f"/wins/{win_id}/edit"
