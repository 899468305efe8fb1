"""The values and priorities that a team keeps, one of which thanks can name (R34)."""

from webapp.rules.shared import fields as of
from webapp.rules.shared.problems import N_, Invalid, Problem

LONGEST_VALUE = 60
MOST_VALUES = 12
MOST_REMOVED = 50  # whose names are known to thanks that are still on their way
NAME = of.line(LONGEST_VALUE)
UNNAMED = Problem("name", N_("Name it in a few words."))
TOO_MANY_VALUES = Problem("name", N_("There are 12, which is the most. Remove one first."))
SAME_VALUE = Problem("name", N_("This one is in the list."))


def parse_value(given: object) -> str:
    """Return the name of a value that somebody typed, or raise Invalid."""
    name = str(NAME.check("name", given or ""))
    if not name:
        raise Invalid(UNNAMED)
    return name
