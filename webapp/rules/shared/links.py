"""Links as people type them: the address of a page, and the host shown for it.

static/js/page/shared/links.js does the same; tests/links.json has cases for both. Both accept less
than browsers do: what browsers read in their own way could lead elsewhere than it says.
"""

import re
import unicodedata
from ipaddress import IPv6Address

# Browsers leave out some of these, and read a backslash as a slash.
MISLEADING = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ufeff\\]")
LEFT_OUT = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
KEPT = "\u00df\u03c2"  # letters of their own in names, though capitals fold to "ss" and sigma
BARE = re.compile(
    r"(?:(?:[^/?#@:\[\].]+\.)+[^/?#@:\[\].]{2,}\.?|\d+(?:\.\d+){3})(?::\d+)?(?:[/?#].*)?",
    re.ASCII,
)
FULL = re.compile(
    r"https?://(?:[^/?#]*@)?(?P<host>\[[0-9a-f:]+\]|[^/?#@:\[\]]+)(?::(?P<port>\d{0,5}))?(?:[/?#].*)?",
    re.ASCII | re.IGNORECASE,
)
NUMERIC = re.compile(
    r"\d+|0x[0-9a-f]*", re.ASCII
)  # as the last label: browsers read a number of a machine
BYTE = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
DOTTED = re.compile(rf"{BYTE}(?:\.{BYTE}){{3}}", re.ASCII)
HIGHEST_PORT = 65_535


def address_of(typed: str) -> str:
    """Return the http or https address that a text without outer blanks gives, "" if none.

    "https://" is put before one that begins with the name of a host.
    """
    address = f"https://{typed}" if BARE.fullmatch(typed) else typed
    return address if host_of(address) else ""


def host_of(address: str) -> str:
    """Return the host that browsers go to, as they write it; "" if `address` is no http address.

    In ASCII: a name in letters that look like others' ("xn--...") does not pass for theirs.
    """
    parts = None if MISLEADING.search(address) else FULL.fullmatch(address)
    if not parts or int(parts["port"] or 0) > HIGHEST_PORT:
        return ""
    try:
        return _machine(parts["host"]) if parts["host"][0] == "[" else _name(parts["host"])
    except ValueError:
        return ""


def _machine(host: str) -> str:
    address = IPv6Address(host[1:-1])
    if address.ipv4_mapped:
        raise ValueError("Pythons write these in two ways")
    return f"[{address}]"


def _name(host: str) -> str:
    labels = unicodedata.normalize("NFKC", host).split(".")
    last = labels[-1] or (labels[-2] if len(labels) > 1 else "")
    if not all(map(_is_label, labels[:-1] if not labels[-1] else labels)):
        raise ValueError("not a name")
    name = ".".join(map(_in_ascii, labels))
    if NUMERIC.fullmatch(last.lower()) and not DOTTED.fullmatch(name):
        raise ValueError("a number that browsers read in their own way")
    return name


def _is_label(label: str) -> bool:
    kinds = [unicodedata.category(one)[0] for one in label]
    is_name = all(one in "-_" or kind in "LMN" for one, kind in zip(label, kinds, strict=True))
    return is_name and kinds[:1] not in ([], ["M"]) and not LEFT_OUT.search(label)


def _in_ascii(label: str) -> str:
    lower = "".join(one if one in KEPT else one.casefold() for one in label)
    lower = unicodedata.normalize("NFKC", lower)
    if lower.startswith("xn--") and not lower[4:].encode("ascii").decode("punycode"):
        raise ValueError("an empty name")
    return lower if lower.isascii() else f"xn--{lower.encode('punycode').decode('ascii')}"
