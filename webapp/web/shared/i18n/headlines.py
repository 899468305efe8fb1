"""What an indicator says now, in words: its newest value, and how it lies beside the first."""

from dataclasses import dataclass

from flask_babel import gettext

from webapp.rules.objectives.readings import Course, Headline
from webapp.web.shared.i18n.dates import short_day, tiny_day
from webapp.web.shared.i18n.gettext import join_names
from webapp.web.shared.i18n.numbers import number, share


@dataclass(frozen=True, slots=True)
class HeadlineText:
    """The figure with its unit, the change since the first value ("" for none), and its day."""

    figure: str
    unit: str
    change: str
    day: str


def headline_text(found: Headline, unit: str) -> HeadlineText:
    """Return the headline in words; unit: of the indicator."""
    newest = found.newest
    figure = number(newest.value)
    if newest.exposure is not None:
        figure = gettext("%(bad)s of %(exposure)s", bad=figure, exposure=number(newest.exposure))
    now = [share(found.now / 100)] if found.is_rate else []
    return HeadlineText(
        figure,
        "" if found.is_rate else unit,
        join_names([*now, *_change(found)]),
        short_day(newest.day.isoformat()),
    )


def _change(found: Headline) -> list[str]:
    if found.before is None or found.since is None:
        return []
    given = {
        "before": share(found.before / 100) if found.is_rate else number(found.before),
        "day": tiny_day(found.since.isoformat()),
    }
    if found.course is Course.SAME:
        return [gettext("the same as on %(day)s", **given)]
    if found.course is Course.UP:
        return [gettext("up from %(before)s since %(day)s", **given)]
    return [gettext("down from %(before)s since %(day)s", **given)]
