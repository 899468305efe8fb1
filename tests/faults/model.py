"""What has to be stored, worked out from what the phones recorded and from nothing else.

Written again on purpose, without the rules of the app: a mistake in both would show nothing.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

Entry = dict[str, Any]

DAY = 24 * 3600 * 1000
DAY_START = 4 * 60  # minutes after midnight
EARLIEST = 946_684_800_000  # 2000-01-01
EDITS = ("edit_win", "edit_check_in")


@dataclass(frozen=True)
class GivenValue:
    """The value that one field got by `entry`. at: ms, None when the server's clock decides."""

    field: str
    value: str
    at: int | None
    entry: str


@dataclass
class Story:
    """Everything that one owner has: of a person what they did on all their phones for themself.

    owner: the number of a team, 0 for a person. goals: by the id of each goal of a team its team.
    authors: by the id of each entry of a team's people, the number of who made it. brief: the
    number of the team that people leave. change: how and when this person did, if they did.
    refused: ids of entries that came too late for their team. times: by the id of an entry, when it
    was sent first and when it was first said to be stored, 0 for never.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    poison: dict[str, Entry] = field(default_factory=dict)
    start: int = 0
    owner: int = 0
    goals: dict[str, int] = field(default_factory=dict)
    authors: dict[str, int] = field(default_factory=dict)
    brief: int = 0
    change: dict[str, Any] | None = None
    refused: set[str] = field(default_factory=set)
    times: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def undone(self) -> set[str]:
        """Return the ids of what was taken back."""
        undos = (entry for entry in self._taken() if entry["verb"] == "undo")
        return {entry["fields"]["target"] for entry in undos}

    @property
    def receipts(self) -> set[str]:
        """Return the ids for which the server must have a receipt."""
        return {*(entry["id"] for entry in self._taken()), *self.undone}

    @property
    def thanks_refused(self) -> set[str]:
        """Return the ids of thanks that were refused: a copy on its way may have come through."""
        return {one for one in self.refused if self.entries[one]["verb"] == "recognise"}

    def left(self, verb: str) -> dict[str, Entry]:
        """Return what `verb` created and nobody took back."""
        return {e["id"]: e for e in self._of(verb) if e["id"] not in self.undone}

    def edits(self) -> dict[str, list[GivenValue]]:
        """Return the values given by edits, by what they edit; what was undone has none."""
        given: dict[str, list[GivenValue]] = defaultdict(list)
        for entry in self._of(*EDITS):
            if entry["fields"]["target"] not in self.undone:
                given[entry["fields"]["target"]] += self._values(entry)
        return given

    def steps(self) -> dict[str, Entry]:
        """Return the steps of decisions that were not taken back, alone or with the decision."""
        taken = {**self.left("decide"), **self.left("reopen_decision")}
        return {i: e for i, e in taken.items() if e["fields"]["target"] not in self.undone}

    def ticks(self) -> dict[tuple[str, int, str], list[Entry]]:
        """Return what was said about criteria, by (goal, criterion, period)."""
        said: dict[tuple[str, int, str], list[Entry]] = defaultdict(list)
        for entry in self._of("tick_criterion"):
            fields = entry["fields"]
            said[fields["target"], fields["criterion"], fields.get("period", "")].append(entry)
        return said

    def deferred_on(self) -> str | None:
        """Return the latest day for which the person tapped "Later"."""
        return max((day_of(**_when(entry)) for entry in self._of("defer_check_in")), default=None)

    def has_wrong_clock(self, entry: Entry) -> bool:
        """Return whether the phone's time cannot be true."""
        return not EARLIEST <= entry["at"] <= self.start + 2 * DAY

    def team_of(self, entry: Entry) -> int:
        """Return the number of the team whose things an entry changes, 0 for a person's own."""
        fields = entry["fields"]
        met = self.goals.get(fields["target"], 0) if entry["verb"] == "meet_goal" else 0
        return int(fields.get("team", met))

    @property
    def audience(self) -> tuple[str, str, str] | None:
        """Return who sees what a team logs, None for what a person does."""
        return ("team", ":", str(self.owner)) if self.owner else None

    @property
    def took_along(self) -> bool:
        """Return whether they left the brief team and made private what it had seen."""
        return self.change is not None and self.change["how"] == "left"

    def wins_of_met(self) -> set[str]:
        """Return the ids of the wins that a team's goals have become."""
        met = self.left("meet_goal").values() if self.owner else ()
        said = {(one["fields"]["target"], one["fields"].get("period", "")) for one in met}
        return {str(uuid.uuid5(uuid.UUID(goal), f"met {period}")) for goal, period in said}

    def names_brief(self, said: object) -> bool:
        """Return whether this value shows a win to the brief team."""
        return bool(self.brief) and said == f"team:{self.brief}"

    def says_brief(self, win_id: str) -> list[Entry]:
        """Return the entries that show a win of a person's own to the brief team."""
        said = (one for one in self._of("log_win", "edit_win") if self._win_of(one) == win_id)
        return [one for one in said if self.names_brief(one["fields"].get("visibility"))]

    def wins_for_brief(self) -> set[str]:
        """Return the ids of all wins that somebody showed to the brief team."""
        said = self._of("log_win", "edit_win")
        return {self._win_of(e) for e in said if self.names_brief(e["fields"].get("visibility"))}

    def words_of(self, win_id: str) -> set[str]:
        """Return all words that a win ever had."""
        said = (one for one in self._of("log_win", "edit_win") if self._win_of(one) == win_id)
        return {one["fields"]["what"] for one in said if "what" in one["fields"]}

    def is_late(self, entry_id: str) -> bool | None:
        """Return whether an entry came after its person had left the brief team, None: unknown.

        The time of an edit is that of the later of it and its win.
        """
        if self.change is None:
            return False
        entry = self.entries[entry_id]
        both = [self.times.get(one, (0, 0)) for one in {entry_id, self._win_of(entry)}]
        if any(sent > self.change["done"] for sent, _ in both):
            return True
        return False if all(0 < stored < self.change["tried"] for _, stored in both) else None

    def _win_of(self, entry: Entry) -> str:
        return str(entry["fields"]["target"] if entry["verb"] == "edit_win" else entry["id"])

    def _of(self, *verbs: str) -> Iterable[Entry]:
        own = (one for one in self._taken() if self.team_of(one) == self.owner)
        return (entry for entry in own if entry["verb"] in verbs)

    def _taken(self) -> Iterable[Entry]:
        return (entry for entry in self.entries.values() if entry["id"] not in self.refused)

    def _values(self, entry: Entry) -> Iterable[GivenValue]:
        at = None if self.has_wrong_clock(entry) else entry["at"]
        for name, value in entry["fields"].items():
            if name != "target":
                text = encoded(**value) if name == "happened" else str(value)
                yield GivenValue(name, text, at, entry["id"])


