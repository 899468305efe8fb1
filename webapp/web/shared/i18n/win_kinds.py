"""What the kinds of win are called."""

from functools import lru_cache

from flask_babel import gettext

from webapp.rules.capture.fields import KINDS


def kind_name(kind: str) -> str:
    """Return the name of a kind of win in the language of this request, "" for another kind."""
    return gettext(KINDS[kind]) if kind in KINDS else ""


@lru_cache(maxsize=16)
def kind_names(_language: str) -> tuple[str, ...]:
    """Return the names of all kinds of win, translated once for each language."""
    return tuple(kind_name(kind) for kind in KINDS)
