"""Quality signals in words (R41)."""

from collections.abc import Iterable, Iterator

from flask_babel import gettext, ngettext

from webapp.domain.insights.quality import Quality
from webapp.rules.charts.gauges import Gauge, gauge
from webapp.rules.insights.quality import Marker, QualitySignal, Shift
from webapp.web.insights.measure_cards import FigureText, MeasureCard, figure_text, paragraph
from webapp.web.shared.i18n.dates import short_day, tiny_day
from webapp.web.shared.i18n.gettext import join_names
from webapp.web.shared.i18n.numbers import brief, percent


def quality_card(indicators: Iterable[Quality]) -> MeasureCard:
    """Return the card: a figure for each indicator of what goes wrong."""
    figures = tuple(_figure(one) for one in indicators)
    return MeasureCard(
        "quality",
        gettext("Quality signals"),
        figures[0].figure if figures else gettext("needs an indicator"),
        figures or (_nothing(),),
        gettext("What goes wrong, of all there was, by period."),
    )


def _nothing() -> FigureText:
    needed = gettext(
        "Needed: an indicator of what goes wrong, of how many (3 defects of 40 deliveries), with"
        " 4 periods before and 4 after an improvement."
    )
    return figure_text(gettext("Not yet"), [needed])


def _figure(quality: Quality) -> FigureText:
    last = quality.last
    many = {"bad": brief(last.bad), "exposure": brief(last.exposure)}
    figure = gettext("%(bad)s of %(exposure)s", **many)
    return figure_text(
        figure,
        [join_names([quality.name, short_day(last.last.isoformat())]), _shift(quality)],
        gauges=_gauges(quality.signal),
    )


def _gauges(signal: QualitySignal) -> Iterator[Gauge]:
    """Yield a bar for the rate before the improvement and one for that after it."""
    before, after = signal.before or 0, signal.after or 0
    if signal.shift is not Shift.NOT_ENOUGH and max(before, after):
        for rate in (before, after):
            yield gauge(0, rate, max(before, after))


def _shift(quality: Quality) -> str:
    """Return the rates on both sides of the improvement, or what is missing to compare them."""
    signal = quality.signal
    if signal.marker is None:
        return paragraph(gettext("Not enough to tell."), _unlinked(quality), _pace(quality.days))
    if signal.before is None or signal.after is None or signal.shift is Shift.NOT_ENOUGH:
        missing = _missing(signal.missing, _day(signal.marker))
        return paragraph(gettext("Not enough to tell."), missing, _pace(quality.days))
    return paragraph(_rates(signal.before, signal.after, _day(signal.marker)), _judged(signal))


def _day(marker: Marker) -> str:
    return tiny_day(marker.day.isoformat())


def _unlinked(quality: Quality) -> str:
    return ngettext(
        "Link a process improvement to it, to see before and after; %(num)s period so far.",
        "Link a process improvement to it, to see before and after; %(num)s periods so far.",
        quality.periods,
    )


def _missing(periods: tuple[int, int], day: str) -> str:
    before, after = periods
    if before and after:
        return ngettext(
            "Missing: %(num)s period before and %(after)s after your improvement of %(day)s.",
            "Missing: %(num)s periods before and %(after)s after your improvement of %(day)s.",
            before,
            after=after,
            day=day,
        )
    return _missing_before(before, day) if before else _missing_after(after, day)


def _missing_before(periods: int, day: str) -> str:
    return ngettext(
        "Missing: %(num)s period before your improvement of %(day)s.",
        "Missing: %(num)s periods before your improvement of %(day)s.",
        periods,
        day=day,
    )


def _missing_after(periods: int, day: str) -> str:
    return ngettext(
        "Missing: %(num)s period after your improvement of %(day)s.",
        "Missing: %(num)s periods after your improvement of %(day)s.",
        periods,
        day=day,
    )


def _pace(days: int | None) -> str:
    if not days:
        return ""
    return ngettext(
        "At the present pace in %(num)s day.", "At the present pace in %(num)s days.", days
    )


def _rates(before: float, after: float, day: str) -> str:
    return gettext(
        "%(before)s %% before your improvement of %(day)s, %(after)s %% after.",
        before=percent(before),
        after=percent(after),
        day=day,
    )


def _judged(signal: QualitySignal) -> str:
    if signal.shift is Shift.NO_CLEAR_CHANGE:
        return gettext("No clear change.")
    if signal.shift is Shift.LOWER:
        return gettext("A smaller share since then.")
    return gettext("A larger share since then.")
