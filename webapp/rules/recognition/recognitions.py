"""What entries say to thank somebody for their wins (R33)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from webapp.rules.insights.similarity import words_of
from webapp.rules.shared import fields as of
from webapp.rules.shared.ids import UUID, PersonId, id_of_person
from webapp.rules.shared.problems import N_, Invalid, Problem

LONGEST = 280  # characters of both texts together
MOST_CITED = 10  # wins in one recognition
OWN_WORDS = 3  # in "why it matters", to the team

RECOGNISE = frozenset({"wins", "achieved", "matters", "value", "to_team"})
CITED = re.compile(rf"([1-9][0-9]{{0,8}})/({UUID.pattern})")
NO_WIN = Problem("wins", N_("Choose the win that you thank for."))
TOO_MANY = Problem("wins", N_("Choose at most ten wins."))
NO_WORDS = Problem("achieved", N_("Say in a few words what was achieved."))
NEEDS_WHY = Problem(
    "matters",
    N_("To the team, say why it matters in three words or more of your own, not from the win."),
)
ONESELF = Problem("wins", N_("This is your own win. Thanks are for others."))
NOT_SHARED = Problem("wins", N_("This win is no longer shared, so your thanks were not sent."))
HAVE_LEFT = Problem("wins", N_("They have left the team, so your thanks were not sent."))

_TEXT, _ID, _FLAG = of.text(LONGEST), of.one_id(), of.flag()


class Copy(StrEnum):
    """Whose copy of a recognition a row is; the values are stored."""

    GIVEN = "given"
    RECEIVED = "received"
    TEAM = "team"


class Wish(StrEnum):
    """What a member wants for thanks that are meant for the team, too; the values are stored."""

    UNASKED = ""
    PRIVATE = "private"
    TEAM = "team"


class Citation(NamedTuple):
    """A win, by the person who did it and its id."""

    person: PersonId
    win: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """New thanks. value: the id of one of the team's, or "". to_team: it may read them, too."""

    wins: tuple[Citation, ...]
    achieved: str
    matters: str
    value: str
    to_team: bool


def parse_recognition(fields: Mapping[str, Any], _received: int) -> Recognised:
    """Return the thanks in `fields` (see RECOGNISE), or raise Invalid.

    wins: a list of texts "person/id of the win".
    """
    wins = tuple(dict.fromkeys(_citations(fields.get("wins"))))
    achieved = str(_TEXT.check("achieved", fields.get("achieved", "")))
    matters = str(_TEXT.check("matters", fields.get("matters", "")))
    if not achieved:
        raise Invalid(NO_WORDS)
    if len(achieved) + len(matters) > LONGEST:
        raise Invalid(_too_long(len(achieved) + len(matters)))
    value = str(_ID.check("value", fields.get("value", "")))
    to_team = bool(_FLAG.check("to_team", fields.get("to_team", False)))
    return Recognised(wins, achieved, matters, value, to_team)


def citation_in(text: object) -> Citation | None:
    """Return the win that a text "person/id" names; None: it names none."""
    found = CITED.fullmatch(text) if isinstance(text, str) else None
    return Citation(id_of_person(int(found[1])), found[2]) if found else None


def own_words(text: str, wins: Iterable[str]) -> list[str]:
    """Return the words of `text` that are not among the words of the wins, each once."""
    theirs = {word for said in wins for word in words_of(said)}
    return [word for word in dict.fromkeys(words_of(text)) if word not in theirs]


def has_own_why(matters: str, wins: Iterable[str]) -> bool:
    """Return whether "why it matters" is enough for the team to read it."""
    return len(own_words(matters, wins)) >= OWN_WORDS


def filled_in(said: Sequence[str]) -> str:
    """Return what a form fills in as achieved, of the words of a win: what it says first.

    said: what was done, what it changed. What does not fit is left out at the end of a word.
    """
    text = " ".join(" – ".join(filter(None, said)).split())
    if len(text) <= LONGEST:
        return text
    cut = text[: LONGEST - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"


def _citations(given: object) -> Iterable[Citation]:
    if not isinstance(given, list) or not given:
        raise Invalid(NO_WIN)
    if len(given) > MOST_CITED:
        raise Invalid(TOO_MANY)
    for one in given:
        citation = citation_in(one)
        if citation is None:
            raise Invalid(NO_WIN)
        yield citation


def _too_long(length: int) -> Problem:
    says = N_("Both texts together have %(length)s characters; shorten them to %(longest)s.")
    return Problem("matters", says, {"length": length, "longest": LONGEST})
