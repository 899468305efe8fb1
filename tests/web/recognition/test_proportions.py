"""What givers are told of their thanks: out of proportion, or saying little (R42, R43)."""

import re

import pytest

from tests.support.make import DAY, Someone
from tests.support.owners.thanks import counted_win, shared_win, thanks, to_team
from tests.web.conftest import Browser
from webapp.rules.shared.ids import TeamId
from webapp.web.shared import clock

LIGHT = "are for quick tasks"
LITTLE = "Could your thanks say more of what changed"
WHYS = (
    "Support answers the same day since Monday",
    "Nobody waits for the release on Fridays",
    "Two customers renewed because of that number",
    "Our audit took an hour, not a week",
    "New people find the checklist without asking",
    "Every night the import runs without a person",
)


def gives(
    ana: Someone, team: TeamId, wins: list[str], *, public: bool = True, days: int = 0
) -> None:
    """Let Ana thank for each of these wins in words of her own, so many days ago."""
    say, at = to_team if public else thanks, clock.now() - days * DAY
    for cites, why in zip(wins, WHYS, strict=False):
        ana.sends(
            say(team, cites, achieved=f"It is done: {why}", matters=why, at=at), now=clock.now()
        )


def told(ana: Browser) -> tuple[bool, bool]:
    """Return whether Insights say that thanks are out of proportion, and that they say little."""
    main = re.sub(r"\s+", " ", ana.get("/insights/").text.partition("<main")[2])
    return LIGHT in main, LITTLE in main


@pytest.mark.parametrize(
    ("light", "counted", "public", "is_told"),
    [(4, 2, True, True), (3, 3, True, False), (5, 0, True, False), (6, 0, False, False)],
)
def test_out_of_proportion_are_six_to_the_team_and_more_than_half_for_little(
    as_ana: Browser,
    ana: Someone,
    ben: Someone,
    platform: TeamId,
    light: int,
    counted: int,
    public: bool,
    is_told: bool,
) -> None:
    wins = [shared_win(ben, platform, f"Sent report {n}") for n in range(light)]
    wins += [counted_win(ben, platform, f"Cut list {n}") for n in range(counted)]
    gives(ana, platform, wins, public=public)
    assert told(as_ana)[0] == is_told


def test_words_that_were_filled_in_are_not_ones_own(
    as_ana: Browser, ana: Someone, ben: Someone, platform: TeamId
) -> None:
    wins = [counted_win(ben, platform, f"{why} thanks to a list") for why in WHYS]
    for cites, why in zip(wins, WHYS, strict=True):
        ana.sends(thanks(platform, cites, achieved=f"{why} thanks to a list"), now=clock.now())
    assert told(as_ana)[1]


def test_words_of_ones_own_for_outcomes_say_enough(
    as_ana: Browser, ana: Someone, ben: Someone, platform: TeamId
) -> None:
    gives(ana, platform, [counted_win(ben, platform, f"Cut list {n}") for n in range(6)])
    assert told(as_ana) == (False, False)


@pytest.mark.parametrize(("days", "is_told"), [(28, True), (31, False)])
def test_what_was_given_more_than_30_days_ago_is_not_told(
    as_ana: Browser, ana: Someone, ben: Someone, platform: TeamId, days: int, is_told: bool
) -> None:
    wins = [shared_win(ben, platform, f"Sent report {n}") for n in range(6)]
    gives(ana, platform, wins, days=days)
    assert told(as_ana)[0] == is_told
