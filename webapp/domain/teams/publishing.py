"""Publishing the windows of team confidence: all teams' at once, each once, oldest first (R36)."""

from pathlib import Path

from webapp.domain.teams.confidence import rule_of
from webapp.domain.teams.counting import PUBLISHED
from webapp.rules.shared.ids import PersonId, TeamId
from webapp.rules.teams.confidence import Answers, figure_of
from webapp.rules.teams.windows import Window, first_open, last_due, window
from webapp.storage.account.teams import team_row
from webapp.storage.engine.database import transaction
from webapp.storage.engine.remembered import Remembered
from webapp.storage.teams.counting import counted_in, forget_choices_before, teams_with_answers
from webapp.storage.teams.team_windows import (
    advance_marker,
    answers_in,
    marker,
    raise_marker,
    store_figure,
)
from webapp.storage.upkeep.restore import marker_in


def publish_due(folder: Path, now: int) -> list[int]:
    """Publish the windows that are due at `now` (ms), and return their numbers.

    folder: the data folder of this machine, which has the file that says how far publishing went.
    Call it at start before anything else reads the database: after a restore the database says less
    than that file, and is brought up to it first.
    """
    remembered = Remembered(folder)
    last = agreed_last_published(remembered)
    if last is None:  # nobody has chosen a team yet
        return []
    published = []
    for number in range(last + 1, last_due(now) + 1):
        if _publish(window(number)):
            published.append(number)
        remembered.note(PUBLISHED, number)
    return published


def note_last_published(database: Path, folder: Path) -> None:
    """Write into the data folder's file which window was published last, by a SQLite database.

    Called before a restore replaces that database.
    """
    if (known := marker_in(database, PUBLISHED)) is not None:
        Remembered(folder).note(PUBLISHED, known)


def agreed_last_published(remembered: Remembered) -> int | None:
    """Return the last window that was published: the larger of what database and file say.

    Both say that one afterwards. None: nothing was ever published, nor chosen.
    """
    marked = marker(PUBLISHED)
    said = (marked, remembered.largest(PUBLISHED))
    last = max((one for one in said if one is not None), default=None)
    if last is None:
        return None
    if marked != last:  # else each start would write
        with transaction():
            raise_marker(PUBLISHED, last)
    remembered.note(PUBLISHED, last)
    return last


def _publish(period: Window) -> bool:
    """Publish one window of every team; False if another process did."""
    with transaction():
        if not advance_marker(PUBLISHED, period.number):
            return False
        for team in teams_with_answers(period.number):
            if not _is_archived(team, period):
                _publish_figure(team, period)
        forget_choices_before(period.number + 1)
    return True


def _is_archived(team: TeamId, period: Window) -> bool:
    # A team that is archived before a window is over everywhere has no figure of it.
    row = team_row(team)
    return row is None or (row.archived is not None and first_open(row.archived) <= period.number)


def _publish_figure(team: TeamId, period: Window) -> None:
    people = [_answers(person, period) for person in counted_in(team, period.number)]
    answered = [one for one in people if one.count]
    if figure := figure_of(answered, rule_of(team, period.number)):
        store_figure(team, period.number, figure.band, figure.headcount)


def _answers(person: PersonId, period: Window) -> Answers:
    first, last = period.first.isoformat(), period.last.isoformat()
    count, total, *scales = answers_in(person, first, last)
    return Answers(count, total, tuple(dict.fromkeys(scales)))
