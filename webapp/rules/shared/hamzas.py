"""The letters that carry a hamza in Arabic: one word is written in several right ways.

static/js/searching/hamzas.js does the same; tests/folding.json has cases for both.
"""

import re
import unicodedata
from collections.abc import Iterator

HAMZA = "\u0674"  # stands for one that has several ways to be written
# On waw, on yeh; alone, but not at the end of a word; on alef inside a word, but not of "the ...".
ON_LETTERS = re.compile("[\u0624\u0626]|\u0621(?=[^\\W\\d_])|(?<=\\S\\S)(?<!\u0644)\u0623")
LETTERS = "\u0621\u0648\u064a\u0627"  # hamza, waw, yeh, alef
YEH_HAMZA, YEH_AND_HAMZA = "\u0626", "\u064a\u0621"
LONGEST_WORD = 30  # letters of a word; what is longer is none, and would take room
MOST_HAMZAS = 3  # hamzas in a word


def hamzas_in(text: str) -> set[int]:
    """Return the places of the hamzas in `text` that have several ways to be written."""
    return {found.start() for found in ON_LETTERS.finditer(text)}


def other_spellings(text: str) -> Iterator[str]:
    """Yield the words of `text` with a hamza as others may write them, its letter replaced."""
    composed = "" if text.isascii() else unicodedata.normalize("NFC", text)
    if not ON_LETTERS.search(composed):  # most texts, at the least cost
        return
    for word in composed.split():
        if len(word) <= LONGEST_WORD:
            yield from _other_ways(word)


def spelled(word: str) -> str:
    """Return the pattern of a folded word in a folded text in which HAMZA stands for hamzas."""
    pattern = "".join(f"[{one}{HAMZA}]" if one in LETTERS else re.escape(one) for one in word)
    return f"{pattern}?" if word.endswith(YEH_AND_HAMZA) else pattern  # one letter for both


def _other_ways(word: str) -> Iterator[str]:
    for place in sorted(hamzas_in(word))[:MOST_HAMZAS]:
        for letter in LETTERS:
            yield word[:place] + letter + word[place + 1 :]
    if word.endswith(YEH_HAMZA):
        yield word[:-1] + YEH_AND_HAMZA
