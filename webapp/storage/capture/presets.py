"""Presets: a person's own one-tap buttons (R5)."""

from peewee import (
    BooleanField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    ModelSelect,
    SmallIntegerField,
    TextField,
)

from webapp.rules.shared.ids import OwnerId
from webapp.storage.account.people import Person
from webapp.storage.engine.compiled import Compiled, slot
from webapp.storage.engine.database import Stored


class Preset(Stored):
    """A button and what a tap on it logs. place: its order, from 0; objective: an id or "".

    visibility: who may see it, as in rules/capture/audiences.py; "": as the person's other wins.
    """

    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    id = CharField(max_length=36)
    place = SmallIntegerField()
    what = TextField()
    kind = CharField(max_length=12)
    area = CharField(max_length=60, default="")
    objective = CharField(max_length=36, default="")
    impact = TextField(default="")
    measurable = BooleanField(default=False)
    visibility = CharField(max_length=24, default="")

    class Meta:
        primary_key = CompositeKey("person", "id")


def presets_of(owner: OwnerId) -> "ModelSelect[Preset]":
    """Return a person's presets in their order."""
    return Preset.select().where(Preset.person == owner).order_by(Preset.place, Preset.id)


def presets_shown_to(owner: OwnerId, said: str) -> "ModelSelect[Preset]":
    """Return the presets whose wins these may see; said: as in rules/capture/audiences.py."""
    return presets_of(owner).where(Preset.visibility == said)


def show_presets_to(owner: OwnerId, said: str, instead: str) -> None:
    """Let the wins of these presets be seen by somebody else; inside a transaction."""
    its = (Preset.person == owner, Preset.visibility == said)
    Preset.update(visibility=instead).where(*its).execute()


# The columns of Today's buttons.
button_rows = Compiled(
    lambda: (
        Preset.select(
            Preset.id,
            Preset.what,
            Preset.kind,
            Preset.area,
            Preset.objective,
            Preset.impact,
            Preset.measurable,
            Preset.visibility,
        )
        .where(Preset.person == slot("person"))
        .order_by(Preset.place, Preset.id)
    )
)
