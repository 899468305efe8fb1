"""Comparing words as people type them: without case, accents, vowel marks and ways of writing.

static/js/searching/folding.js does the same; tests/folding.json has cases for both. After a
change here, the stored words of wins have to be folded again (a migration, or `rebuild`).
An apostrophe or hyphen at a letter is left out: people type "dont" and "email", too.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from webapp.rules.shared.hamzas import HAMZA, hamzas_in, other_spellings, spelled
from webapp.rules.shared.marks import IN_ASCII

# Ways of writing one letter or sign that Unicode's own decomposition does not bring together.
WAYS = {
    "'": "`\u00b4\u0374\u1fef\u1ffd\u02b9\u02bb\u02be\u02bf\u201a\u201b\u2032\u2039\u203a",
    '"': "\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\u301d\u301e",
    "-": "\u2015\u2043\u2e3a\u2e3b",
    "/": "\u2044\u2215",
    ".": "\u066b",
    ",": "\u066c",
    ";": "\u061b",
    "?": "\u061f",
    "\u0627": "\u0671",  # alef
    "\u064a": "\u0649\u06cc",  # yeh
    "\u0647": "\u0629\u06be\u06c1",  # heh
    "\u0643": "\u06a9",  # kaf
    "ae": "æ",
    "oe": "œ",
    "th": "þ",
    "o": "ø",
    "l": "ł",
    "d": "đð",
    "h": "ħ",
    "t": "ŧ",
    "": "\u00ad\u0640",  # a hyphen that may be, the line that stretches Arabic words
}
SAME = IN_ASCII | {ord(one): sign for sign, ways in WAYS.items() for one in ways}
# Accents, Hebrew and Arabic vowel marks, selectors. Marks of other scripts are letters of words.
MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08ca-\u08e1\u08e3-\u08ff"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]"
)
LETTER = r"[^\W\d_]"
LINKING = re.compile(rf"(?<={LETTER})['-]+|['-]+(?={LETTER})")  # "don't", "e-mail", not "10-5"
IN_PLAIN = str.maketrans(dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f", " ") | {"`": "'"})
BEFORE, LONGEST = 30, 120  # characters of an excerpt before the first hit, and in all


def folded(text: str) -> str:
    """Return `text` as searches compare it; each blank as a space."""
    if text.isascii():
        return LINKING.sub("", text.lower().translate(IN_PLAIN))
    return LINKING.sub("", "".join(map(_character, text)))


def searchable(text: str) -> str:
    """Return `text` folded, and behind it its Arabic words with each hamza on its other letters.

    Both مسئول and مسؤول are right, and each of them finds the other so.
    """
    other = " ".join(folded(way) for way in other_spellings(text))
    return f"{folded(text)} {other}" if other else folded(text)


def folded_words(text: str) -> list[str]:
    """Return the words of `text`, folded."""
    return folded(text).split()


def pieces(text: str, words: Iterable[str]) -> list[tuple[str, bool]]:
    """Return `text` in pieces, and of each whether it is a hit of one of the folded `words`."""
    cut = [0]
    for first, end in _hits(text, words):
        cut += [first, end]
    cut.append(len(text))
    parts = [(text[a:b], n % 2 == 1) for n, (a, b) in enumerate(pairwise(cut))]
    return [part for part in parts if part[0]]


def excerpt(text: str, words: Sequence[str]) -> str:
    """Return the part of `text` around its first hit, with "…" where words are left out."""
    first, end = next(_hits(text, words), (0, 0))
    begin = text.find(" ", max(0, first - BEFORE), first) + 1 if first > BEFORE else 0
    stop = len(text)
    if stop - begin > LONGEST:
        stop = max(text.rfind(" ", end, begin + LONGEST), end)
    return ("…" if begin else "") + text[begin:stop] + ("…" if stop < len(text) else "")


def _hits(text: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield (first, end) of each stretch of `text` that hits cover, in order."""
    hamzas = hamzas_in(text)
    folds = [HAMZA if n in hamzas else _character(letter) for n, letter in enumerate(text)]
    whole = "".join(folds)
    at = [place for place, fold in enumerate(folds) for _ in fold]
    # To the end of the last letter, with its accents.
    ends = [max(then, place + 1) for place, then in pairwise([*at, len(text)])]
    for left_out in reversed([*LINKING.finditer(whole)]):
        del at[slice(*left_out.span())], ends[slice(*left_out.span())]
    whole = LINKING.sub("", whole)
    found = sorted(
        (at[hit.start()], ends[hit.end() - 1])
        for word in words
        for hit in re.finditer(spelled(word), whole)
    )
    while found:
        first, end = found.pop(0)
        while found and found[0][0] <= end:
            end = max(end, found.pop(0)[1])
        yield first, end


@lru_cache(maxsize=4096)
def _character(character: str) -> str:
    if character.isspace():
        return " "
    parts = unicodedata.normalize("NFKD", SAME.get(ord(character), character))
    # By way of upper case, which has "SS" for "ß", "I" for "ı" and one letter for both "σ" and "ς".
    plain = unicodedata.normalize("NFKD", parts.lower().upper().lower()).translate(SAME)
    return MARKS.sub("", plain)
