"""Recognitions: a copy of each for everybody who may read it, and the wins that each copy cites."""

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    IntegerField,
    SmallIntegerField,
    TextField,
)

from webapp.rules.shared.ids import OwnerId
from webapp.storage.account.people import Owner, Person
from webapp.storage.engine.database import Stored


class Recognition(Stored):
    """One reader's copy of thanks: the giver's, a receiver's or that of the team.

    kind: Copy of rules/recognition/recognitions.py. id: that of the entry, in every copy. at: ms;
    day, offset, zone: where the giver was. giver: None once the account is deleted; giver_name is a
    copy, "" then. for_team: the number of the team, team_name a copy. value: the name of the team's
    value as it was then, or "". to_team: the giver's copy says what they chose, a receiver's
    whether the team may be shown it. shown: the team's copy names this receiver. in_evidence: the
    receiver's evidence page has it. outcome: it cites a counted win. light: it cites nothing but
    quick wins without an indicator or a goal met. own_words: those that are not in the wins. said:
    the words as two texts are compared.
    """

    owner_id: OwnerId
    giver_id: int | None
    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
    id = CharField(max_length=36)
    kind = CharField(max_length=12)
    at = BigIntegerField()
    day = CharField(max_length=10)
    offset = SmallIntegerField()
    zone = CharField(max_length=64)
    giver = ForeignKeyField(Person, null=True, on_delete="SET NULL", backref="+")
    giver_name = CharField(max_length=100)
    for_team = IntegerField()
    team_name = CharField(max_length=100)
    achieved = TextField()
    matters = TextField(default="")
    value = CharField(max_length=60, default="")
    to_team = BooleanField(default=False)
    shown = BooleanField(default=False)
    in_evidence = BooleanField(default=True)
    outcome = BooleanField(default=False)
    light = BooleanField(default=False)
    own_words = TextField(default="")
    said = TextField(default="")

    class Meta:
        primary_key = CompositeKey("owner", "id")
        indexes = ((("owner", "kind", "at", "id"), False),)


class CitedWin(Stored):
    """A win that a copy of a recognition cites. person: who did it; name: theirs, a copy.

    counted: it was a counted win then; in the giver's copy always False, since whether a win counts
    is its owner's alone (R29).
    """

    owner_id: OwnerId
    person_id: int
    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
    recognition = CharField(max_length=36)
    person = ForeignKeyField(Person, on_delete="CASCADE", backref="+")
    win = CharField(max_length=36)
    name = CharField(max_length=100)
    counted = BooleanField(default=False)

    class Meta:
        primary_key = CompositeKey("owner", "recognition", "person", "win")
        indexes = ((("owner", "person", "win"), False),)
