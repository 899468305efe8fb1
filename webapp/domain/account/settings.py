"""Changing a person's settings."""

from collections.abc import Sequence

from webapp.domain.account.people import SignedIn
from webapp.rules.account.settings import PARSERS, parse_setting
from webapp.rules.shared.problems import NotFound
from webapp.storage.account.owners import raise_rev
from webapp.storage.engine.database import transaction


def change_setting(person: SignedIn, name: str, values: Sequence[object]) -> None:
    """Store the person's setting `name`; values: all that the form has under this name.

    NotFound: there is no such setting. Invalid: it cannot have this value.
    """
    if name not in PARSERS:
        raise NotFound
    value = parse_setting(name, values)
    if value == getattr(person, name):
        return
    with transaction():
        raise_rev(person.id, **{name: value})
