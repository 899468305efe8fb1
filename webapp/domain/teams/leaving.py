"""What was shown to a team or an organisation before: hidden on leaving it, or shown on joining."""

import uuid
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from webapp.domain.teams.boards import board_row
from webapp.domain.teams.notices import tell
from webapp.rules.capture.audiences import ONLY_ONESELF, PRIVATE, Audience, said_of
from webapp.rules.capture.fields import Visibility
from webapp.rules.shared.ids import OwnerId, PersonId, TeamId, id_of_person
from webapp.rules.teams.notices import NoticeKind
from webapp.storage.capture.audiences import set_audience, wins_among, wins_without_team
from webapp.storage.capture.presets import presets_shown_to, show_presets_to
from webapp.storage.capture.revisions import add_revisions, last_revised
from webapp.storage.teams.boards import (
    AT_ONCE,
    hide_rows_from_organisation,
    put_on_boards,
    take_off_board,
    wins_for_organisation,
    wins_on_board,
)
from webapp.storage.teams.memberships import hide_defaults_from_organisation, members_of
from webapp.storage.teams.outside_links import unchoose, unchoose_all
from webapp.storage.teams.outside_rows import let_none_outside


def make_private(person: PersonId, team: TeamId, now: int) -> None:
    """Make all wins private that a person shows to a team; inside the transaction of leaving it.

    now: ms. Late edits that say otherwise are judged when they arrive.
    """
    wins = wins_on_board(team, person)
    _set(person, wins, PRIVATE, now)
    for first in range(0, len(wins), AT_ONCE):
        unchoose(person, wins[first : first + AT_ONCE])
    take_off_board(team, person, wins)


def hide_outside(person: PersonId, team: TeamId) -> None:
    """Show nothing of a person by the links of a team that they leave; inside that transaction."""
    let_none_outside(team, person)
    unchoose_all(team, person)


def hide_from_organisation(team: TeamId, now: int) -> None:
    """Let only the team see the wins that it shows to its organisation, which it leaves.

    Inside that transaction: its people chose that organisation, and not the next one. now: ms.
    """
    found = wins_for_organisation(team)
    for owner, wins in groupby(found, key=itemgetter(0)):
        _set(owner, [win for _, win in wins], Audience(Visibility.TEAM, team), now)
    hide_rows_from_organisation(team)
    hide_defaults_from_organisation(team)


def hide_presets(team: TeamId, now: int) -> None:
    """Let only themselves see the wins of people's presets for the organisation that a team leaves.

    They are told. Inside that transaction, once their rows are locked; now: ms.
    """
    said = said_of(Audience(Visibility.ORGANISATION, team))
    for row in members_of(team):
        person = id_of_person(row.person_id)
        if about := " · ".join(one.what for one in presets_shown_to(person, said)):
            show_presets_to(person, said, ONLY_ONESELF)
            tell(person, NoticeKind.PRESET_PRIVATE, team, row.team_name, now, about)


def show_earlier(person: PersonId, team: TeamId, now: int) -> None:
    """Show a team the wins that said "team" before they could name one; inside a transaction.

    For a person who has just joined it and wants that (R31). now: ms.
    """
    audience = Audience(Visibility.TEAM, team)
    for some in _earlier(person):
        set_audience(person, some, audience)
        _say(person, some, audience, now)
        put_on_boards([board_row(win) for win in wins_among(person, some)])


def keep_earlier_private(person: PersonId, now: int) -> None:
    """Make these wins private for good, so that no other team asks; inside a transaction."""
    for some in _earlier(person):
        set_audience(person, some, PRIVATE)
        _say(person, some, PRIVATE, now)


def _earlier(person: PersonId) -> Iterator[list[str]]:
    # Those that were given an audience are not found again.
    while some := wins_without_team(person, AT_ONCE):
        yield some


def _set(owner: OwnerId, wins: list[str], audience: Audience, now: int) -> None:
    for first in range(0, len(wins), AT_ONCE):
        some = wins[first : first + AT_ONCE]
        set_audience(owner, some, audience)
        _say(owner, some, audience, now)


def _say(owner: OwnerId, wins: list[str], audience: Audience, now: int) -> None:
    # The newest value of its field, where it has any, so that no later edit brings back an older.
    last = last_revised(owner, "visibility", wins)
    said, entry = said_of(audience), str(uuid.uuid4())
    add_revisions([(owner, win, "visibility", entry, said, max(now, at + 1)) for win, at in last])
