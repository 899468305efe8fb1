"""Windows of team confidence for tests: people who answer, choose, and what is published."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from tests.support.make import DAY, Someone, make_person, rating
from tests.support.owners.teams import a_team
from webapp.domain.teams.confidence import published_windows
from webapp.domain.teams.counting import choose_team
from webapp.domain.teams.publishing import publish_due
from webapp.rules.shared.ids import TeamId
from webapp.rules.teams.windows import window

W = 10  # the window that tests are about: 2 to 29 November 2026


def at(number: int, day: int, hour: int = 12) -> int:
    """Return the moment (ms) in UTC of a day of a window, 0 being its first, -1 the one before."""
    noon = datetime.combine(window(number).first, time(), UTC) + timedelta(days=day, hours=hour)
    return round(noon.timestamp() * 1000)


BEFORE = at(W - 1, 10)  # when teams are made and choices made that take effect with W
DUE = at(W, 28 + 6, 0)


def answers(someone: Someone, value: int, *, when: int = at(W, 5), **more: Any) -> dict[str, Any]:
    """Let somebody check in, and return the entry."""
    sent = {**rating(value, at=when), "offset": 0, "zone": "UTC", **more}
    someone.sends(sent, now=when + 1)
    return sent


def choose(someone: Someone, team: TeamId | None, now: int = BEFORE) -> None:
    """Let somebody's answers count in this team, or nowhere."""
    choose_team(someone.me, "" if team is None else str(team), now)


def five(
    team_name: str = "Platform", size: int = 5, period: int = W
) -> tuple[TeamId, list[Someone]]:
    """Store a team of so many whose answers count in it from this window on."""
    before = at(period - 1, 10)
    people = [make_person(f"{team_name}{n}") for n in range(size)]
    team = a_team(people[0], team_name, *people[1:], now=before - DAY)
    for one in people:
        choose(one, team, before)
    return team, people


def publish(folder: Path, now: int = DUE) -> list[int]:
    """Publish what is due, with a data folder of one's own."""
    return publish_due(folder, now)


def shown(team: TeamId) -> dict[int, str]:
    """Return by window what a team's page shows: "4-5 of 5-7", or "" for not shown."""
    return {
        one.window.number: f"{one.figure.band} of {one.figure.headcount}" if one.figure else ""
        for one in published_windows(team)
    }
