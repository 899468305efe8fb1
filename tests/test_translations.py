"""Every sentence is translated, and every translation is of a sentence that there is (R54)."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tools.words import catalogues, extracted, read, written
from webapp.paths import TEMPLATES

PLACE = re.compile(r"%\(\w+\)s|\{\w+\}")
ANCHOR = re.compile(r'answer\(part, "([a-z-]+)"')


def shown(path: Path) -> str:
    return path.parts[-3]


@pytest.fixture(scope="module")
def found() -> Catalog:
    return extracted()


@pytest.mark.parametrize("path", catalogues(), ids=shown)
def test_a_catalogue_has_no_faults(path: Path, found: Catalog) -> None:
    assert list(faults_in(read(path), found)) == []  # `make words`, then translate


@pytest.mark.parametrize("path", catalogues(), ids=shown)
def test_a_catalogue_is_as_make_words_writes_it(path: Path, found: Catalog) -> None:
    merged = read(path)
    merged.update(found)
    assert path.read_bytes() == written(merged)


def test_sentences_of_templates_pages_and_rules_are_found(found: Catalog) -> None:
    for sentence in (
        "What did you get done?",  # a template
        "Saved on this phone",  # web/
        "Enter your name.",  # N_() of rules/
        "E-mail or password is not right; try again.",  # N_() of domain/
        ("%(num)s earlier win today", "%(num)s earlier wins today"),
    ):
        assert sentence in found
    assert found.get("Decided", context="button")


PLANTED = [
    ("Save", "", "is not translated"),
    ("{n} of 10", "{m} من 10", "places"),
    ("You said %(n)s.", "قلت", "places"),
    (("%(num)s win", "%(num)s wins"), ("", "1", "2", "%(num)s", "%(num)s", "%(num)s"), "forms"),
    (("%(num)s win", "%(num)s wins"), ("0", "1", "2", "3", "%(num)s", "%(num)s"), "places"),
]


@pytest.mark.parametrize(("sentence", "translation", "fault"), PLANTED)
def test_a_planted_fault_is_found(sentence: object, translation: object, fault: str) -> None:
    found, catalogue = Catalog(), Catalog(locale="ar")
    found.add(sentence)
    catalogue.add(sentence, translation)
    assert fault in " ".join(faults_in(catalogue, found))


def test_unsure_missing_and_unused_sentences_are_found() -> None:
    found, catalogue = Catalog(), Catalog(locale="ar")
    found.add("Missing")
    found.add("Unsure")
    catalogue.add("Unsure", "غير مؤكد", flags=["fuzzy"])
    catalogue.add("Unused", "مهمل")
    found.add("Meant twice", context="button")
    catalogue.add("Meant twice", "مرتان")
    told = " ".join(faults_in(catalogue, found))
    assert "'Meant twice' is not in the catalogue" in told
    assert "'Missing' is not in the catalogue" in told
    assert "'Unsure' is fuzzy" in told
    assert "'Unused' is used nowhere" in told


# Arabic letters before a date turn its parts around, unless it is isolated from them.
BARE = re.compile(r"(?<!\u2066)(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|https?://)")


@pytest.mark.parametrize("path", catalogues(), ids=shown)
def test_dates_and_addresses_keep_their_order_from_right_to_left(path: Path) -> None:
    strings = [str(message.string) for message in read(path) if message.id]
    assert [string for string in strings if BARE.search(string)] == []


@pytest.mark.parametrize("path", catalogues(), ids=shown)
def test_help_gives_the_same_answers_in_every_language(path: Path) -> None:
    english = ANCHOR.findall((TEMPLATES / "help/en.html").read_text())
    assert len(english) == len(set(english)) == 12
    assert ANCHOR.findall((TEMPLATES / f"help/{shown(path)}.html").read_text()) == english


def faults_in(catalogue: Catalog, found: Catalog) -> Iterator[str]:
    """Return what is wrong with a catalogue, compared with all the sentences of the app."""
    wanted = {(message.id, message.context) for message in found if message.id}
    given = {(message.id, message.context): message for message in catalogue if message.id}
    lacking, unused = wanted - given.keys(), given.keys() - wanted
    yield from (f"{sentence!r} is not in the catalogue" for sentence, _ in lacking)
    yield from (f"{sentence!r} is used nowhere" for sentence, _ in unused)
    yield from (f"{sentence!r} is used nowhere" for sentence in catalogue.obsolete)
    for (sentence, _), message in given.items():
        if message.fuzzy:
            yield f"{sentence!r} is fuzzy"
        yield from faults_of(sentence, message.string, catalogue.num_plurals)


def faults_of(sentence: object, translation: object, forms: int) -> Iterator[str]:
    if isinstance(sentence, str):
        if not translation:
            yield f"{sentence!r} is not translated"
        elif places(sentence) != places(str(translation)):
            yield f"{sentence!r} has other places than its translation"
        return
    _, many = sentence  # type: ignore[misc]
    given = translation if isinstance(translation, tuple) else (translation,)
    if len(given) != forms or not all(given):
        yield f"{many!r} lacks one of its {forms} forms"
    # A form for one number only may say it in words; those for many numbers need the place.
    if any(places(form) not in (places(many), places(many) - {"%(num)s", "{n}"}) for form in given):
        yield f"{many!r} has other places than its translation"
    if any(places(form) != places(many) for form in given[3:] or given[1:]):
        yield f"{many!r} does not say the number in every form, nor its places"


def places(sentence: str) -> set[str]:
    return set(PLACE.findall(sentence))
