"""Words compared as people type them; the phone has the same cases."""

import json
import unicodedata
from pathlib import Path

import pytest

from webapp.rules.shared.folding import excerpt, folded, folded_words, pieces, searchable

CASES = json.loads((Path(__file__).parents[2] / "folding.json").read_text())  # tests/js reads it


def has(stored, asked):
    return all(word in searchable(stored) for word in folded_words(asked))


@pytest.mark.parametrize(("stored", "asked"), CASES["alike"])
def test_words_are_found_as_people_type_them(stored, asked):
    assert has(stored, asked)


@pytest.mark.parametrize(("stored", "asked"), CASES["apart"])
def test_other_words_stay_other_words(stored, asked):
    assert not has(stored, asked)


@pytest.mark.parametrize(("text", "asked", "marked"), CASES["marked"])
def test_a_hit_is_marked_in_the_words_as_they_were_written(text, asked, marked):
    parts = pieces(text, folded_words(asked))
    assert "".join(f"[{part}]" if hit else part for part, hit in parts) == marked


@pytest.mark.parametrize(("text", "asked", "cut"), CASES["cut"])
def test_an_excerpt_shows_the_hit_and_what_is_around_it(text, asked, cut):
    assert excerpt(text, folded_words(asked)) == cut


@pytest.mark.parametrize("letters", [30, 31, 2000])
def test_a_text_of_hamzas_does_not_grow_by_much(letters):
    word = "\u0624" * letters
    assert len(searchable(word)) <= 14 * 31 + 2000


def test_folding_twice_changes_nothing_and_text_of_any_form_folds_alike():
    for point in range(0x20000):
        once = folded(chr(point))
        assert folded(once) == once, hex(point)
        assert folded(unicodedata.normalize("NFC", chr(point))) == once, hex(point)


def test_plain_english_folds_as_a_text_with_other_letters_does():
    plain = "".join(map(chr, range(9, 127)))
    assert folded(plain + "\u00e9") == folded(plain) + "e"
