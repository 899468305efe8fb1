"""What something shared from another app means as a win.

static/js/page/capture/draft.js says the same, for the phone; tests/support/shares.json holds both
to it.
"""

import re
from dataclasses import dataclass

from webapp.rules.shared.text import LONGEST_TEXT

LINK = re.compile(r"https?://[^\s]+", re.IGNORECASE)
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
AFTER = ".,;:!?\"'”»"  # what may follow a link in a sentence


@dataclass(frozen=True, slots=True)
class Draft:
    """Words for the box, and the link as evidence, "" when there is none."""

    what: str
    evidence: str


def draft_of(title: str, text: str, url: str) -> Draft:
    """The draft that a share's three fields mean; at most as long as can be stored."""
    name, said, address = _tidy(title), _tidy(text), _tidy(url)
    found = LINK.search(address) or LINK.search(said)
    link = found[0].rstrip(AFTER) if found else ""
    evidence = link if len(link) <= LONGEST_TEXT else ""
    rest = _tidy(said.replace(found[0], "", 1)) if found and evidence else said
    words = rest if name in rest else " – ".join(part for part in (name, rest) if part)
    return Draft(words[:LONGEST_TEXT], evidence)


def _tidy(words: str) -> str:
    return " ".join(CONTROLS.sub(" ", words).split())
