"""Days off and pauses."""

from webapp.domain.account.deletions import delete_once
from webapp.domain.account.people import SignedIn
from webapp.rules.account.absences import BETWEEN, MOST, Away, parse_away
from webapp.rules.shared.deletions import DeletedKind
from webapp.rules.shared.problems import N_, Invalid, NotFound, Problem
from webapp.storage.account.absences import Absence, absences_of
from webapp.storage.account.deletions import Rows
from webapp.storage.account.owners import raise_rev
from webapp.storage.engine.database import transaction

TOO_MANY = Problem("first", N_("These are as many as can be kept. Delete some that are over."))


def absences(person: SignedIn) -> list[Away]:
    """Return the person's absences, the latest first; at most MOST."""
    return [parse_away(row.first, row.last) for row in absences_of(person.id)][::-1]


def add_absence(person: SignedIn, first: object, last: object) -> None:
    """Store an absence from `first` to `last` (ISO days; without a last day, one day); Invalid.

    Storing the same absence twice has no effect.
    """
    away = parse_away(first, last)
    with transaction():
        if absences_of(person.id).count() >= MOST:
            raise Invalid(TOO_MANY)
        row = {"person": person.id, "first": str(away.first), "last": str(away.last)}
        Absence.insert(row).on_conflict_ignore().execute()
        raise_rev(person.id)


def delete_absence(person: SignedIn, absence_id: str, now: int) -> str:
    """Delete an absence and return the id of the deletion, or raise NotFound; now: ms."""
    first, _, last = absence_id.partition(BETWEEN)
    its = (Absence.person == person.id, Absence.first == first, Absence.last == last)

    def delete(rows: Rows) -> str:
        if not rows.delete(Absence, *its):
            raise NotFound
        return absence_id

    return delete_once(person, DeletedKind.ABSENCE, absence_id, now, delete)
