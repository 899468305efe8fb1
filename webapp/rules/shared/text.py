"""Which text can be stored: one validator for forms, the outbox and imports."""

import unicodedata

from webapp.rules.shared.problems import N_, Invalid, Problem

LONGEST_TEXT = 2000  # characters, R17
ALLOWED_CONTROLS = frozenset("\n\t")


def clean_text(field: str, value: object, *, longest: int = LONGEST_TEXT) -> str:
    """Return `value` without outer blanks, or raise Invalid.

    Refuses what one of the two engines cannot store (NUL and other control characters, lone
    surrogates) so that no entry can be stored on SQLite and fail on PostgreSQL.
    """
    if not isinstance(value, str):
        raise Invalid(Problem(field, N_("This must be text.")))
    text = value.replace("\r\n", "\n").strip()
    if len(text) > longest:
        raise Invalid(
            Problem(
                field,
                N_("This has %(length)s characters; shorten it to %(longest)s."),
                {"length": len(text), "longest": longest},
            )
        )
    if any(_unstorable(character) for character in text):
        raise Invalid(
            Problem(field, N_("This holds characters that cannot be stored; remove them."))
        )
    return text


def folded(text: str) -> str:
    """Return `text` as searches compare it: in lower case, each accent in one form.

    Both engines compute the same (storage/capture/searches.py).
    """
    return unicodedata.normalize("NFC", text).lower()


def _unstorable(character: str) -> bool:
    category = unicodedata.category(character)
    return category == "Cs" or (category == "Cc" and character not in ALLOWED_CONTROLS)
