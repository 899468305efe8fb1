"""The columns for the fields of a win, made from their descriptions."""

from typing import Any

from peewee import BooleanField, CharField, DoubleField, Field, ModelBase, TextField

from webapp.rules.capture.fields import WIN_FIELDS, WinField
from webapp.rules.shared.fields import ValueType
from webapp.rules.shared.text import LONGEST_TEXT


class WithWinFields(ModelBase):
    """Adds to a model the columns of those fields in rules/capture/fields.py that it lacks."""

    def __new__(
        cls, name: str, bases: tuple[type, ...], attributes: dict[str, Any]
    ) -> "WithWinFields":
        """Make the model, its own columns first."""
        lacking = WIN_FIELDS.keys() - attributes.keys()
        columns = {one: column_of(field) for one, field in WIN_FIELDS.items() if one in lacking}
        model: WithWinFields = super().__new__(cls, name, bases, {**attributes, **columns})
        return model


def column_of(field: WinField) -> Field:
    """Return the column that holds the values of `field`."""
    if field.value.type is ValueType.NUMBER:
        return DoubleField(null=True)
    if field.value.type is ValueType.FLAG:
        return BooleanField(default=False)
    if field.value.longest < LONGEST_TEXT:
        return CharField(max_length=field.value.longest, default=field.usual)
    return TextField(default=field.usual)
