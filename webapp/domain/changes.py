"""Changing something of a person's that no entry brings: a form while there is a connection."""

import contextlib
from collections.abc import Iterator

from webapp.domain.people import SignedIn
from webapp.rules.problems import NotFound
from webapp.storage.database import transaction
from webapp.storage.people import Person


@contextlib.contextmanager
def changing(person: SignedIn) -> Iterator[None]:
    """A transaction in which something of theirs changes; their pages are drawn anew after it.

    The person's row is written first, so that two changes of one person follow each other on
    PostgreSQL too: what the second one reads is what the first one left. NotFound: they are gone.
    """
    with transaction():
        raised = Person.update(rev=Person.rev + 1).where(Person.id == person.id)
        if not raised.execute():
            raise NotFound
        yield
