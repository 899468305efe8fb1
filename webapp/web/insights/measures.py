"""The four measures of the Insights screen in words (R37), each a card."""

from collections.abc import Iterator
from datetime import date

from flask_babel import gettext, ngettext

from webapp.domain.insights.completion_rate import CompletionRates
from webapp.domain.insights.insights import Insights
from webapp.rules.charts.gauges import Gauge, gauge
from webapp.rules.insights.completion_rate import CompletionRate
from webapp.rules.insights.momentum import Momentum
from webapp.web.insights.decision_times import decision_times_card
from webapp.web.insights.measure_cards import MeasureCard, figure_text, paragraph
from webapp.web.insights.quality import quality_card
from webapp.web.shared.i18n.dates import short_day
from webapp.web.shared.i18n.numbers import percent


def measure_cards(insights: Insights) -> tuple[MeasureCard, ...]:
    """Return the cards of the measures that are shown beside confidence."""
    return (
        completion_card(insights.completion_rates, insights.next_due),
        decision_times_card(insights.decision_times),
        quality_card(insights.quality),
        momentum_card(insights.momentum),
    )


def completion_card(rates: CompletionRates, next_due: date | None = None) -> MeasureCard:
    """Return how many goals were met (R39); next_due: the next due day of an active goal."""
    figure, range_of_it = _met(rates.now)
    news, quiet = _compared(rates)
    because = [range_of_it, _rescoped(rates.now), news]
    return MeasureCard(
        "completion",
        gettext("Goals met"),
        figure if rates.now.range else _first_due(next_due),
        (figure_text(figure, because, gauges=_share(rates.now), quiet=[quiet]),),
        gettext("Micro-goals met, of all due or closed."),
    )


def momentum_card(momentum: Momentum) -> MeasureCard:
    """Return the days with a win (R7)."""
    figure = gettext("%(won)s of %(days)s", won=momentum.won, days=len(momentum.dots))
    line = ngettext(
        "%(won)s of %(num)s working day",
        "%(won)s of %(num)s working days",
        len(momentum.dots),
        won=momentum.won,
    )
    if not momentum.dots:
        figure, line = gettext("Not yet"), gettext("from the first working day on")
    elif not momentum.won and len(momentum.dots) < 2:
        figure, line = gettext("Not yet"), gettext("after the first win")
    return MeasureCard(
        "rhythm",
        gettext("Rhythm"),
        line,
        (figure_text(figure, [gettext("working days with a win")]),),
        gettext("Days off and paused days are left out; a backdated win fills its day."),
    )


def _first_due(day: date | None) -> str:
    if day is None:
        return gettext("after the first due day")
    return gettext("after %(day)s, the first due day", day=short_day(day.isoformat()))


def _met(now: CompletionRate) -> tuple[str, str]:
    if now.range is None:
        return gettext("Not yet"), gettext("No micro-goal was due or closed in 8 weeks.")
    return (
        gettext("%(met)s of %(total)s", met=len(now.met), total=now.total),
        gettext(
            "likely %(low)s to %(high)s %%, in 8 weeks",
            low=percent(now.range.low),
            high=percent(now.range.high),
        ),
    )


def _share(now: CompletionRate) -> Iterator[Gauge]:
    if now.range:
        yield gauge(now.range.low, now.range.high, 1, now.share)


def _rescoped(now: CompletionRate) -> str:
    if not now.rescoped:
        return ""
    return ngettext(
        "%(num)s re-scoped, counted apart", "%(num)s re-scoped, counted apart", len(now.rescoped)
    )


def _compared(rates: CompletionRates) -> tuple[str, str]:
    """Return what is new against the time before, and what is not; one of them is empty."""
    comparison = rates.comparison
    if not comparison.enough:
        needed = gettext("Not enough to compare: 8 goals in each 8 weeks are needed.")
        return "", paragraph(needed, _pace(rates.days))
    if not comparison.differs:
        return "", gettext("No clear difference from the 8 weeks before.")
    if comparison.higher:
        return gettext("A larger share than in the 8 weeks before."), ""
    return gettext("A smaller share than in the 8 weeks before."), ""


def _pace(days: int | None) -> str:
    if not days:
        return ""
    return ngettext("At your pace in %(num)s day.", "At your pace in %(num)s days.", days)
