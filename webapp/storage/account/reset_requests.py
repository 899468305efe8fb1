"""Addresses for which somebody asked for a link to choose a new password."""

import uuid

from peewee import BigIntegerField, CharField

from webapp.storage.engine.database import Stored


class ResetRequest(Stored):
    """Somebody asked for a link for `address`, which may be nobody's; at: ms.

    Whose it is is looked up later, when no answer waits for it: so the answer takes the same time
    for every address. language: that of the page.
    """

    id = CharField(max_length=36, primary_key=True)
    address = CharField(max_length=254)
    language = CharField(max_length=8)
    at = BigIntegerField()


def add_reset_request(address: str, language: str, now: int) -> None:
    """Store that somebody asked for a link for this address at `now` (ms)."""
    row = {"id": str(uuid.uuid4()), "address": address, "language": language, "at": now}
    ResetRequest.insert(row).execute()


def has_reset_requests() -> bool:
    """Return whether anybody asked for a link."""
    return bool(ResetRequest.select(ResetRequest.id).limit(1).first())


def take_reset_request() -> ResetRequest | None:
    """Delete the oldest request and return it, None if there is none; inside a transaction."""
    oldest: ResetRequest | None = (
        ResetRequest.select().order_by(ResetRequest.at, ResetRequest.id).limit(1).first()
    )
    if oldest is None:
        return None
    return oldest if ResetRequest.delete().where(ResetRequest.id == oldest.id).execute() else None
