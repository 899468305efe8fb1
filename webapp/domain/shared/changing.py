"""A transaction in which a person changes something of theirs."""

import contextlib
from collections.abc import Iterator

from webapp.domain.account.acting import Acting
from webapp.rules.shared.problems import NotFound
from webapp.storage.account.owners import raise_rev
from webapp.storage.engine.database import transaction


@contextlib.contextmanager
def changing(acting: Acting) -> Iterator[None]:
    """Run the block in a transaction that raises the person's rev; NotFound: the account is gone.

    Raising rev first locks their row, on PostgreSQL too, so that nothing else of theirs changes
    between reading and writing in the block.
    """
    with transaction():
        if not raise_rev(acting.owner):
            raise NotFound
        yield
