"""Which text can be stored: one validator for forms, the outbox and imports."""

import re
import unicodedata

from webapp.rules.shared.problems import N_, Invalid, Problem

LONGEST_TEXT = 2000  # characters, R17
# Control characters but newline and tab, and lone surrogates.
UNSTORABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# Presentations paste a vertical tab for a new line, documents a form feed for a new page.
BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# What String.trim() of a browser takes off, so that the phone shows what is stored.
BLANKS = (
    "\t\n\v\f\r \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
UNSEEN_KINDS = frozenset("ZCM")  # first letters of categories: separators, controls, marks
SEEN_KINDS = frozenset({"Cn", "Co"})  # newer than this Python's Unicode, or of a font of its own
# Letters and signs that are drawn as nothing: Hangul fillers, empty Braille, an empty note.
UNSEEN = frozenset("\u115f\u1160\u3164\uffa0\u2800\U0001d159")

TOO_LONG = N_("This has %(length)s characters; shorten it to %(longest)s.")
NOT_STORABLE = N_("This holds characters that cannot be stored; remove them.")


def clean_text(field: str, value: object, *, longest: int = LONGEST_TEXT) -> str:
    """Return `value` as `tidy` has it, or raise Invalid.

    Refuses what one of the two engines cannot store (NUL and other control characters, lone
    surrogates) so that no entry can be stored on SQLite and fail on PostgreSQL.
    """
    if not isinstance(value, str):
        raise Invalid(Problem(field, N_("This must be text.")))
    text = _without_blanks(value)
    if len(text) > longest:
        raise Invalid(Problem(field, TOO_LONG, {"length": len(text), "longest": longest}))
    if UNSTORABLE.search(text):
        raise Invalid(Problem(field, NOT_STORABLE))
    return text if has_words(text) else ""


def tidy(text: str) -> str:
    """Return `text` with each break as a newline, without outer blanks; "" if nothing is seen.

    static/js/page/shared/texts.js does the same; tests/texts.json has cases for both.
    """
    plain = _without_blanks(text)
    return plain if has_words(plain) else ""


def has_words(text: str) -> bool:
    """Return whether `text` has a character that is seen by itself.

    Blanks, marks of direction, joiners, lone accents and fillers are not.
    """
    return any(_seen(character) for character in text)


def _without_blanks(text: str) -> str:
    return BREAK.sub("\n", text).strip(BLANKS)


def _seen(character: str) -> bool:
    category = unicodedata.category(character)
    return character not in UNSEEN and (category in SEEN_KINDS or category[0] not in UNSEEN_KINDS)
