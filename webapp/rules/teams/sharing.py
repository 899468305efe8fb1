"""Who may see a win, judged by what its owner belongs to when it arrives (R31)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from webapp.rules.capture.audiences import PRIVATE, Audience, said_of
from webapp.rules.capture.fields import Visibility
from webapp.rules.shared.ids import TeamId

LONGEST_NAME = 36  # characters of a name in a list to choose from
STILL_SHOWN = "kept"  # in place of their default: they have left, and wins of theirs are there
ISOLATE, END = "\u2068", "\u2069"  # a name keeps its direction, and changes that of no other


class Belonging(NamedTuple):
    """What a person is to a team. left, archived: ms, or None; organisation: its name, or "".

    since: ms from which on "the organisation" is that one for them.
    """

    left: int | None
    archived: int | None
    organisation: str
    since: int = 0

    @property
    def is_open(self) -> bool:
        """Whether they may show it wins: they belong to it, and it is in use."""
        return self.left is None and self.archived is None

    def means_its_organisation(self, at: int) -> bool:
        """Return whether who said "the organisation" at that moment (ms) meant the one of now."""
        return self.organisation != "" and at >= self.since


def permitted(asked: Audience, belonging: Belonging | None, at: int) -> Audience:
    """Return who may see a win of which `asked` may: the team, no organisation, or nobody else.

    belonging: what its owner is to that team, None: they never were in it. at: ms, when its owner
    said so. A team in no organisation, or in another one by now, shows it to the team alone.
    """
    if not asked.is_shared:
        return asked
    if belonging is None or not belonging.is_open:
        return PRIVATE
    whole = asked.visibility == Visibility.ORGANISATION
    if whole and not belonging.means_its_organisation(at):
        return Audience(Visibility.TEAM, asked.team)
    return asked


def audiences_offered(teams: Iterable[tuple[str, TeamId, str]]) -> Iterator[tuple[str, str]]:
    """Yield (text of an audience, label) for each team, and for its organisation.

    teams: (name, number, name of its organisation or ""). Of two labels that are alike, the second
    says its number.
    """
    seen: set[str] = set()
    for name, number, organisation in teams:
        label = _short(name)
        if label in seen:
            label = f"{label} ({number})"
        seen.add(label)
        yield said_of(Audience(Visibility.TEAM, number)), label
        if organisation:
            whole = f"{label} + {_short(organisation)}"
            yield said_of(Audience(Visibility.ORGANISATION, number)), whole


def _short(name: str) -> str:
    cut = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
    return f"{ISOLATE}{cut}{END}"
