"""Check-ins. Only pages of the person who checked in read ratings (R11)."""

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    Check,
    CompositeKey,
    ForeignKeyField,
    ModelSelect,
    SmallIntegerField,
    TextField,
    Tuple,
)

from webapp.rules.shared.ids import PersonId
from webapp.storage.account.people import Person
from webapp.storage.engine.compiled import Compiled, slot
from webapp.storage.engine.database import Stored


class CheckIn(Stored):
    """A person's rating of their confidence, 0-10, on the scale `scale_id`. Times as in Win."""

    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    id = CharField(max_length=36)
    rating = SmallIntegerField(constraints=[Check("rating BETWEEN 0 AND 10")])
    scale_id = CharField(max_length=32)
    note = TextField(default="")
    happened = BigIntegerField()
    entered = BigIntegerField()
    received = BigIntegerField()
    day = CharField(max_length=10)
    offset = SmallIntegerField()
    zone = CharField(max_length=64)
    wrong_clock = BooleanField(default=False)
    area = CharField(max_length=60, default="")

    class Meta:
        primary_key = CompositeKey("person", "id")
        indexes = (
            (("person", "happened", "id"), False),
            (("person", "day", "scale_id", "area", "rating"), False),
        )


def own_checkins(person: PersonId) -> "ModelSelect[CheckIn]":
    """Return all check-ins of a person, newest first by when they happened."""
    return (
        CheckIn.select()
        .where(CheckIn.person == person)
        .order_by(CheckIn.happened.desc(), CheckIn.id.desc())
    )


def checkins_older_than(
    checkins: "ModelSelect[CheckIn]", happened: int, checkin_id: str
) -> "ModelSelect[CheckIn]":
    """Return the part of `checkins` that comes after this one in the list."""
    return checkins.where(Tuple(CheckIn.happened, CheckIn.id) < Tuple(happened, checkin_id))


def checkin_before(person: PersonId, checkin: CheckIn) -> int:
    """Return when the person's check-in before this one happened, 0 if there is none."""
    earlier = checkins_older_than(own_checkins(person), checkin.happened, checkin.id)
    before: CheckIn | None = earlier.first()
    return before.happened if before else 0


answers_since = Compiled(
    # From the index alone. The limit bounds the rows for a person who checks in all the time.
    lambda: (
        CheckIn.select(CheckIn.day, CheckIn.rating, CheckIn.scale_id, CheckIn.area)
        .where(CheckIn.person == slot("person"), CheckIn.day >= slot("since"))
        .order_by(CheckIn.day.desc(), CheckIn.rating, CheckIn.scale_id, CheckIn.area)
        .limit(slot("most"))
    )
)
