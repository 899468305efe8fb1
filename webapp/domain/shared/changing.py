"""A transaction in which a person changes something of theirs."""

import contextlib
from collections.abc import Iterator

from webapp.domain.account.people import SignedIn
from webapp.rules.shared.problems import NotFound
from webapp.storage.account.people import raise_rev
from webapp.storage.engine.database import transaction


@contextlib.contextmanager
def changing(person: SignedIn) -> Iterator[None]:
    """All or nothing, after whatever else the person is changing, and their pages are drawn anew.

    Raising `rev` first locks their row, on PostgreSQL too: what is read inside stays true. NotFound
    when the account was deleted meanwhile.
    """
    with transaction():
        if not raise_rev(person.id):
            raise NotFound
        yield
