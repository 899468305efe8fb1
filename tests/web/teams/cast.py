"""Everybody that a team and its organisation know, each with words of their own (A1).

A word says whose it is and who may read it: "zqtb" is Ben's, on a win that he shows to the team.
"""

import re
from typing import Any, NamedTuple

from tests.support.make import HOUR, NOON, Someone, edit, make_person, visit, win
from tests.support.owners.some_team import SomeTeam
from tests.support.owners.teams import a_team, joins, leaves, runs
from tests.support.owners.thanks import copies, counted_win, thanks, to_team, wants_it_read
from tests.web.asking import things_of
from tests.web.marked import live, mark
from tests.web.teams.owned import things_of_team
from tests.web.twins.again import put_again, remember
from tests.web.twins.life import fill
from webapp.domain.teams.organisations import create_organisation, put_team
from webapp.rules.recognition.recognitions import Copy
from webapp.rules.shared.ids import TeamId
from webapp.rules.teams.teams import Place
from webapp.storage.account.people import Person
from webapp.storage.teams.memberships import Membership
from webapp.storage.teams.shared_wins import SharedWin
from webapp.web.shared import clock

MEMBERS = ("lead", "member", "observer")
SHARERS = (*MEMBERS, "former mate")
PEOPLE = (*SHARERS, "admin", "viewer", "stranger", "admin elsewhere")
LETTERS = dict(zip((*PEOPLE, "the team"), "abcdefghi", strict=True))
PRIVATE, TEAM, ORGANISATION, NAME, THANKS = "p", "t", "o", "n", "r"
NUMBER, APART = 735_190_200, 1000  # a person's is so much more than that of the one before


class Cast(NamedTuple):
    """People by what they are. own: what each has, by its name in routes; shared: ids of wins."""

    people: dict[str, Someone]
    own: dict[str, Any]
    of_team: dict[str, Any]
    organisation: int
    shared: dict[str, list[str]]


def word(kind: str, who: str) -> str:
    """Return the word of somebody for those who may read this much."""
    return f"zq{kind}{LETTERS[who]}"


def words_in(text: str) -> set[tuple[str, str]]:
    """Return (kind, whose) of all words and numbers in a text."""
    whose = {letter: who for who, letter in LETTERS.items()}
    found = {(kind, whose[letter]) for kind, letter in re.findall("zq([ptonr])([a-i])", text)}
    numbers = re.findall(r"735\W{0,6}19(\d)\W{0,6}\d", text)
    return found | {(PRIVATE, [*LETTERS][int(at)]) for at in numbers}


def play_all() -> Cast:
    """Store a team in an organisation, and everybody; each has a life, and shows two wins."""
    people = {who: make_person(who.title().replace(" ", "")) for who in PEOPLE}
    own = _live(people)
    lead, admin = people["lead"], people["admin"]
    team = a_team(lead, "Platform", people["member"], people["former mate"], now=clock.now())
    joins(people["observer"], team, lead, place=Place.OBSERVER, now=clock.now())
    acme = create_organisation(admin.me, "Acme", visit(now=clock.now()))
    put_team(admin.me, team, acme, clock.now())
    runs(people["viewer"], acme, admin, place=Place.VIEWER, now=clock.now())
    create_organisation(people["admin elsewhere"].me, "Other", visit(now=clock.now()))
    of_team = _team_lives(SomeTeam("Platform", team, lead))
    shared = {
        who: [_show(people[who], who, to, team) for to in (TEAM, ORGANISATION)] for who in SHARERS
    }
    _thank(people, team)
    leaves(people["former mate"], team, now=clock.now())
    return Cast(people, own, of_team, acme, shared)


def _thank(people: dict[str, Someone], team: TeamId) -> None:
    """Let the member thank the lead in private, and the observer so that the team reads it."""
    lead = people["lead"]
    wants_it_read(lead, team)
    cites = counted_win(lead, team)
    people["member"].sends(thanks(team, cites, achieved=word(THANKS, "member")))
    people["observer"].sends(to_team(team, cites, achieved=word(TEAM, "observer")))
    assert len(copies(team, Copy.TEAM)) == 1


def _live(people: dict[str, Someone]) -> dict[str, Any]:
    """Give everybody the same life, under the same ids; return these."""
    first, *others = people.values()
    stored = remember(first, things_of)
    for one in others:
        put_again(stored, one)
    for at, (who, one) in enumerate(people.items()):
        live(one, stored.things)
        fill(one, stored.things)
        mark(one, word(PRIVATE, who), NUMBER + at * APART)
        Person.update(name=word(NAME, who)).where(Person.id == one.id).execute()
        Membership.update(person_name=word(NAME, who)).where(Membership.person == one.id).execute()
    return stored.things


def _team_lives(team: SomeTeam) -> dict[str, Any]:
    things = things_of_team(team)
    mark(team, word(PRIVATE, "the team"), NUMBER + len(PEOPLE) * APART)
    SharedWin.update(what=word(PRIVATE, "the team")).where(SharedWin.person == team.id).execute()
    return things


def _show(someone: Someone, who: str, to: str, team: int) -> str:
    """Let somebody show a win, whose earlier and inner words are private; return its id."""
    secret = word(PRIVATE, who)
    private = dict.fromkeys(("what", "impact", "next_step"), secret)
    one = win(**private, area=secret)
    someone.sends(one, edit(one, at=NOON + HOUR, approach=secret, worked=secret, improve=secret))
    seen = dict.fromkeys(("what", "impact", "next_step"), word(to, who))
    visibility = f"{'team' if to == TEAM else 'organisation'}:{team}"
    link = f"https://example.org/{word(to, who)}"
    someone.sends(edit(one, at=NOON + 2 * HOUR, **seen, evidence=link, visibility=visibility))
    return str(one["id"])
