"""E-mail addresses as names of people: two spellings of one address are one, others are not."""

import re
import unicodedata

from webapp.rules.shared.text import BLANKS

DOTS = str.maketrans("\u3002\uff61", "..")  # the full stops of Chinese and Japanese keyboards
# Marks of direction and blanks without width, as they come along with pasted addresses. The two
# joiners are part of names in Persian and Indian scripts.
UNSEEN = dict.fromkeys(
    map(
        ord,
        "\xad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff",
    )
)
PUNYCODE = "xn--"
LONGEST_LABEL = 63  # RFC 1035, 2.3.4
LONGEST_EMAIL = 254  # RFC 5321, 4.5.3.1.3
LONGEST_NAME = 64  # bytes before the @, 4.5.3.1.1
HOST_LABEL = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
ATOM_SIGNS = dict.fromkeys(map(ord, "!#$%&'*+-/=?^_`{|}~"))  # RFC 5322, 3.2.3
LONGEST_GIVEN = 1000  # characters; more is no address, and not worth the work


def folded_email(email: object) -> str:
    """Return the address in the form in which it is stored and looked up.

    Lower case and accents in one form, the domain in letters (RFC 5890) and not in Punycode.
    Letters that are only alike (ß and ss, ı and i) stay different.
    """
    name, at, domain = _given(email).translate(UNSEEN).strip(BLANKS).rpartition("@")
    return f"{_lower(name)}{at}{_domain(domain)}"


def stored_forms(email: object) -> tuple[str, ...]:
    """Return the forms under which an address may be stored, the present one first.

    Versions before 0.2.0 stored ß as ss, accents as typed, and domains as typed.
    """
    return tuple(dict.fromkeys((folded_email(email), _given(email).strip().casefold())))


def deliverable(email: str) -> str:
    """Return a stored address as a mail server takes it, "" if none would.

    The domain's letters are written in Punycode again; those before the @ stay, for servers that
    take them (RFC 6531). What RFC 5322 wants in quotation marks is refused: a mail's head and an
    SMTP command hold the address as it is, so nothing in it may end them.
    """
    name, at, domain = email.rpartition("@")
    labels = [_ascii_label(label) for label in domain.split(".")]
    parts = name.split(".")
    good = at and all(map(_is_atom, parts)) and all(map(HOST_LABEL.fullmatch, labels))
    fits = len(name.encode(errors="replace")) <= LONGEST_NAME and len(email) <= LONGEST_EMAIL
    return f"{name}@{'.'.join(labels)}" if good and fits else ""


def _is_atom(part: str) -> bool:
    letters = part.translate(ATOM_SIGNS)
    return bool(part) and all(unicodedata.category(one)[0] in "LMN" for one in letters)


def _ascii_label(label: str) -> str:
    # Not by IDNA 2003, which makes ß into ss: another domain.
    if label.isascii() or not all(map(_may_be_in_name, label)):
        return label
    return f"{PUNYCODE}{label.encode('punycode').decode('ascii')}"


def _given(email: object) -> str:
    is_text = isinstance(email, str) and len(email) <= LONGEST_GIVEN
    return str(email) if is_text and "\0" not in str(email) else ""  # see clean_text


def _lower(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())


def _domain(domain: str) -> str:
    labels = unicodedata.normalize("NFKC", domain.translate(DOTS)).lower().split(".")
    return ".".join(_lower(_letters(label)) for label in labels)


def _letters(label: str) -> str:
    if not label.startswith(PUNYCODE) or len(label) > LONGEST_LABEL:
        return label
    try:
        letters = label.removeprefix(PUNYCODE).encode("ascii").decode("punycode")
    except UnicodeError:
        return label
    return letters if all(map(_may_be_in_name, letters)) else label


def _may_be_in_name(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN" or character in "-\u200c\u200d"
