"""The boards of teams: a row for each win that is shown on one."""

from peewee import (
    SQL,
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    SmallIntegerField,
    TextField,
)

from webapp.rules.shared.ids import OwnerId
from webapp.storage.account.people import Owner
from webapp.storage.engine.database import Stored


class SharedWin(Stored):
    """A win on the board of a team, with what a board shows of it; the win says the same.

    person: the number of the win's owner, who may be the team itself. win: its id. visibility:
    "team" or "organisation". objective: the id of one of the team's, or "". outside: whether its
    owner lets it be shown by links. The other columns are those of Win.
    """

    person_id: OwnerId
    team = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
    person = ForeignKeyField(Owner, on_delete="CASCADE", backref="+")
    win = CharField(max_length=36)
    happened = BigIntegerField()
    day = CharField(max_length=10)
    offset = SmallIntegerField()
    zone = CharField(max_length=64)
    kind = CharField(max_length=12)
    what = TextField()
    impact = TextField(default="")
    next_step = TextField(default="")
    evidence = TextField(default="")
    moves = CharField(max_length=12, default="")
    visibility = CharField(max_length=12)
    objective = CharField(max_length=36, default="")
    outside = BooleanField(default=False)

    class Meta:
        primary_key = CompositeKey("team", "person", "win")
        indexes = ((("team", "person", "happened", "win"), False),)


_NEWEST = (SharedWin.happened, SharedWin.person, SharedWin.win)
SharedWin.add_index(SharedWin.team, SharedWin.kind, *_NEWEST, name="shared_win_of_kind")
# In this order: of two indexes that seem as good to it SQLite takes the earlier one, and of one
# that has only a part of the rows the later one.
SharedWin.add_index(SharedWin.team, *_NEWEST)
SharedWin.add_index(
    SharedWin.team,
    *_NEWEST,
    where=SharedWin.visibility == "organisation",
    name="shared_win_of_organisation",
)
SharedWin.add_index(
    SharedWin.team,
    SharedWin.objective,
    *_NEWEST,
    where=SharedWin.objective != "",
    name="shared_win_of_objective",
)
SharedWin.add_index(
    SharedWin.team,
    SharedWin.objective,
    *_NEWEST,
    where=SharedWin.outside == SQL("TRUE"),
    name="shared_win_outside",
)
SharedWin.add_index(
    SharedWin.objective,
    *_NEWEST,
    where=SharedWin.visibility == "organisation",
    name="shared_win_contributing",
)
