"""The ids that phones make."""

import re

from webapp.rules.shared.problems import N_, Invalid, Problem

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def parse_id(field: str, value: object) -> str:
    """`value` when it is a UUID in its usual lower-case form, or Invalid."""
    if not isinstance(value, str) or not UUID.fullmatch(value):
        raise Invalid(Problem(field, N_("The id must be a UUID.")))
    return value
