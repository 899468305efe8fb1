"""In which team a person's answers count: at most one, chosen by them, from the next window on."""

from dataclasses import dataclass
from datetime import date

from webapp.domain.account.people import SignedIn
from webapp.domain.shared.changing import changing
from webapp.domain.teams.memberships import Member, own_membership, own_teams
from webapp.rules.shared.ids import TeamId, id_of_team
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.teams.invitations import owner_numbered
from webapp.rules.teams.teams import Place
from webapp.rules.teams.windows import first_ahead, last_due, window
from webapp.storage.engine.database import transaction
from webapp.storage.teams.counting import (
    CountsIn,
    can_still_choose,
    end_choices,
    last_choice,
    store_choice,
)
from webapp.storage.teams.memberships import lock_members
from webapp.storage.teams.team_windows import begin_marker

PUBLISHED = "team-windows-published"  # the name of the publisher's marker
UNKNOWN = Problem("team", N_("Choose one of your teams, or that your answers count nowhere."))


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose. team: None for nowhere; is_answered: False if they have not chosen yet.

    begins: the first day of the window from which it counts, None if it counts now.
    """

    is_answered: bool
    team: TeamId | None
    begins: date | None


def counting_teams(person: SignedIn) -> list[Member]:
    """Return the teams in which a person's answers can count, by name."""
    return [one for one in own_teams(person) if _can_count(one)]


def own_choice(person: SignedIn, now: int) -> Choice:
    """Return what a person chose last. now: ms."""
    row = last_choice(person.id)
    if row is None or row.until is not None:
        return Choice(is_answered=False, team=None, begins=None)
    begins = window(row.since).first if row.since >= first_ahead(now) else None
    return Choice(is_answered=True, team=_team(row), begins=begins)


def choose_team(person: SignedIn, said: object, now: int) -> None:
    """Let a person's answers count in the team with this number, "" for none, from the next window.

    Invalid: it is no team in which they can count. now: ms.
    """
    with transaction():
        if said != "":  # so that nobody takes them out of it between the question and the answer
            lock_members(_team_numbered(person, said))
        with changing(person):
            team = None if said == "" else _team_numbered(person, said)
            ahead = first_ahead(now)
            begin_marker(PUBLISHED, last_due(now))
            end_choices(person.id, ahead)
            store_choice(person.id, ahead, team)


def decline_team(person: SignedIn, now: int) -> None:
    """Note that a person was asked and chose no team, unless they have chosen one before."""
    if not own_choice(person, now).is_answered:
        choose_team(person, "", now)


def is_asked(person: SignedIn, team: TeamId) -> bool:
    """Return whether a page of this team asks the person where their answers count."""
    return can_still_choose(person.id, team)


def _team_numbered(person: SignedIn, said: object) -> TeamId:
    # Not by own_teams(): a person who joined a moment ago is signed in with the number of before.
    number = owner_numbered(str(said))
    own = None if number is None else own_membership(person, id_of_team(number))
    if own is None or not _can_count(own):
        raise Invalid(UNKNOWN)
    return own.team


def _can_count(one: Member) -> bool:
    return one.place is not Place.OBSERVER and one.archived is None


def _team(row: CountsIn) -> TeamId | None:
    return None if row.team_id is None else id_of_team(row.team_id)
