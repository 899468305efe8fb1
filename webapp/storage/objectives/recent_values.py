"""The values of the last weeks of all indicators of an owner."""

from collections.abc import Iterable
from typing import Any

from webapp.rules.shared.ids import OwnerId
from webapp.storage.objectives.indicators import Indicator, IndicatorValue


def recent_values(
    owner: OwnerId, since: str, most: int
) -> Iterable[tuple[str, str, float, float | None]]:
    """Return (indicator, day, value, exposure) of the values from an ISO day on, newest day first.

    Of each indicator one range of the index is read; `most` in all.
    """
    query: Any = (
        IndicatorValue.select(
            IndicatorValue.indicator,
            IndicatorValue.day,
            IndicatorValue.value,
            IndicatorValue.exposure,
        )
        .join(
            Indicator,
            on=(
                (Indicator.owner == IndicatorValue.owner)
                & (Indicator.id == IndicatorValue.indicator)
            ),
        )
        .where(Indicator.owner == owner, IndicatorValue.owner == owner, IndicatorValue.day >= since)
        .order_by(IndicatorValue.day.desc())
        .limit(most)
        .tuples()
    )
    found: Iterable[tuple[str, str, float, float | None]] = query
    return found
