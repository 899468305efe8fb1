"""What a person's name, address and password can be."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from webapp.rules.account.addresses import LONGEST_EMAIL, folded_email
from webapp.rules.account.common_passwords import is_common
from webapp.rules.account.own_words import is_own_words
from webapp.rules.shared.moments import is_zone
from webapp.rules.shared.numbers import read_whole
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.shared.text import clean_text
from webapp.rules.shared.workdays import MONDAY_TO_FRIDAY, WorkingWeek

SHORTEST_PASSWORD = 8
LONGEST_PASSWORD = 512  # characters; argon2 would take more, a request should not
LONGEST_NAME = 100
DAY_STARTS = range(0, 12 * 60 + 1, 60)
EMAIL = re.compile(r"[^@\s]+@[^@\s]+")


class SignUpMode(StrEnum):
    """Who may create an account on this server, as the operator set it."""

    OPEN = "open"
    LINK = "link"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Checked values of a sign-up; email: folded, so that one address has one account."""

    name: str
    email: str
    password: str
    time_zone: str
    week: WorkingWeek = MONDAY_TO_FRIDAY


def parse_new_person(
    name: object,
    email: object,
    password: object,
    zone: object,
    week: WorkingWeek = MONDAY_TO_FRIDAY,
) -> NewPerson:
    """Return the person with these values, or raise Invalid with all problems at once."""
    problems: list[Problem] = []
    named = _name(name, problems)
    address = checked_email("email", email, problems)
    secret = checked_password("password", password, problems, (named, address))
    if problems:
        raise Invalid(*problems)
    return NewPerson(named, address, secret, known_or_utc(zone), week)


def checked_email(field: str, value: object, problems: list[Problem]) -> str:
    """Return `value` as a folded address; add what is wrong with it to `problems`."""
    given = _text(field, value, LONGEST_EMAIL, N_("Enter your e-mail address."), problems)
    email = folded_email(given)
    if given and (not EMAIL.fullmatch(email) or len(email) > LONGEST_EMAIL):
        problems.append(Problem(field, N_("Enter an address like name@example.org.")))
    return email


def checked_password(
    field: str, value: object, problems: list[Problem], known: Iterable[str]
) -> str:
    """Return `value` as a password is stored; add what is wrong with it to `problems`.

    known: the person's name and address.
    """
    password = password_forms(value)[0] if isinstance(value, str) else ""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        problems.append(
            Problem(
                field,
                N_("Choose a password of %(shortest)s to %(longest)s characters."),
                {"shortest": SHORTEST_PASSWORD, "longest": LONGEST_PASSWORD},
            )
        )
    elif is_common(password):
        problems.append(
            Problem(field, N_("Many people use this password. Choose one that nobody would guess."))
        )
    elif is_own_words(password, known):
        problems.append(
            Problem(
                field,
                N_(
                    "This is little more than your name, your e-mail or the name of the app."
                    " Choose one that nobody would guess."
                ),
            )
        )
    return password


def password_forms(password: str) -> tuple[str, ...]:
    """Return the spellings of a password that may be stored, first the one of new passwords.

    Keyboards write é as one character or as two; a password set on one is typed on another (RFC
    8265, 4.2.1). Versions before 0.2.0 stored it as typed.
    """
    composed, apart = (unicodedata.normalize(form, password) for form in ("NFC", "NFD"))
    return tuple(dict.fromkeys((composed, password, apart)))


def parse_day_start(value: object) -> int:
    """Return the start of a day in minutes after midnight: a whole hour from 0 to 12; Invalid."""
    minutes = read_whole(value, DAY_STARTS) if isinstance(value, str) else None
    if minutes is None:
        raise Invalid(Problem("day_start", N_("Choose an hour from midnight to noon.")))
    return minutes


def known_or_utc(zone: object) -> str:
    """Return `zone` if it is the name of an IANA time zone or an offset, else "UTC"."""
    return str(zone) if is_zone(zone) else "UTC"


def _name(value: object, problems: list[Problem]) -> str:
    return _text("name", value, LONGEST_NAME, N_("Enter your name."), problems)


def _text(field: str, value: object, longest: int, missing: str, problems: list[Problem]) -> str:
    try:
        text = clean_text(field, value or "", longest=longest)
    except Invalid as invalid:
        problems.extend(invalid.problems)
        return ""
    if not text:
        problems.append(Problem(field, missing))
    return text
