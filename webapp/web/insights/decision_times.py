"""How long decisions take, in words (R40)."""

from collections.abc import Iterable, Iterator, Sequence

from flask_babel import gettext, ngettext

from webapp.domain.insights.time_to_decision import DecisionTimes
from webapp.rules.charts.gauges import Gauge, gauge
from webapp.rules.insights.comparisons import Comparison
from webapp.rules.insights.time_to_decision import ENOUGH, TimeToDecision, Weight
from webapp.web.insights.measure_cards import FigureText, MeasureCard, figure_text, paragraph
from webapp.web.shared.i18n.numbers import working_time


def decision_times_card(times: Iterable[DecisionTimes]) -> MeasureCard:
    """Return the card: a figure for each class of decisions that there are any of."""
    known = sorted(times, key=lambda one: _median_of(one) is None)
    most = max((_furthest(one) for one in known), default=0)
    figures = tuple(
        figure_text(
            _figure(one),
            _because(one),
            _weight(one.now),
            gauges=_gauges(one, most),
            quiet=[_compared(one.comparison)[1] if _median_of(one) is not None else ""],
        )
        for one in known
    )
    return MeasureCard(
        "deciding",
        gettext("Time to decide"),
        _line(known),
        figures or (_nothing(),),
        gettext("Working time from opening a decision to deciding it."),
    )


def _nothing() -> FigureText:
    sentence = gettext(
        "No decision was opened in 24 weeks. From 4 decided ones on there is a median."
    )
    return figure_text(gettext("Not yet"), [sentence])


def _line(times: Sequence[DecisionTimes]) -> str:
    """Return the first median that there is, or how far the class is that has the most decided."""
    if known := [one for one in times if _median_of(one) is not None]:
        return f"{_figure(known[0])} · {_weight(known[0].now)}"
    decided = max((len(one.now.minutes) for one in times), default=0)
    if not decided:
        return gettext("after %(num)s decisions", num=ENOUGH)
    return gettext("%(decided)s of %(needed)s decided", decided=decided, needed=ENOUGH)


def _median_of(times: DecisionTimes) -> float | None:
    return None if times.missing else times.now.quartiles.median


def _furthest(times: DecisionTimes) -> float:
    """Return where the bar of this class ends, 0 when it has none."""
    return 0 if _median_of(times) is None else times.now.quartiles.upper or 0


def _gauges(times: DecisionTimes, most: float) -> Iterator[Gauge]:
    """Yield the bar from the lower to the upper quartile; most: minutes at the scale's end."""
    low, high = times.now.quartiles.lower, times.now.quartiles.upper
    if low is not None and high and _median_of(times) is not None:
        yield gauge(low, high, most, _median_of(times))


def _figure(times: DecisionTimes) -> str:
    median = _median_of(times)
    return gettext("Not yet") if median is None else working_time(median)


def _because(times: DecisionTimes) -> Iterator[str]:
    if _median_of(times) is None:
        yield paragraph(_decided(times.now), _pace(times.days))
    else:
        yield _median(times.now)
        yield _compared(times.comparison)[0]
    yield _undecided(times.now)
    yield _reopened(times.now)


def _weight(now: TimeToDecision) -> str:
    return gettext("Routine") if now.weight is Weight.ROUTINE else gettext("Important")


def _decided(now: TimeToDecision) -> str:
    return gettext("%(decided)s decided. From 4 on there is a median.", decided=len(now.minutes))


def _pace(days: int | None) -> str:
    if not days:
        return ""
    return ngettext(
        "At your pace enough in %(num)s day.", "At your pace enough in %(num)s days.", days
    )


def _median(now: TimeToDecision) -> str:
    decided, low, high = len(now.minutes), now.quartiles.lower, now.quartiles.upper
    if low is None or high is None:
        return gettext("Median of %(decided)s in 12 weeks.", decided=decided)
    return gettext(
        "Median of %(decided)s in 12 weeks, half of them %(low)s to %(high)s.",
        decided=decided,
        low=working_time(low),
        high=working_time(high),
    )


def _compared(comparison: Comparison) -> tuple[str, str]:
    """Return what is new against the time before, and what is not; one of them is empty."""
    if not comparison.enough:
        return "", gettext("Not enough to compare: 4 decided in each 12 weeks are needed.")
    if not comparison.differs:
        return "", gettext("No clear difference from the 12 weeks before.")
    if comparison.higher:
        return gettext("Longer than in the 12 weeks before."), ""
    return gettext("Shorter than in the 12 weeks before."), ""


def _undecided(now: TimeToDecision) -> str:
    if not now.undecided:
        return ""
    return ngettext(
        "%(num)s still open, the oldest for %(age)s",
        "%(num)s still open, the oldest for %(age)s",
        len(now.undecided),
        age=working_time(now.undecided[0].age),
    )


def _reopened(now: TimeToDecision) -> str:
    if not now.reopened:
        return ""
    return ngettext("%(num)s re-opened", "%(num)s re-opened", now.reopened)
