"""Equal wins of a record as one: what was done several times is said once (R45)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from webapp.domain.insights.exhibits import Exhibit
from webapp.rules.shared.folding import folded


@dataclass(frozen=True, slots=True)
class RepeatedChange:
    """What wins with the same words changed, and on which days, newest first.

    newest: the last of them; the others changed the same.
    """

    newest: Exhibit
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """Wins with the same words, which are one or more.

    ids: of all of them. lines: one for each thing that they changed, the last first.
    """

    what: str
    ids: tuple[str, ...]
    lines: tuple[RepeatedChange, ...]

    @property
    def newest(self) -> Exhibit:
        """The last of them."""
        return self.lines[0].newest


def repeats_of(exhibits: Iterable[Exhibit]) -> tuple[Repeated, ...]:
    """Return exhibits, newest first, with those of the same words as one, where the newest is."""
    alike: dict[str, list[Exhibit]] = {}
    for exhibit in exhibits:
        alike.setdefault(" ".join(folded(exhibit.what).split()), []).append(exhibit)
    return tuple(
        Repeated(own[0].what, tuple(one.id for one in own), _lines(own)) for own in alike.values()
    )


def _lines(exhibits: list[Exhibit]) -> tuple[RepeatedChange, ...]:
    changed: dict[object, list[Exhibit]] = {}
    for one in exhibits:
        key = (folded(one.impact), one.change, one.evidence, one.objectives)
        changed.setdefault(key, []).append(one)
    return tuple(RepeatedChange(own[0], tuple(one.day for one in own)) for own in changed.values())
