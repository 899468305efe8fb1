"""Telling people what happened to their place in a team, or to a win of theirs on its board."""

import uuid
from dataclasses import dataclass

from webapp.domain.account.people import SignedIn
from webapp.rules.shared.ids import OwnerId, PersonId, TeamId
from webapp.rules.teams.notices import NoticeKind
from webapp.storage.engine.database import transaction
from webapp.storage.teams.memberships import store_counts
from webapp.storage.teams.notices import (
    Notice,
    delete_all_but_newest,
    delete_notices,
    notices_of,
)


@dataclass(frozen=True, slots=True)
class UnreadNotice:
    """One thing that a person is told. at: ms. about: as in rules/teams/notices.py."""

    id: str
    kind: NoticeKind
    team_name: str
    about: str
    at: int


def told(person: SignedIn) -> list[UnreadNotice]:
    """Return what a person has not read yet, the latest first; no statement where there is none."""
    if not person.told:
        return []
    return [
        UnreadNotice(row.id, NoticeKind(row.kind), row.team_name, row.about, row.at)
        for row in notices_of(person.id)
    ]


def tell(
    person: PersonId, kind: NoticeKind, team: TeamId, team_name: str, now: int, about: str = ""
) -> None:
    """Store what a person is told, and that something waits; inside a transaction. now: ms."""
    note(person, kind, team, team_name, now, about)
    store_counts(person)


def note(
    person: PersonId, kind: NoticeKind, team: OwnerId, team_name: str, now: int, about: str = ""
) -> None:
    """Store what a person is to be told; store_counts() has to follow. now: ms.

    team, team_name: the organisation and its name, where the kind is about one.
    """
    said = {"kind": kind, "team": team, "team_name": team_name, "about": about, "at": now}
    Notice.create(person=person, id=str(uuid.uuid4()), **said)
    delete_all_but_newest(person)


def mark_read(person: SignedIn, notice_id: str) -> None:
    """Delete one notice, or with "all" every one; one that is gone already is no error."""
    which = () if notice_id == "all" else (Notice.id == notice_id,)
    with transaction():
        delete_notices(person.id, *which)
        store_counts(person.id)
