"""Whatever changes something of a person's raises their rev by one: pages are drawn again."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.make import Someone
from tests.web.asking import asked
from tests.web.conftest import Browser
from tests.web.rights import RIGHTS
from webapp.storage.account.people import Person
from webapp.storage.account.teams import Team

WEBAPP = Path(__file__).parents[2] / "webapp"
CHANGES = [route for route in RIGHTS if not route.startswith("GET ")]
OF_THE_TEAM = {
    "POST /teams/<int:team>/values/",
    "PATCH /teams/<int:team>/values/<value_id>",
    "DELETE /teams/<int:team>/values/<value_id>",
    "PATCH /teams/<int:team>/sharings/<own_objective_id>",
}
ON_NO_KEPT_PAGE = {
    *OF_THE_TEAM,
    *("DELETE /devices/", "DELETE /devices/<device_id>", "DELETE /sessions/current"),
    *("DELETE /reminders/devices/<phone_id>", "PATCH /reminders/devices/<phone_id>"),
    "POST /teams/<int:team>/invitations/",
    "DELETE /teams/<int:team>/invitations/<invitation_id>",
    "POST /organisations/<int:organisation>/invitations/",
    "PATCH /teams/<int:team>/confidence-rule",
    "PATCH /teams/<int:team>/memberships/<int:member>",  # it raises that of the member
    "DELETE /teams/<int:team>/memberships/<int:member>",
}
NOTHING_STORED = {
    "POST /indicators/<indicator_id>/previews/",
    "POST /languages/",  # the one that the person has
    "POST /memberships/",  # she is in the team
    "POST /outbox/",  # no entries
    "POST /reminders/",  # a no that comes late, as the next
    "POST /reminders/answers/",  # she chose to be reminded
}
RAISES = re.compile(r"Person\.rev(: | \+)|\"rev\":|update\([^)]*\brev=")


def rev_of(person: Someone) -> int:
    rev: int = Person.get_by_id(person.id).rev
    return rev


@pytest.mark.parametrize("route", CHANGES)
def test_a_change_raises_rev_by_one_and_a_refused_one_does_not(
    route: str, theirs: dict[str, Any], ana: Someone, as_ana: Browser
) -> None:
    before, (_, owner, _) = rev_of(ana), RIGHTS[route]
    asked(as_ana, route, theirs)
    changes = owner < 400 and route not in ON_NO_KEPT_PAGE | NOTHING_STORED
    assert rev_of(ana) - before == changes


@pytest.mark.parametrize("route", sorted(OF_THE_TEAM))
def test_a_change_of_what_a_team_has_raises_the_rev_of_the_team(
    route: str, theirs: dict[str, Any], as_ana: Browser
) -> None:
    team = Team.select(Team.rev).where(Team.owner == theirs["int:team"])
    before = team.get().rev
    asked(as_ana, route, theirs)
    assert team.get().rev == before + 1


def test_rev_is_raised_in_one_function_for_people_and_in_one_for_teams() -> None:
    lines = [
        (path.relative_to(WEBAPP).as_posix(), line.strip())
        for path in WEBAPP.rglob("*.py")
        for line in path.read_text().splitlines()
        if RAISES.search(line)
    ]
    raised = 'return Person.update({**columns, "rev": Person.rev + 1})'
    of_team = 'changed = Team.update({**columns, "rev": Team.rev + 1}).where(Team.owner == team)'
    of_review = 'changed = Review.update({**columns, "rev": Review.rev + 1})'  # not of its owner
    column = '"rev": "INTEGER NOT NULL DEFAULT 1",'
    assert sorted(lines) == [
        ("storage/account/owners.py", of_team),
        ("storage/account/people.py", raised),
        ("storage/migrations/0021_reviews.py", column),
        ("storage/reviews/reviews.py", of_review),
    ]
