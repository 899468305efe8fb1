"""Invitations: for how long they are valid, for how many people, and how their tokens look."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from webapp.rules.shared.ids import OwnerId
from webapp.rules.shared.numbers import read_whole
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.teams.teams import Place, parse_place

DAYS = (1, 7, 30)
USUAL_DAYS = 7
USES = (1, 10, 50, 200)
USUAL_USES = 10
MOST_INVITATIONS = 20  # of one team or organisation at once
TOO_MANY = Problem("days", N_("There are 20 invitations. Revoke one, then make another."))
NUMBER = re.compile("[1-9][0-9]{0,9}")
LARGEST = 2**31 - 1  # number that a database gives to a row
# The number of the team, and 256 bits. Those of operators, for signing up, are shorter.
TOKEN = re.compile(r"([1-9][0-9]{0,9})-[0-9a-f]{64}")
ADDRESS = re.compile(r"(?:.*/)?invitations/([^/?#\s]+)/?(?:[?#].*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose for a new invitation."""

    days: int = USUAL_DAYS
    uses: int = USUAL_USES
    place: Place = Place.MEMBER


def parse_choice(form: Mapping[str, object], places: tuple[Place, ...]) -> Choice:
    """Return what a form chose, or raise Invalid; what it does not say is the usual.

    places: those that the invitation can be for, the usual one first.
    """
    days = _one_of(form.get("days"), DAYS, USUAL_DAYS, "days")
    uses = _one_of(form.get("uses"), USES, USUAL_USES, "uses")
    return Choice(days, uses, parse_place(form.get("place") or places[0].value, places))


def owner_named_in(token: str) -> OwnerId | None:
    """Return the number of the team or organisation that a token invites into; None: it is none."""
    found = TOKEN.fullmatch(token)
    return owner_numbered(found[1]) if found else None


def owner_numbered(text: str) -> OwnerId | None:
    """Return the number of a team or organisation that a form says; None: it is none."""
    number = int(text) if NUMBER.fullmatch(text) else 0
    return OwnerId(number) if 0 < number <= LARGEST else None


def token_in(pasted: object) -> str:
    """Return the token in an address as somebody pasted it, or the text itself."""
    text = pasted.strip() if isinstance(pasted, str) else ""
    found = ADDRESS.fullmatch(text)
    return found[1] if found else text


def _one_of(value: object, choices: tuple[int, ...], usual: int, field: str) -> int:
    if value in (None, ""):
        return usual
    number = read_whole(value, range(1, max(choices) + 1)) if isinstance(value, str) else None
    if number not in choices:
        raise Invalid(Problem(field, N_("Choose one of the values.")))
    return number
