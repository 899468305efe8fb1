"""What has to be stored, worked out from what the phones recorded and from nothing else.

Written again on purpose, without the rules of the app: a mistake in both would show nothing.
"""

from collections import defaultdict
from collections.abc import Iterable
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
    """Everything that one person did, on all their phones."""

    entries: dict[str, Entry] = field(default_factory=dict)
    poison: dict[str, Entry] = field(default_factory=dict)
    start: int = 0

    @property
    def undone(self) -> set[str]:
        """Return the ids of what was taken back."""
        return {entry["fields"]["target"] for entry in self._of("undo")}

    @property
    def receipts(self) -> set[str]:
        """Return the ids for which the server must have a receipt."""
        return {*self.entries, *self.undone}

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

    def _of(self, *verbs: str) -> Iterable[Entry]:
        return (entry for entry in self.entries.values() if entry["verb"] in verbs)

    def _values(self, entry: Entry) -> Iterable[GivenValue]:
        at = None if self.has_wrong_clock(entry) else entry["at"]
        for name, value in entry["fields"].items():
            if name != "target":
                text = encoded(**value) if name == "happened" else str(value)
                yield GivenValue(name, text, at, entry["id"])


def stories(told: list[dict[str, Any]], start: int) -> dict[str, Story]:
    """Return the story of each person, by key, from what their phones reported."""
    known: dict[str, Story] = defaultdict(lambda: Story(start=start))
    for phone in told:
        for line in phone["journal"]:
            story, entry = known[phone["person"]], line["entry"]
            (story.poison if line["poison"] else story.entries)[entry["id"]] = entry
    return known


def encoded(at: int, offset: int, zone: str) -> str:
    """Return a moment as the history of a field stores it."""
    return f"{at} {offset} {zone}"


def day_of(at: int, offset: int) -> str:
    """Return the ISO day that a moment counts for."""
    local = datetime.fromtimestamp(at / 1000, UTC) + timedelta(minutes=offset - DAY_START)
    return local.date().isoformat()


def _when(entry: Entry) -> dict[str, int]:
    return {"at": entry["at"], "offset": entry["offset"]}
