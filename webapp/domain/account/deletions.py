"""Deleting something so that it can be brought back for an hour."""

import uuid
from collections.abc import Callable

from webapp.domain.account.acting import Acting
from webapp.rules.shared.deletions import UNDO_TIME, DeletedKind
from webapp.rules.shared.problems import Conflict, NotFound
from webapp.storage.account.deletions import (
    Deletion,
    Rows,
    deletions_of,
)
from webapp.storage.account.owners import raise_rev
from webapp.storage.engine.database import transaction


def delete_once(
    acting: Acting,
    kind: DeletedKind,
    target: str,
    now: int,
    delete: Callable[[Rows], str],
) -> str:
    """Delete a thing of the person's and return the id of the deletion, by which it is undone.

    delete: deletes and changes rows through the Rows it is given, and returns the thing's name. A
    second deletion of what was just deleted (a double tap) returns the id of the first. NotFound:
    there is no such thing, or the account is gone. Conflict: as of `delete`. now: ms.
    """
    with transaction():
        if not raise_rev(acting.owner):  # first: it locks their row
            raise NotFound
        rows = Rows(str(uuid.uuid4()))
        try:
            words = delete(rows)
        except (NotFound, Conflict):
            if earlier := _earlier(acting, kind, target, now):
                return earlier
            raise
        thing = {"person": acting.owner, "kind": kind, "target": target, "words": words}
        Deletion.create(**thing, id=rows.id, at=now, rows=rows.to_json())
        return rows.id


def _earlier(acting: Acting, kind: DeletedKind, target: str, now: int) -> str:
    same = (Deletion.kind == kind, Deletion.target == target)
    earlier = deletions_of(acting.owner, now - UNDO_TIME).where(*same).first()
    return str(earlier.id) if earlier else ""
