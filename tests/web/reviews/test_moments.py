"""The recognition moment is a standing part of a team's review (R34)."""

import pytest

from tests.support.owners.some_team import SomeTeam
from tests.web.conftest import Browser

WAY = "/recognitions/new"


@pytest.mark.parametrize(
    ("path", "there"), [("/edit?step=next", True), ("", True), ("/edit", False)]
)
def test_the_last_step_and_the_summary_lead_to_thanks(
    team: SomeTeam, room: str, as_ben: Browser, path: str, there: bool
) -> None:
    assert (f"/teams/{team.id}{WAY}" in as_ben.get(f"{room}{path}").text) == there


def test_a_review_alone_has_none(as_ana: Browser) -> None:
    at = as_ana.post("/reviews/").location.removesuffix("/edit")
    assert WAY not in as_ana.get(f"{at}/edit?step=next").text
