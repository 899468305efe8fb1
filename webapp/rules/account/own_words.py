"""Passwords that are little more than what everybody knows: the app's name, one's own name.

The words of the context (OWASP ASVS 6.1.2): the name of the app; the person's name and e-mail
address, as a whole and in their parts. Signs and blanks between letters do not count.
"""

import re
from collections.abc import Iterable

APP = "smallwins"
SHORTEST_WORD = 3  # characters; a shorter one is in many passwords
LEAST_BESIDES = 6  # letters and digits that have to be left without them
PARTS = re.compile(r"[^\W_]+")


def is_own_words(password: str, known: Iterable[str]) -> bool:
    """Return whether `password` has little besides the words of the context; known: their own."""
    whole = left = _joined(password)
    for word in sorted(_words(known), key=len, reverse=True):
        left = left.replace(word, "")
    return left != whole and len(left) < LEAST_BESIDES


def _words(known: Iterable[str]) -> set[str]:
    words = {APP}
    for text in known:
        words |= {_joined(text), *PARTS.findall(text.casefold())}
    return {word for word in words if len(word) >= SHORTEST_WORD}


def _joined(text: str) -> str:
    return "".join(PARTS.findall(text.casefold()))
