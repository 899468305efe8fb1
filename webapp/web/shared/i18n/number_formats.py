"""How each language writes numbers, from CLDR."""

from functools import lru_cache

from babel import Locale
from flask import request

from webapp.catalogues import LANGUAGES
from webapp.rules.shared.number_formats import MINUS, NumberFormat
from webapp.web.shared.i18n.language import language

MIN_GROUPING = {"es": 2}  # it is in CLDR, and Babel does not read it
FIELD = "numbers_in"  # templates/shared/_numbers_in.html


@lru_cache(maxsize=16)
def format_in(language: str) -> NumberFormat:
    """Return how a language writes numbers, with Western digits."""
    symbols = Locale.parse(language).number_symbols["latn"]
    direction_mark = symbols["minusSign"].removesuffix("-")
    return NumberFormat(
        decimal=symbols["decimal"],
        group=symbols["group"],
        min_grouping=MIN_GROUPING.get(language, 1),
        minus=direction_mark + MINUS,
    )


def page_format() -> NumberFormat:
    """Return how the page is written on which the numbers of this request were typed.

    The form says its language: the switch may have been used in another tab meanwhile.
    """
    said = request.form.get(FIELD, "")
    return format_in(said if said in LANGUAGES else language())
