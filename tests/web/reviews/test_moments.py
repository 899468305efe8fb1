"""The recognition moment is a standing part of a team's review (R34)."""

from urllib.parse import urlencode

import pytest

from tests.support.make import Someone, win
from tests.support.owners.some_team import SomeTeam
from tests.web.conftest import Browser
from webapp.web.shared import clock

WAY = "/recognitions/new"


def shared(someone: Someone, team: SomeTeam) -> str:
    """Let somebody show a win to the team; return its id."""
    shown = win("Cut the build", visibility=f"team:{team.id}", at=clock.now() - 1)
    someone.sends(shown, now=clock.now())
    return str(shown["id"])


@pytest.mark.parametrize(
    ("path", "there"), [("/edit?step=next", True), ("", True), ("/edit", False)]
)
def test_the_last_step_and_the_summary_lead_to_thanks(
    team: SomeTeam, room: str, as_ben: Browser, path: str, there: bool
) -> None:
    assert (f"/teams/{team.id}{WAY}" in as_ben.get(f"{room}{path}").text) == there


@pytest.mark.parametrize(
    ("named", "leads"), [("{}", True), ("{}'>", False), ("/../../..", False), ("", False)]
)
def test_thanks_in_a_review_lead_back_to_it_and_nowhere_else(
    team: SomeTeam, room: str, ben: Someone, as_ana: Browser, named: str, leads: bool
) -> None:
    review = named.format(room.rpartition("/")[2])
    cites = f"{ben.id}/{shared(ben, team)}"
    way = f"/teams/{team.id}/recognitions/?{urlencode({'win': cites, 'review': review})}"
    shown = as_ana.get(way.replace("/?", "/new?")).text
    sent = as_ana.post(way, wins=cites, achieved="A shorter build", matters="", to_team="no")
    assert (f'href="{room}/edit"' in shown) == leads
    assert sent.location == (f"{room}/edit" if leads else f"/teams/{team.id}/recognitions/given")


def test_a_review_alone_has_none(as_ana: Browser) -> None:
    at = as_ana.post("/reviews/").location.removesuffix("/edit")
    assert WAY not in as_ana.get(f"{at}/edit?step=next").text
