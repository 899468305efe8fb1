"""Find every sentence of the app and merge it into the catalogues; `make words` runs this.

A new language is a new folder: make webapp/translations/<code>/LC_MESSAGES/messages.po, empty, and
run it. What a merge is unsure of it marks "fuzzy"; tests/test_translations.py wants none left.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
CATALOGUES = "webapp/translations/*/LC_MESSAGES/messages.po"
SOURCES = (("python", "webapp", "*.py"), ("jinja2", "templates", "*.html"))
KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "pgettext": ((1, "c"), 2),
    "ngettext": (1, 2),
    "plural_forms": (1, 2),
}
NOTES = ("Translators:",)
OPTIONS = {"silent": "false", "trimmed": "false"}  # a template that cannot be read is an error
HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plural_forms}\\n"

"""


def main() -> None:
    """Update every catalogue."""
    found = extracted()
    for path in catalogues():
        catalogue = read(path)
        catalogue.update(found)
        catalogue.obsolete.clear()
        path.write_bytes(written(catalogue))
        print(f"{path.relative_to(ROOT)}: {len(missing(catalogue))} to translate")  # noqa: T201


def catalogues() -> list[Path]:
    """Return the catalogue files, one per language."""
    return sorted(ROOT.glob(CATALOGUES))


def read(path: Path) -> Catalog:
    """Return the catalogue in a file; that of a new language may be empty."""
    return read_po(BytesIO(path.read_bytes()), locale=path.parts[-3])


def extracted() -> Catalog:
    """Return every sentence that code and templates mark for translation, with its files."""
    found = Catalog()
    for path, message, notes, context in _messages():
        found.add(message, None, [(path, None)], auto_comments=notes, context=context)
    return found


def missing(catalogue: Catalog) -> list[str]:
    """Return the sentences that are not translated, or whose translation is marked fuzzy."""
    return [_first(message.id) for message in catalogue if message.id and not _is_done(message)]


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as a file without dates and line numbers: only sentences change it."""
    header = HEADER.format(language=catalogue.locale, plural_forms=catalogue.plural_forms)
    body = BytesIO()
    write_po(body, catalogue, omit_header=True, sort_by_file=True, include_lineno=False, width=100)
    return header.encode() + body.getvalue()


def _messages() -> Iterator[tuple[str, object, list[str], str | None]]:
    for method, folder, pattern in SOURCES:
        for path in sorted((ROOT / folder).rglob(pattern)):
            with path.open("rb") as source:
                for _, message, notes, context in extract(method, source, KEYWORDS, NOTES, OPTIONS):
                    yield str(path.relative_to(ROOT)), message, notes, context


def _is_done(message) -> bool:  # type: ignore[no-untyped-def]
    said = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(said) and not message.fuzzy


def _first(message_id: object) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]  # type: ignore[index]


if __name__ == "__main__":
    main()