def stories(told: dict[str, Any], start: int) -> dict[str, Story]:
    """Return the story of each person, by key, from what their phones reported."""
    teams = told["teams"]
    goals = dict.fromkeys(teams["goals"], teams["steady"])
    known: dict[str, Story] = {}
    for phone in told["phones"]:
        person = phone["person"]
        new = Story(start=start, goals=goals, brief=teams["brief"], times=told["times"])
        story = known.setdefault(person, new)
        story.change = teams["changes"].get(person)
        for line in phone["journal"]:
            entry = line["entry"]
            (story.poison if line["poison"] else story.entries)[entry["id"]] = entry
        refused = {one["id"] for one in phone["kept"] if one["state"] == "refused"}
        story.refused |= refused & story.entries.keys()
    return known


def stories_of_teams(
    told: dict[str, Any], people: Mapping[str, Story], start: int
) -> dict[int, Story]:
    """Return the story of each team, by its number: what all of its people did for it."""
    teams = told["teams"]
    goals = dict.fromkeys(teams["goals"], teams["steady"])
    found = {
        team: Story(start=start, owner=team, goals=goals)
        for team in (teams["steady"], teams["brief"])
    }
    for key, person in people.items():
        number = told["numbers"][key]
        for story in found.values():
            story.entries |= person.entries
            story.refused |= person.refused
            story.authors |= dict.fromkeys(person.entries, number)
    return found


def encoded(at: int, offset: int, zone: str) -> str:
    """Return a moment as the history of a field stores it."""
    return f"{at} {offset} {zone}"


def day_of(at: int, offset: int) -> str:
    """Return the ISO day that a moment counts for."""
    local = datetime.fromtimestamp(at / 1000, UTC) + timedelta(minutes=offset - DAY_START)
    return local.date().isoformat()


def _when(entry: Entry) -> dict[str, int]:
    return {"at": entry["at"], "offset": entry["offset"]}
