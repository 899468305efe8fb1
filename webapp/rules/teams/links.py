"""Read-only links: what one is made for, and how many there can be (R32)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from webapp.rules.shared import fields as of
from webapp.rules.shared.ids import parse_id
from webapp.rules.shared.problems import N_, Invalid, Problem

MOST_LINKS = 20  # of one owner
MOST_CHOSEN = 50  # wins of one link
LONGEST_TITLE = 100
TITLE = of.line(LONGEST_TITLE)
TOO_MANY_LINKS = Problem("title", N_("There are 20 links. Revoke one, then make another."))
UNNAMED = Problem("title", N_("Give it a name of a few words."))
NOTHING = Problem("wins", N_("Choose an objective, or at least one win."))
TOO_MANY_CHOSEN = Problem("wins", N_("Choose at most 50 wins."))
NO_OBJECTIVE = Problem("objective", N_("Choose an objective that is there."))


@dataclass(frozen=True, slots=True)
class LinkFields:
    """What a link is made for. objective: an id, or "". title: "" with an objective. wins: ids."""

    objective: str
    title: str
    wins: tuple[str, ...]


def parse_link(form: Mapping[str, object], wins: Sequence[str]) -> LinkFields:
    """Return what a form says of a link, or raise Invalid."""
    objective = str(form.get("objective") or "")
    if objective:
        parse_id("objective", objective)
    title = "" if objective else str(TITLE.check("title", form.get("title") or ""))
    chosen = tuple(dict.fromkeys(parse_id("wins", win) for win in wins if win))
    problems = _problems(LinkFields(objective, title, chosen))
    if problems:
        raise Invalid(*problems)
    return LinkFields(objective, title, chosen)


def _problems(fields: LinkFields) -> list[Problem]:
    found = []
    if not fields.objective and not fields.title:
        found.append(UNNAMED)
    if not fields.objective and not fields.wins:
        found.append(NOTHING)
    if len(fields.wins) > MOST_CHOSEN:
        found.append(TOO_MANY_CHOSEN)
    return found
