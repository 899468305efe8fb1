"""The one card of Insights while too few weeks count to say anything about confidence (R38)."""

from dataclasses import dataclass

from flask_babel import gettext, ngettext

from webapp.domain.insights.insights import Insights
from webapp.rules.charts.beginnings import BeginningChart, beginning_chart
from webapp.rules.insights.beginnings import Beginning, ThisWeek, beginning_of
from webapp.web.shared.i18n.language import direction


@dataclass(frozen=True, slots=True)
class BeginningCard:
    """When the first sentence comes, how far it is in words, and what this week needs.

    title, steps, says: a sentence each. chart: None without a check-in.
    """

    beginning: Beginning
    title: str
    steps: str
    says: str
    chart: BeginningChart | None


def beginning_card(insights: Insights) -> BeginningCard | None:
    """Return the card, or None when enough weeks count for a sentence."""
    confidence = insights.confidence
    beginning = beginning_of(confidence.trend, confidence.answers, insights.today)
    if beginning is None:
        return None
    weeks = [mean.week for mean in confidence.means]
    mirrored = direction() == "rtl"
    chart = beginning_chart(confidence.answers, weeks, insights.today, mirrored=mirrored)
    return BeginningCard(beginning, _title(beginning), _steps(beginning), _says(beginning), chart)


def _title(beginning: Beginning) -> str:
    if beginning.days is None:
        return ngettext(
            "Your first sentence about it needs %(num)s more week",
            "Your first sentence about it needs %(num)s more weeks",
            beginning.missing,
        )
    return ngettext(
        "Your first sentence about it in about %(num)s day",
        "Your first sentence about it in about %(num)s days",
        beginning.days,
    )


def _steps(beginning: Beginning) -> str:
    return gettext(
        "%(weeks)s of %(needed)s weeks with two answers or more",
        weeks=beginning.counted,
        needed=beginning.needed,
    )


def _says(beginning: Beginning) -> str:
    week = _this_week(beginning)
    if not beginning.answers:
        return week
    so_far = ngettext("%(num)s answer so far.", "%(num)s answers so far.", beginning.answers)
    return f"{so_far} {week}"


def _this_week(beginning: Beginning) -> str:
    if beginning.week is ThisWeek.COUNTS:
        return gettext("This week counts once it is over.")
    if beginning.week is ThisWeek.TOO_LATE:
        return gettext("The next week can count.")
    if beginning.week is ThisWeek.TWO_MORE:
        return gettext("Two by Sunday make this week count.")
    if beginning.ends_today:
        return gettext("One more today makes this week count.")
    return gettext("One more by Sunday makes this week count.")
