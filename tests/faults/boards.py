"""Whether the boards of teams are what they have to be, and who was told of a win that fell back.

A board has a row for each win that is shown on it, and no other. A win that was shown to a team
too late is private, and its owner is told of it once.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tests.faults.findings import Finding
from tests.faults.model import Entry, Story
from tests.faults.rows import Holding, Row

SHOWN = (
    *("happened", "day", "offset", "zone", "kind", "what", "impact", "next_step"),
    *("evidence", "moves", "visibility"),
)
BETWEEN = " · "  # the words of wins in one notice
MOST_NOTICES = 30


class Mentions(NamedTuple):
    """How often a win has to be named in notices, at least and at most."""

    least: int = 0
    most: int = 0

    def plus(self, other: "Mentions") -> "Mentions":
        """Return both together."""
        return Mentions(self.least + other.least, self.most + other.most)


ONCE, NEVER, PERHAPS = Mentions(1, 1), Mentions(), Mentions(0, 1)


def judge_boards(held: dict[str, Holding], boards: Iterable[Row]) -> Iterator[Finding]:
    """Return how the rows of all boards differ from the wins that are shown on them."""
    due = {
        (win["team_id"], win["person_id"], win["id"]): win
        for one in held.values()
        for win in one.wins.values()
        if win["visibility"] != "private" and win["team_id"] is not None
    }
    stored = {(row["team_id"], row["person_id"], row["win"]): row for row in boards}
    yield from (Finding("lost", f"no row on a board of {one}") for one in due.keys() - stored)
    yield from (Finding("shown", f"a row on a board of {one}") for one in stored.keys() - due)
    for key in due.keys() & stored.keys():
        for name in SHOWN:
            if due[key][name] != stored[key][name]:
                says = f"{name} of {key} is {stored[key][name]!r} on its board"
                yield Finding("order", f"{says}, not {due[key][name]!r}")


def judge_fallen(story: Story, held: Holding) -> Iterator[Finding]:
    """Return what is wrong with a person's wins for the team that they are not in any more."""
    yield from _shown_too_late(story, held)
    if story.change is None:
        return
    named, more, full = _named(held.notices)
    due = {one: _mentions(story, one, held) for one in story.wins_for_brief()}
    for words in named.keys() - {word for one in due for word in story.words_of(one)}:
        yield Finding("untold", f"a notice about {words}")
    for one, mentions in due.items():
        times = sum(named[words] for words in story.words_of(one))
        least = 0 if more or full else mentions.least
        if not least <= times <= mentions.most:
            yield Finding("untold", f"win {one} is named {times} times in notices, not {mentions}")
    yield from _kinds(story, held)


def judge_refusals(story: Story) -> Iterator[Finding]:
    """Return what of a person was refused although it came in time, or taken although it did not.

    That is a win of the team's own. An undo of one is refused only with the win stored; a win that
    was taken back before it came counts as seen, whenever that is.
    """
    for entry in story.entries.values():
        if entry["verb"] == "recognise":
            continue  # thanks.py
        refused, late = entry["id"] in story.refused, story.is_late(entry["id"])
        if late and not refused and entry["id"] in story.undone:
            continue
        if story.team_of(entry) == story.brief and late is not None and refused != late:
            yield Finding("shown" if late else "untraced", f"{entry['id']} was {refused=}")
        elif refused and not _may_be_refused(story, entry):
            yield Finding("untraced", f"{entry['verb']} {entry['id']} was refused")


def _may_be_refused(story: Story, entry: Entry) -> bool:
    if story.change is None:
        return False
    if entry["verb"] == "undo":
        target = story.entries.get(entry["fields"]["target"])
        if target and target["verb"] == "recognise":
            return False  # also whoever has left takes back what they gave
        return bool(target) and story.team_of(target) == story.brief
    return story.team_of(entry) == story.brief


def _shown_too_late(story: Story, held: Holding) -> Iterator[Finding]:
    for win in held.wins.values():
        if win["team_id"] != story.brief:
            continue
        if story.took_along:
            yield Finding("shown", f"win {win['id']} is still on the board")
        elif all(story.is_late(one["id"]) for one in story.says_brief(win["id"])):
            yield Finding("shown", f"win {win['id']} is on the board that was left before")


def _mentions(story: Story, win_id: str, held: Holding) -> Mentions:
    said = story.says_brief(win_id)
    if win_id not in held.wins:
        return Mentions(0, len(said))  # it was taken back; what was told stays
    values = {
        row["entry"]: row["value"]
        for row in held.revisions
        if (row["target"], row["field"]) == (win_id, "visibility")
    }
    stands = held.wins[win_id]["visibility"]
    found = NEVER
    for entry in said:
        found = found.plus(_of_entry(story, entry, values.get(entry["id"], stands)))
    return found


def _of_entry(story: Story, entry: Entry, value: str) -> Mentions:
    if value != "private":
        return NEVER
    if entry["verb"] == "edit_win" or not story.took_along:
        return ONCE
    # It fell back, or was made private by leaving.
    late = story.is_late(entry["id"])
    return PERHAPS if late is None else ONCE if late else NEVER


def _named(notices: Iterable[Row]) -> tuple[Counter[str], bool, bool]:
    # The words that notices name, whether they leave out any, and whether some notices went.
    about = [row["about"].split(BETWEEN) for row in notices if row["kind"] == "win_private"]
    words = Counter(word for some in about for word in some)
    more = [word for word in words if word.startswith("+")]
    for word in more:
        del words[word]
    return words, bool(more), len(about) >= MOST_NOTICES


def _kinds(story: Story, held: Holding) -> Iterator[Finding]:
    others = ("win_private", "thanked", "thanks_kept_back")
    kinds = Counter(row["kind"] for row in held.notices if row["kind"] not in others)
    due = Counter([story.change["told"]] if story.change and story.change["told"] else [])
    if kinds != due and len(held.notices) < MOST_NOTICES:
        yield Finding("untold", f"told of {dict(kinds)}, not {dict(due)}")
