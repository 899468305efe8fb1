"""How much one person stores."""

from typing import Any

from peewee import CharField, ForeignKeyField, TextField, fn

from webapp.rules.shared.ids import OwnerId, PersonId
from webapp.storage.account.people import Owner, Person
from webapp.storage.engine.database import Stored
from webapp.storage.upkeep.models import MODELS

ROW = 60  # bytes of a row besides its texts, with its part of the indexes


def stored_bytes(person: PersonId, owner: OwnerId) -> int:
    """Return about how many bytes of the database are a person's; a character counts as one."""
    whose: dict[type[Stored], int] = {Person: person, Owner: owner}
    return sum(
        _bytes_of(model, field == whose[field.rel_model])
        for model in MODELS
        for field in model._meta.sorted_fields
        if isinstance(field, ForeignKeyField) and field.rel_model in whose and model is not Owner
    )


def _bytes_of(model: type[Stored], theirs: Any) -> int:
    texts = [f for f in model._meta.sorted_fields if isinstance(f, CharField | TextField)]
    length = sum((fn.COALESCE(fn.LENGTH(field), 0) for field in texts), ROW)
    return int(model.select(fn.COALESCE(fn.SUM(length), 0)).where(theirs).scalar())
