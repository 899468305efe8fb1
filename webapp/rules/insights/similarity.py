"""When two texts are the same words, or nearly so; in every script."""

import unicodedata
from collections import Counter

LONG = 100  # characters
NEARLY = 0.75  # of their words are shared: a note that only swaps a name or two
APOSTROPHES = dict.fromkeys(map(ord, "'’ʼ"))


def words_of(text: str) -> list[str]:
    """Return the words of `text`, case-folded.

    Marks, symbols and blanks separate words, apostrophes do not.
    """
    folded = unicodedata.normalize("NFKC", text).casefold().translate(APOSTROPHES)
    apart = {ord(character): " " for character in set(folded) if _parts(character)}
    return folded.translate(apart).split()


def normalized(text: str) -> str:
    """Return the form in which two texts of the same words are equal.

    A text without words, or one that is so long that nobody says it again in other marks, is
    returned without the blanks around it.
    """
    said = text.strip()
    return said if len(said) > LONG else " ".join(words_of(said)) or said


def are_similar(words: Counter[str], others: Counter[str]) -> bool:
    """Return whether two notes share three quarters of their words or more, in any order.

    Source: Dice (1945), Ecology 26: twice the shared words, divided by all words of both.
    """
    both = words.total() + others.total()
    return both > 0 and 2 * (words & others).total() >= NEARLY * both


def _parts(character: str) -> bool:
    return unicodedata.category(character)[0] in "PSZC"
