"""What the kinds of win are called."""

from collections.abc import Mapping
from functools import lru_cache

from flask_babel import gettext

from webapp.rules.capture.fields import KINDS
from webapp.web.shared.i18n.language import language


def kind_name(kind: str) -> str:
    """Return the name of a kind of win in the language of this request, "" for another kind."""
    return _names(language()).get(kind, "")


def kind_names() -> tuple[str, ...]:
    """Return the names of all kinds of win in the language of this request."""
    return tuple(_names(language()).values())


@lru_cache(maxsize=16)
def _names(_language: str) -> Mapping[str, str]:
    # Translated once for each language: every row of a list names its kind.
    return {kind: gettext(name) for kind, name in KINDS.items()}
