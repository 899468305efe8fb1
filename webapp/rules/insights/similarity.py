"""When two texts are the same words, or nearly so; in every script."""

import unicodedata
from collections import Counter

NEARLY = 0.75  # of their words are shared: a note that only swaps a name or two
APOSTROPHES = dict.fromkeys(map(ord, "'’ʼ"))


def words_of(text: str) -> list[str]:
    """Return the words of `text`, case-folded.

    Marks, symbols and blanks separate words, apostrophes do not.
    """
    folded = unicodedata.normalize("NFKC", text).casefold().translate(APOSTROPHES)
    return "".join(" " if _parts(character) else character for character in folded).split()


def normalized(text: str) -> str:
    """Return the form in which two texts of the same words are equal.

    A text without words is returned without the blanks around it.
    """
    return " ".join(words_of(text)) or text.strip()


def are_similar(words: Counter[str], others: Counter[str]) -> bool:
    """Return whether two notes share three quarters of their words or more, in any order.

    Source: Dice (1945), Ecology 26: twice the shared words, divided by all words of both.
    """
    both = words.total() + others.total()
    return both > 0 and 2 * (words & others).total() >= NEARLY * both


def _parts(character: str) -> bool:
    return unicodedata.category(character)[0] in "PSZC"
