"""What each role is answered by every route of an organisation (R29)."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from tests.support.make import KEYS, Someone, make_person, visit
from tests.support.owners.teams import joins, leaves, number, runs
from tests.web.asking import asked
from tests.web.conftest import Browser
from tests.web.rights import RIGHTS
from webapp.domain.teams.invitations import invitations_into, invite
from webapp.domain.teams.organisations import create_organisation, remove_role
from webapp.rules.shared.ids import OrganisationId, TeamId
from webapp.rules.teams.invitations import Choice
from webapp.rules.teams.teams import Place
from webapp.storage.account.teams import Organisation, Team
from webapp.storage.engine.database import database
from webapp.storage.teams.invitations import Invitation
from webapp.storage.teams.memberships import Membership
from webapp.storage.teams.organisation_roles import OrganisationRole
from webapp.web.shared import clock

ROUTES = [route for route in RIGHTS if "<int:organisation>" in route]
READ = {  # what its members and viewers read, too
    "GET /organisations/<int:organisation>",
    "GET /organisations/<int:organisation>/objectives/",
    "GET /organisations/<int:organisation>/objectives/<int:sharer>/<shared_objective_id>",
}
STORED = (Organisation, OrganisationRole, Team, Membership, Invitation)
MISSING = 2_000_000_000


class Scene:
    """Ana's organisation, its team Support, and somebody who is something to them."""

    def __init__(self, ana: Someone, ben: Someone, theirs: dict[str, Any]) -> None:
        self.ana, self.ben = ana, ben
        self.acme: OrganisationId = theirs["int:organisation"]
        self.support: TeamId = theirs["int:its_team"]

    def admin(self) -> None:
        runs(self.ben, self.acme, self.ana, now=clock.now())

    def admin_before(self) -> None:
        self.admin()
        remove_role(self.ana.me, self.acme, number(self.ben), clock.now())

    def admin_elsewhere(self) -> None:
        create_organisation(self.ben.me, "Other", visit(now=clock.now()))

    def viewer(self) -> None:
        runs(self.ben, self.acme, self.ana, place=Place.VIEWER, now=clock.now())

    def member(self, place: Place = Place.MEMBER) -> None:
        joins(self.ben, self.support, self.ana, place=place, now=clock.now())

    def observer(self) -> None:
        self.member(Place.OBSERVER)

    def lead(self) -> None:
        self.member()
        Membership.update(role="lead").where(Membership.person == self.ben.id).execute()

    def viewer_and_member(self) -> None:
        self.viewer()
        self.member()

    def former_mate(self) -> None:
        self.member()
        leaves(self.ben, self.support, now=clock.now())

    def stranger(self) -> None:
        assert not OrganisationRole.select().where(OrganisationRole.person == self.ben.id).exists()


READERS = (Scene.viewer, Scene.member, Scene.observer, Scene.lead, Scene.viewer_and_member)
OTHERS = (Scene.former_mate, Scene.admin_before, Scene.admin_elsewhere, Scene.stranger)
ROLES: dict[Callable[[Scene], None], frozenset[str]] = {
    Scene.admin: frozenset(ROUTES),
    **dict.fromkeys(READERS, frozenset(READ)),
    **dict.fromkeys(OTHERS, frozenset[str]()),
}


@pytest.fixture
def scene(ana: Someone, ben: Someone, theirs: dict[str, Any]) -> Scene:
    """Return Ana's organisation, with a viewer and an invitation that routes can name."""
    there, dora = Scene(ana, ben, theirs), make_person("Dora")
    runs(dora, there.acme, ana, place=Place.VIEWER, now=clock.now())
    runs(make_person("Ed"), there.acme, ana, now=clock.now())
    theirs["int:member"] = dora.id
    invite(ana.me, there.acme, Choice(7, 1, Place.VIEWER), KEYS, "", clock.now())
    [one] = invitations_into(there.acme, clock.now())
    theirs["invitation_id"] = one.id
    return there


def stored() -> list[list[Any]]:
    return [list(model.select().dicts()) for model in STORED]


def answer(browser: Browser, route: str, things: dict[str, Any]) -> tuple[int, str, str]:
    """Return what a request is answered, which is then taken back."""
    with database.atomic() as attempt:
        found = asked(browser, route, things)
        attempt.rollback()
    return found.status_code, found.text, str(found.headers)


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.__name__)
def test_each_role_gets_what_the_table_says(
    role: Callable[[Scene], None], app: Flask, scene: Scene, theirs: dict[str, Any]
) -> None:
    role(scene)
    browser = Browser(scene.ben.browser(app))
    found = {route: answer(browser, route, theirs)[0] for route in ROUTES}
    assert {route for route, status in found.items() if status in {200, 303}} == ROLES[role]
    assert {*found.values()} <= {200, 303, 404}


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.__name__)
def test_what_one_may_not_see_is_answered_like_what_is_missing(
    role: Callable[[Scene], None], app: Flask, scene: Scene, theirs: dict[str, Any]
) -> None:
    role(scene)
    browser, before = Browser(scene.ben.browser(app)), stored()
    for route in (route for route in ROUTES if route not in ROLES[role]):
        foreign = asked(browser, route, theirs)
        none = asked(browser, route, {**theirs, "int:organisation": MISSING})
        assert (foreign.data, str(foreign.headers)) == (none.data, str(none.headers)), route
    assert stored() == before


def test_who_is_signed_out_is_asked_to_sign_in(
    signed_out: Browser, scene: Scene, theirs: dict[str, Any]
) -> None:
    before = stored()
    for route in ROUTES:
        known = asked(signed_out, route, theirs)
        none = asked(signed_out, route, {**theirs, "int:organisation": MISSING})
        path = "/organisations/{}".format
        told = known.text.replace(path(scene.acme), path(MISSING))
        assert (known.status_code, told) == (none.status_code, none.text)
        assert known.location.startswith("/sessions/new")
    assert stored() == before
