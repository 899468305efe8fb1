"""How long it takes, at the pace so far, until there is enough to say something (R37)."""

from math import ceil


def days_to_go(missing: int, seen: int, days: int) -> int | None:
    """Days until `missing` more have come, when `seen` came in `days`; None when none came."""
    if missing <= 0:
        return 0
    return ceil(missing * days / seen) if seen > 0 else None
