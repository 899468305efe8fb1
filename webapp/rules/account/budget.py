"""How much one person or team may store, so that nobody fills the server's disk."""

from collections.abc import Mapping

from webapp.rules.shared.problems import N_, Problem

BUDGET = 100_000_000  # bytes
WARNED_AT = BUDGET * 8 // 10
SHORT = 80  # characters of words that a tap may have when the budget is used up: a preset's
FULL = Problem(
    "what",
    N_("Your space on this server is full, so these words were not taken. Delete something first."),
)

TEAM_FULL = Problem(
    "what",
    N_(
        "The space of this team is full, so these words were not taken. They stay on this phone;"
        " somebody of the team must delete something first."
    ),
)


def has_words(raw: object) -> bool:
    """Return whether an entry, decoded from JSON, says more than a tap does."""
    fields = raw.get("fields") if isinstance(raw, Mapping) else None
    values = fields.values() if isinstance(fields, Mapping) else ()
    return sum(len(value) for value in values if isinstance(value, str)) > SHORT


def megabytes(size: int) -> int:
    """Return bytes in whole megabytes, rounded up."""
    return -(-size // 1_000_000)
