"""The options in the form of a win: areas, objectives, goals and indicators."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from webapp.domain.account.acting import Acting
from webapp.rules.capture.audiences import ONLY_ONESELF
from webapp.rules.shared.folding import folded
from webapp.rules.shared.ids import id_of_team
from webapp.rules.shared.numbers import signs_of
from webapp.rules.teams.offering import objectives_offered
from webapp.rules.teams.sharing import audiences_offered
from webapp.storage.goals.options import option_rows, option_rows_with_news

ONLY_YOU = (ONLY_ONESELF, "")  # its label is of the app
Option = tuple[str, str]  # value, label; an area is its own value
# kind, id, name, unit, nothing; of a team its organisation and what it offers
OptionRow = tuple[str, str, str, str, str]


class News(NamedTuple):
    """What a person was told of a team. kind, about: as in rules/teams/notices.py."""

    kind: str
    team_name: str
    about: str


@dataclass(frozen=True, slots=True)
class Options:
    """The options of each field: areas in the person's order, the others by name.

    objectives: one's own before those that one's teams offer.

    signs: for per cent or of currencies that numbers of an indicator may have, by its id; any if
    it is not among them. audiences: who may see a win, ONLY_YOU first; empty for a person in no
    team, unless one that they have left still shows a win of theirs: they can take it back.
    """

    areas: tuple[Option, ...] = ()
    objectives: tuple[Option, ...] = ()
    goals: tuple[Option, ...] = ()
    indicators: tuple[Option, ...] = ()
    signs: Mapping[str, str] = field(default_factory=dict)
    audiences: tuple[Option, ...] = ()
    news: tuple[News, ...] = ()


def options_of(acting: Acting, *, news: bool = False) -> Options:
    """Return what a win can be linked to: goals that are not over, objectives not dropped.

    news: also what the person was told last of their teams, for Today, which has six queries.
    """
    read = option_rows_with_news if news else option_rows
    rows: list[OptionRow] = read(owner=acting.owner)
    return Options(
        areas=tuple((area, area) for area in acting.areas.splitlines()),
        objectives=(*_by_name(rows, "objective"), *_of_teams(rows)),
        goals=_by_name(rows, "goal"),
        indicators=_by_name(rows, "indicator"),
        signs=_signs(rows),
        audiences=_audiences(rows),
        news=tuple(News(kind, name, about) for at, kind, name, about, _ in rows if at == "news"),
    )


def _audiences(rows: Iterable[OptionRow]) -> tuple[Option, ...]:
    teams = [
        (name, id_of_team(int(value)), unit)
        for kind, value, name, unit, _ in rows
        if kind == "team"
    ]
    if not teams and not any(kind == "former team" for kind, *_ in rows):
        return ()
    return (
        ONLY_YOU,
        *audiences_offered(sorted(teams, key=lambda team: (folded(team[0]), team[1]))),
    )


def _of_teams(rows: Iterable[OptionRow]) -> tuple[Option, ...]:
    offered = objectives_offered((name, text) for kind, _, name, _, text in rows if kind == "team")
    return tuple(sorted(offered, key=lambda option: folded(option[1])))


def _by_name(rows: Iterable[OptionRow], wanted: str) -> tuple[Option, ...]:
    # A draft may have no words yet; nobody could tell which one it is.
    named = [(value, name) for kind, value, name, *_ in rows if kind == wanted and name]
    return tuple(sorted(named, key=lambda option: folded(option[1])))


def _signs(rows: Iterable[OptionRow]) -> dict[str, str]:
    known = ((value, signs_of(unit)) for kind, value, _, unit, _ in rows if kind == "indicator")
    return {value: signs for value, signs in known if signs is not None}
