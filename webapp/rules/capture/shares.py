"""What something shared from another app becomes as a win.

static/js/page/capture/draft.js does the same on the phone; tests/support/shares.json tests both.
"""

import re
from dataclasses import dataclass

from webapp.rules.shared.links import address_of
from webapp.rules.shared.text import LONGEST_TEXT, tidy

LINK = re.compile(r"https?://[^\s]+", re.IGNORECASE)
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
TRAILING = ".,;:!?\"'”»"  # punctuation after a link in a sentence


@dataclass(frozen=True, slots=True)
class Draft:
    """Words for the text box, and the link as evidence, "" without one."""

    what: str
    evidence: str


def draft_of(title: str, text: str, url: str) -> Draft:
    """Return the draft for a share's three fields, cut to what can be stored."""
    name, shared, address = _tidy(title), _tidy(text), _tidy(url)
    found = LINK.search(address) or LINK.search(shared)
    link = found[0].rstrip(TRAILING) if found else ""
    evidence = address_of(link) if len(link) <= LONGEST_TEXT else ""
    rest = _tidy(shared.replace(found[0], "", 1)) if found and evidence else shared
    words = rest if name in rest else " – ".join(part for part in (name, rest) if part)
    return Draft(words[:LONGEST_TEXT], evidence)


def _tidy(words: str) -> str:
    return " ".join(tidy(CONTROLS.sub(" ", words)).split())
