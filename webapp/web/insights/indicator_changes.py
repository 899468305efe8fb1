"""What an indicator did, in words."""

from flask_babel import gettext

from webapp.domain.objectives.names import IndicatorChange
from webapp.web.shared.i18n.numbers import number


def change_text(change: IndicatorChange | None) -> str:
    """Return "Rework: 14 → 6 %", or "" when nothing was measured."""
    if change is None:
        return ""
    before, after = (_shown(value) for value in (change.before, change.after))
    after = f"{after} {change.unit}".strip()
    # A sentence: an arrow would point from 6 to 14 where lines run from right to left.
    numbers = str(gettext("%(before)s → %(after)s", before=before, after=after))
    return f"{change.name}: {numbers}" if change.name else numbers


def _shown(value: float | None) -> str:
    return "…" if value is None else number(value)
