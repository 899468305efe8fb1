"""Ids of forms that are sent: the same form sent twice has the same id."""

import uuid
from collections.abc import Iterable

from webapp.rules.shared.ids import UUID


def sent_form_id(page_id: str, address: str, fields: Iterable[tuple[str, str]]) -> str:
    """Return the id of a form sent to `address` with these (name, value) pairs; "" without one.

    page_id: the UUID that the page made for the form. The words are part of the id: a person who
    goes back, changes them and sends again wants something else, which is stored as well.
    """
    if not UUID.fullmatch(page_id):
        return ""
    return str(uuid.uuid5(uuid.UUID(page_id), repr((address, sorted(fields)))))
