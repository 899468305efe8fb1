"""Deleting something so that it can be brought back for an hour."""

import uuid
from collections.abc import Callable

from webapp.domain.account.people import SignedIn
from webapp.rules.shared.deletions import UNDO_TIME, DeletedKind
from webapp.rules.shared.problems import Conflict, NotFound
from webapp.storage.account.deletions import (
    Deletion,
    Rows,
    deletions_of,
    forget_deletions_before,
)
from webapp.storage.account.people import raise_rev
from webapp.storage.engine.database import transaction


def delete_once(
    person: SignedIn,
    kind: DeletedKind,
    target: str,
    now: int,
    delete: Callable[[Rows], str],
) -> str:
    """Delete a thing of the person's and return the id of the deletion, by which it is undone.

    delete: deletes and changes rows through the Rows it is given, and returns the thing's name. A
    second deletion of what was just deleted (a double tap) returns the id of the first. NotFound:
    there is no such thing. Conflict: as of `delete`. now: ms.
    """
    with transaction():
        raise_rev(person.id)  # first: it locks their row
        rows = Rows(str(uuid.uuid4()))
        try:
            words = delete(rows)
        except (NotFound, Conflict):
            if earlier := _earlier(person, kind, target, now):
                return earlier
            raise
        thing = {"person": person.id, "kind": kind, "target": target, "words": words}
        Deletion.create(**thing, id=rows.id, at=now, rows=rows.to_json())
        return rows.id


def forget_old_deletions(now: int) -> None:
    """Delete for good what was deleted so long ago that it cannot be undone any more."""
    forget_deletions_before(now - UNDO_TIME)


def _earlier(person: SignedIn, kind: DeletedKind, target: str, now: int) -> str:
    same = (Deletion.kind == kind, Deletion.target == target)
    earlier = deletions_of(person.id, now - UNDO_TIME).where(*same).first()
    return str(earlier.id) if earlier else ""
