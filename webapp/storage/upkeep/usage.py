"""How much one person stores."""

from typing import Any

from peewee import CharField, ForeignKeyField, TextField, fn

from webapp.rules.shared.ids import OwnerId
from webapp.storage.engine.database import Stored
from webapp.storage.upkeep.models import WHOSE

ROW = 60  # bytes of a row besides its texts, with its part of the indexes


def stored_bytes(owner: OwnerId) -> int:
    """Return about how many bytes of the database are an owner's; a character counts as one."""
    return sum(
        _bytes_of(model, whose == owner)
        for model, whose in WHOSE.items()
        if isinstance(whose, ForeignKeyField)
    )


def _bytes_of(model: type[Stored], theirs: Any) -> int:
    texts = [f for f in model._meta.sorted_fields if isinstance(f, CharField | TextField)]
    length = sum((fn.COALESCE(fn.LENGTH(field), 0) for field in texts), ROW)
    return int(model.select(fn.COALESCE(fn.SUM(length), 0)).where(theirs).scalar())
