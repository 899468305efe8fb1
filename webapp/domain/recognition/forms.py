"""What the form for thanks offers: wins of mates, values, and what is filled in."""

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.domain.recognition.judging import light_of
from webapp.domain.recognition.values import Value, values_of
from webapp.domain.teams.acting import ARCHIVED
from webapp.rules.recognition.recognitions import Citation, Copy, filled_in
from webapp.rules.shared.ids import PersonId, TeamId
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.teams.boards import TimeSpan, Wanted
from webapp.storage.account.teams import team_row
from webapp.storage.recognition.copies import copies_of
from webapp.storage.recognition.recognitions import Recognition
from webapp.storage.teams.boards import row_on_board, rows_of_board
from webapp.storage.teams.memberships import mates_of
from webapp.storage.teams.shared_wins import SharedWin

OFFERED = 30  # of the newest wins on the board


@dataclass(frozen=True, slots=True)
class OfferedWin:
    """A mate's win that can be thanked for. cites: as an entry names it. words: what it says."""

    cites: str
    name: str
    what: str
    impact: str
    words: str


@dataclass(frozen=True, slots=True)
class ThanksForm:
    """What a form for thanks in a team offers.

    chosen, others: wins. achieved: what is filled in. light: only quick wins without an indicator
    or a goal met are chosen. value: the id of the one that the giver named last, "" for none.
    """

    team: TeamId
    team_name: str
    chosen: tuple[OfferedWin, ...]
    others: tuple[OfferedWin, ...]
    achieved: str
    light: bool
    values: tuple[Value, ...]
    value: str

    @property
    def names(self) -> tuple[str, ...]:
        """Whom the chosen wins are of."""
        return tuple(dict.fromkeys(one.name for one in self.chosen))


def thanks_form(team: TeamId, giver: PersonId, wanted: Sequence[Citation]) -> ThanksForm:
    """Return the form for thanks for these wins, of which only those count that can be thanked for.

    NotFound: there is no such team. Invalid: it is archived.
    """
    row = team_row(team)
    if row is None:
        raise NotFound
    if row.archived is not None:
        raise Invalid(ARCHIVED)
    names = _mates(team, giver)
    chosen = [win for one in wanted if one.person in names for win in _on_board(team, one)]
    values = tuple(values_of(team))
    return ThanksForm(
        team,
        row.name,
        tuple(_offered(win, names) for win in chosen),
        tuple(_offered(win, names) for win in _others(team, chosen, names)),
        filled_in((chosen[0].what, chosen[0].impact)) if chosen else "",
        bool(chosen) and all(light_of(win) for win in chosen),
        values,
        _last_value(giver, team, values),
    )


def _mates(team: TeamId, giver: PersonId) -> dict[int, str]:
    """Return the names of those in a team whom a member can thank, by their numbers."""
    here = {person: name for person, name, left in mates_of(team) if left is None}
    return {person: name for person, name in here.items() if person != giver}


def _others(team: TeamId, chosen: Sequence[SharedWin], names: dict[int, str]) -> list[SharedWin]:
    newest = rows_of_board(team, Wanted(), TimeSpan(), None).limit(OFFERED)
    taken = {(win.person_id, win.win) for win in chosen}
    return [
        win for win in newest if win.person_id in names and (win.person_id, win.win) not in taken
    ]


def _on_board(team: TeamId, one: Citation) -> list[SharedWin]:
    row = row_on_board(team, one.person, one.win)
    return [row] if row else []


def _offered(win: SharedWin, names: dict[int, str]) -> OfferedWin:
    words = " ".join((win.what, win.impact, win.next_step))
    cites = f"{win.person_id}/{win.win}"
    return OfferedWin(cites, names[win.person_id], win.what, win.impact, words)


def _last_value(giver: PersonId, team: TeamId, values: Sequence[Value]) -> str:
    named = copies_of(giver, Copy.GIVEN).where(Recognition.for_team == team)
    last = named.where(Recognition.value != "").first() if values else None
    return next((one.id for one in values if last and one.name == last.value), "")
