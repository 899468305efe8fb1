"""What each role is answered by every route of a team (R29)."""

import pytest
from flask import Flask

from tests.support.make import Someone
from tests.support.owners.teams import play
from tests.web.asking import asked
from tests.web.conftest import Browser
from tests.web.rights import RIGHTS
from webapp.domain.account.roles import role_of
from webapp.rules.rights.permissions import Role, may
from webapp.rules.shared.ids import id_of_person, id_of_team
from webapp.storage.engine.database import database
from webapp.web.shared.permissions.routes import ROUTES

PLAYED = (Role.MEMBER, Role.OBSERVER, Role.LEAD, Role.ADMIN, Role.VIEWER, Role.FORMER)
OF_TEAMS = [route for route in RIGHTS if "<int:team>" in route]
OF_MEMBERS = ("/departures/", "/earlier-wins/", "/wishes/")
MEMBERS = {Role.MEMBER, Role.OBSERVER, Role.LEAD}  # others give up no place, and share no wins


@pytest.mark.parametrize("role", PLAYED)
def test_each_role_gets_what_the_table_says(
    role: Role, app: Flask, ana: Someone, ben: Someone, theirs: dict[str, object]
) -> None:
    team = id_of_team(int(str(theirs["int:team"])))
    play(role, ben, team, ana)
    assert role_of(id_of_person(ben.id), team) is role
    found = {route: was_let_in(app, ben, route, theirs) for route in OF_TEAMS}
    assert found == {route: is_expected(role, route) for route in OF_TEAMS}


def was_let_in(app: Flask, ben: Someone, route: str, theirs: dict[str, object]) -> bool:
    with database.atomic() as attempt:
        answer = asked(Browser(ben.browser(app)), route, theirs)
        attempt.rollback()
    assert answer.status_code in {200, 303, 404}, route
    return bool(answer.status_code != 404)


def is_expected(role: Role, route: str) -> bool:
    if "<given_id>" in route:
        return False  # thanks of Ana's, which only she takes back
    is_open = role in MEMBERS or not any(part in route for part in OF_MEMBERS)
    return may(role, ROUTES[route]) and is_open


def test_a_viewer_who_is_a_member_too_is_a_member(
    ana: Someone, ben: Someone, theirs: dict[str, object]
) -> None:
    team = id_of_team(int(str(theirs["int:team"])))
    play(Role.VIEWER, ben, team, ana)
    play(Role.MEMBER, ben, team, ana)
    assert role_of(id_of_person(ben.id), team) is Role.MEMBER
