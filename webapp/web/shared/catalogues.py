"""Catalogues: the sentences of each language, read from webapp/translations and kept.

A language is a folder there with LC_MESSAGES/messages.po, read as it is: there is nothing to
compile and nothing that could be out of date. English is the language of the source.
"""

from functools import cache
from io import BytesIO

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from webapp.paths import TRANSLATIONS

SOURCE = "en"
LANGUAGES = (SOURCE, *sorted(path.parts[-3] for path in TRANSLATIONS.glob("*/*/messages.po")))
MOST_DIFFERENT = 200  # below it, every category of plurals of every language has come up


@cache
def catalogue_of(language: str) -> NullTranslations:
    """The sentences of one of LANGUAGES; of the source language, each is its own."""
    if language == SOURCE:
        return NullTranslations()
    path = TRANSLATIONS / language / "LC_MESSAGES/messages.po"
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(path.read_bytes()), locale=language))
    compiled.seek(0)
    return Translations(compiled)


@cache
def direction_of(language: str) -> str:
    """Where lines of this language go: "ltr" or "rtl"."""
    return Locale.parse(language).text_direction


@cache
def name_of(language: str) -> str:
    """What the language calls itself."""
    name = Locale.parse(language).get_display_name() or language
    return name[0].upper() + name[1:]


@cache
def counts_of(language: str) -> dict[str, int]:
    """For each category of plurals of CLDR the first number that it is used for."""
    plural = Locale.parse(language).plural_form
    firsts: dict[str, int] = {}
    for number in range(MOST_DIFFERENT):
        firsts.setdefault(plural(number), number)
    return firsts
