"""A team's published windows in words: bands and steps, and never more than they say (R36)."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext

from webapp.domain.teams.confidence import PublishedWindow
from webapp.rules.charts.gauges import Gauge, gauge
from webapp.rules.teams.comparisons import Difference, difference, has_not_risen
from webapp.rules.teams.confidence import Band, Headcount
from webapp.web.shared.i18n.dates import tiny_day


@dataclass(frozen=True, slots=True)
class Row:
    """One window: its days, its band or that it is not shown, how many answered, and a bar."""

    days: str
    band: str
    people: str = ""
    gauge: Gauge | None = None


def rows_of(published: Sequence[PublishedWindow]) -> list[Row]:
    """Return a row for each window, newest first."""
    return [_row(one) for one in published]


def says(published: Sequence[PublishedWindow]) -> list[str]:
    """Return sentences on the newest figure; none without one."""
    bands = [one.figure.band for one in published if one.figure]
    if not bands:
        return []
    newest = gettext("The last figure: %(band)s of 10.", band=band_name(bands[0]))
    return [newest, *_compared(bands)]


def band_name(band: Band) -> str:
    """Return a band as people read it."""
    ends = {
        Band.UP_TO_3: gettext("3 or less"),
        Band.UP_TO_4: gettext("4 or less"),
        Band.FROM_7: "7+",
        Band.ABOVE_6: "6+",
    }
    return ends.get(band, band.replace("-", "–"))


def people_name(headcount: Headcount) -> str:
    """Return how many answered, in steps."""
    return gettext("%(people)s people", people=headcount.replace("-", "–"))


def _compared(bands: list[Band]) -> list[str]:
    if len(bands) < 2:
        return [gettext("From the second figure on it is compared with the one before.")]
    sentences = {
        Difference.SAME: gettext("The same band as in the figure before."),
        Difference.HIGHER: gettext("A higher band than in the figure before."),
        Difference.LOWER: gettext("A lower band than in the figure before."),
        Difference.UNCLEAR: gettext("Its bands are others than those of the figure before."),
    }
    caution = gettext(
        "A band can change because others answered, or by very little at its edge: not enough to"
        " tell."
    )
    return [sentences[difference(bands[1], bands[0])], caution]


def asks_about_goals(published: Sequence[PublishedWindow]) -> bool:
    """Return whether the bands of the last windows give reason to look at goals and wins."""
    return has_not_risen([one.figure.band for one in published if one.figure])


def _row(one: PublishedWindow) -> Row:
    days = " – ".join(tiny_day(day.isoformat()) for day in (one.window.first, one.window.last))
    if one.figure is None:
        return Row(days, gettext("not shown"))
    band, people = one.figure.band, people_name(one.figure.headcount)
    return Row(days, band_name(band), people, gauge(*band.ends, 10))
