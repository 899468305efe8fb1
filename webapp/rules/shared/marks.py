"""The characters that numbers are typed with, brought into one form.

Keyboards, spreadsheets and languages have many signs for the same: digits of three scripts, blanks
that do not break, dashes for a minus, invisible marks of direction. static/js/numbers/marks.js has
the same list.
"""

from unicodedata import category

ARABIC_DECIMAL, ARABIC_GROUP = "\u066b", "\u066c"  # they say what they are, in every language
ARABIC_COMMA = "\u060c"
# Signs of currencies, and fractions that are one character.
CURRENCIES = (
    r"$\u00a3-\u00a5\u058f\u060b\u09f2\u09f3\u0e3f\u17db\u20a0-\u20cf"
    r"\ufdfc\ufe69\uff04\uffe1\uffe5\uffe6"
)
FRACTIONS = r"\u00bc-\u00be\u2150-\u215e"
ZEROS = "0\u0660\u06f0\uff10"  # ASCII, Arabic-Indic, Persian, full width
WAYS = {
    "-": "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d",
    "+": "\uff0b",
    "%": "\u066a\ufe6a\uff05",
    "'": "\u00b4\u2018\u2019\u02bc\u2032\uff07",
    ",": ARABIC_COMMA + "\uff0c",
    ".": "\uff0e",
    "": "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff",
}
IN_ASCII = {ord(one): mark for mark, ways in WAYS.items() for one in ways} | {
    ord(zero) + digit: str(digit) for zero in ZEROS for digit in range(10)
}
FOREIGN = {*"0123456789,."}
UNSEEN = dict.fromkeys(map(ord, WAYS[""]), "")


def without_unseen(text: str) -> str:
    """Return `text` without marks of direction and other characters that nobody sees."""
    return text.translate(UNSEEN)


def in_ascii(text: str) -> str:
    """Return `text` with ASCII digits and marks, plain blanks, and none at the ends.

    The two Arabic marks that say whether they stand before a fraction or between thousands stay.
    """
    if text.isascii():
        return text.strip(" \t\r\n")
    plain = (" " if category(one) == "Zs" else one for one in text.translate(IN_ASCII))
    return "".join(plain).strip(" \t\r\n")


def is_foreign(text: str) -> bool:
    """Return whether `text` has digits or marks that no language of the app writes itself."""
    return any(IN_ASCII.get(ord(one), "") in FOREIGN for one in text if not one.isascii())


def has_digit(text: str) -> bool:
    """Return whether `text` has a digit of any script; raised ones, as in m², are none."""
    return any(character.isdecimal() for character in text)
