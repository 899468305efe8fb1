"""The translated sentences of each language, read from webapp/translations.

A language is a folder there with LC_MESSAGES/messages.po. The file is read as it is, so there is
nothing to compile and nothing that can be out of date. English is the language of the source.
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
MOST_DIFFERENT = 200  # every plural category of every language occurs below this number


@cache
def translations_of(language: str) -> NullTranslations:
    """Return the sentences of one of LANGUAGES; in the source language each is itself."""
    if language == SOURCE:
        return NullTranslations()
    path = TRANSLATIONS / language / "LC_MESSAGES/messages.po"
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(path.read_bytes()), locale=language))
    compiled.seek(0)
    return Translations(compiled)


@cache
def direction_of(language: str) -> str:
    """Return the direction of this language's lines: "ltr" or "rtl"."""
    return Locale.parse(language).text_direction


@cache
def name_of(language: str) -> str:
    """Return the language's name in the language itself."""
    name = Locale.parse(language).get_display_name() or language
    return name[0].upper() + name[1:]


@cache
def plural_examples(language: str) -> dict[str, int]:
    """Return the smallest number of each CLDR plural category of the language, by category."""
    plural = Locale.parse(language).plural_form
    smallest: dict[str, int] = {}
    for number in range(MOST_DIFFERENT):
        smallest.setdefault(plural(number), number)
    return smallest
