"""Whether thanks are with those who may read them, and nowhere else.

Whom thanks reach is judged when they arrive. Wins that are thanked for are never edited or taken
back, so that they are on their board from the moment they are stored until their owner leaves: what
was sent after the one and stored before the other reaches its receiver for sure, what was sent
after they had left never does, and in between it may go either way, but all copies agree.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.faults.findings import Finding
from tests.faults.model import Entry, Story
from tests.faults.rows import Copy, Holding, Key

MOST_NOTICES = 30


@dataclass(frozen=True)
class Cited:
    """A win that thanks name: whose it is, and what is known of it."""

    number: int
    win: str
    owner: Story
    counts: bool


@dataclass
class Given:
    """Thanks as one person gave them, and where they are; stories: by the number of a person."""

    entry: Entry
    giver: Story
    number: int
    stories: Mapping[int, Story]
    copies: Mapping[Key, Copy]

    @property
    def id(self) -> str:
        """The id of the entry."""
        return str(self.entry["id"])

    @property
    def team(self) -> int:
        """The number of the team."""
        return self.giver.team_of(self.entry)

    @property
    def wins(self) -> list[Cited]:
        """The wins that they name."""
        return [self._cited(one) for one in self.entry["fields"]["wins"]]

    @property
    def readers(self) -> list[int]:
        """The numbers of all who may have a copy."""
        return [self.number, self.team, *(cited.number for cited in self.wins)]

    def copy_of(self, owner: int) -> Copy | None:
        """Return the copy that this owner has of them."""
        return self.copies.get((owner, self.id))

    def reaches(self, one: Cited) -> bool | None:
        """Return whether they had to be given for a win, None where that is not known here."""
        sent, stored = self.giver.times.get(self.id, (0, 0))
        shown = self.giver.times.get(one.win, (0, 0))[1]
        both = (self.giver, one.owner)
        left = [story.change for story in both if story.change and self.team == story.brief]
        if any(sent > change["done"] for change in left):
            return False
        there = all(0 < stored < change["tried"] for change in left)
        return True if 0 < shown < sent and there else None

    def _cited(self, said: str) -> Cited:
        number, _, win = said.partition("/")
        owner = self.stories[int(number)]
        return Cited(int(number), win, owner, "objectives" in owner.entries[win]["fields"])


def judge_thanks(
    people: Mapping[str, Story],
    held: Mapping[str, Holding],
    copies: Mapping[Key, Copy],
    wanted: Iterable[int],
) -> Iterator[Finding]:
    """Return what is wrong with the copies of thanks, and with what people are told of them.

    wanted: the numbers of those who want that the steady team reads theirs.
    """
    numbers = {key: held[key].person["id"] for key in people}
    stories = {numbers[key]: story for key, story in people.items()}
    given = [
        Given(entry, story, numbers[key], stories, copies)
        for key, story in people.items()
        for entry in story.entries.values()
        if entry["verb"] == "recognise"
    ]
    known = {one.id: one for one in given}
    for (owner, thanks), copy in copies.items():
        if thanks not in known or not _may_have(known[thanks], owner, copy):
            yield Finding("shown", f"{owner} has a copy of thanks {thanks}")
    for one in given:
        yield from _judge(one, set(wanted))
    for key in people:
        yield from _told(numbers[key], given, held[key], people[key])


def _may_have(one: Given, owner: int, copy: Copy) -> bool:
    kinds = {one.number: "given", one.team: "team"} | {
        cited.number: "received" for cited in one.wins
    }
    return kinds.get(owner) == copy.row["kind"]


def _judge(one: Given, wanted: set[int]) -> Iterator[Finding]:
    if one.id in one.giver.undone:
        for owner in one.readers:
            if one.copy_of(owner):
                yield Finding("doubled", f"thanks {one.id} are taken back, and {owner} has them")
    else:
        yield from _stored(one, wanted)


def _stored(one: Given, wanted: set[int]) -> Iterator[Finding]:
    own, refused = one.copy_of(one.number), one.id in one.giver.refused
    if own is None and not refused:
        yield Finding("lost", f"no copy of thanks {one.id} for their giver")
    if refused and any(one.reaches(cited) for cited in one.wins):
        yield Finding("untraced", f"thanks {one.id} were refused, and reach somebody")
    for cited in one.wins:
        yield from _received(one, cited, own)
    yield from _read_by_team(one, wanted)
    for copy in filter(None, map(one.copy_of, one.readers)):
        yield from _words(one, copy)


def _received(one: Given, cited: Cited, own: Copy | None) -> Iterator[Finding]:
    key = (cited.number, cited.win)
    copy, reaches = one.copy_of(cited.number), one.reaches(cited)
    has, said = bool(copy and key in copy.cites), bool(own and key in own.cites)
    if has != said:
        yield Finding("lost", f"thanks {one.id} cite {key}: {has} for them, {said} for the giver")
    if reaches is False and has:
        yield Finding("shown", f"thanks {one.id} reach {key}, who had left")
    if reaches and not has:
        yield Finding("lost", f"thanks {one.id} do not reach {key}")


def _read_by_team(one: Given, wanted: set[int]) -> Iterator[Finding]:
    # Wins that count, of those who want it: what their copies say of each other was compared.
    due = {
        (cited.number, cited.win)
        for cited in one.wins
        if cited.counts and cited.number in wanted and one.team != one.giver.brief
        if (copy := one.copy_of(cited.number)) and (cited.number, cited.win) in copy.cites
    }
    if not one.entry["fields"]["to_team"]:
        due = set()
    copy = one.copy_of(one.team)
    cites = copy.cites if copy else set()
    for key in cites - due:
        yield Finding("shown", f"the team reads that thanks {one.id} are for {key}")
    for key in due - cites:
        yield Finding("lost", f"the team does not read that thanks {one.id} are for {key}")


def _words(one: Given, copy: Copy) -> Iterator[Finding]:
    fields = one.entry["fields"]
    due = {"giver_id": one.number, "for_team": one.team}
    due |= {name: fields[name] for name in ("achieved", "matters")}
    if not one.giver.has_wrong_clock(one.entry):
        due["at"] = one.entry["at"]
    for name, value in due.items():
        if copy.row[name] != value:
            yield Finding(
                "order", f"{name} of thanks {one.id} is {copy.row[name]!r}, not {value!r}"
            )


def _told(number: int, given: list[Given], held: Holding, story: Story) -> Iterator[Finding]:
    """Return whether somebody was told once for each team that they were thanked."""
    told: Counter[Any] = Counter(row["team_id"] for row in held.notices if row["kind"] == "thanked")
    due = {one.team for one in given if one.copy_of(number) and one.number != number}
    named = {one.team for one in given if number in {cited.number for cited in one.wins}}
    for team, times in told.items():
        if times > 1 or team not in named:
            yield Finding("untold", f"{number} was told {times} times of thanks in {team}")
    for team in due - told.keys() if len(held.notices) < MOST_NOTICES else ():
        yield Finding("untold", f"{number} was not told of thanks in {team}")
