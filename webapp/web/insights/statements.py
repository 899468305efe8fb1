"""What may be said about confidence, in words (R38).

Never "no progress": too few answers mean that nothing can be said. No causal words.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from flask_babel import gettext, ngettext

from webapp.domain.insights.confidence import Confidence
from webapp.rules.insights.trends import EARLY, Change, Direction, Standing, Trend
from webapp.rules.insights.weeks import week_of
from webapp.web.shared.i18n.dates import tiny_day
from webapp.web.shared.i18n.numbers import rounded


@dataclass(frozen=True, slots=True)
class Statement:
    """The one sentence that is allowed, and what it is based on, each a sentence of its own."""

    says: str
    because: tuple[str, ...]


def statement_on(confidence: Confidence, today: date) -> Statement:
    """Return the statement on one series of check-ins."""
    trend = confidence.trend
    paced = any(answer.day < week_of(today).monday for answer in confidence.answers)
    missing = _missing(trend, paced=paced)
    parts = [_count(confidence), _range(trend.change), missing, _caution(trend.standing)]
    if confidence.other_scales:
        parts.append(
            ngettext(
                "%(num)s answer to an earlier question is left out; they do not mix.",
                "%(num)s answers to earlier questions are left out; they do not mix.",
                confidence.other_scales,
            )
        )
    return Statement(_says(trend, today), tuple(part for part in parts if part))


def _says(trend: Trend, today: date) -> str:
    if trend.standing is Standing.COLLECTING:
        return gettext("Not enough to tell yet.")
    if trend.standing is Standing.NOT_ENOUGH or trend.change is None:
        return gettext("Not enough to tell.")
    if trend.standing is Standing.NO_CLEAR_CHANGE:
        return ngettext(
            "No clear change in %(num)s week.",
            "No clear change in %(num)s weeks.",
            _weeks(trend) + 1,
        )
    change = rounded(abs(trend.change.total))
    if trend.means[-1].week.monday <= today - timedelta(weeks=2):  # "ago" would be counted from now
        return _dated(trend, change)
    says = _early if trend.standing is Standing.EARLY_SIGN else _sustained
    return says(trend.direction is Direction.RISING, change, _weeks(trend))


def _dated(trend: Trend, change: str) -> str:
    sign, rising = trend.standing is Standing.EARLY_SIGN, trend.direction is Direction.RISING
    first, last = (tiny_day(trend.means[end].week.monday.isoformat()) for end in (0, -1))
    given = {"change": change, "first": first, "last": last}
    if sign and rising:
        return gettext(
            "An early sign: about %(change)s higher in the week of %(last)s than in that of"
            " %(first)s.",
            **given,
        )
    if sign:
        return gettext(
            "An early sign: about %(change)s lower in the week of %(last)s than in that of"
            " %(first)s.",
            **given,
        )
    if rising:
        return gettext(
            "A sustained rise: about %(change)s higher in the week of %(last)s than in that of"
            " %(first)s.",
            **given,
        )
    return gettext(
        "A sustained fall: about %(change)s lower in the week of %(last)s than in that of"
        " %(first)s.",
        **given,
    )


def _early(rising: bool, change: str, weeks: int) -> str:
    if rising:
        return ngettext(
            "An early sign: about %(change)s higher than %(num)s week ago.",
            "An early sign: about %(change)s higher than %(num)s weeks ago.",
            weeks,
            change=change,
        )
    return ngettext(
        "An early sign: about %(change)s lower than %(num)s week ago.",
        "An early sign: about %(change)s lower than %(num)s weeks ago.",
        weeks,
        change=change,
    )


def _sustained(rising: bool, change: str, weeks: int) -> str:
    if rising:
        return ngettext(
            "A sustained rise: about %(change)s higher than %(num)s week ago.",
            "A sustained rise: about %(change)s higher than %(num)s weeks ago.",
            weeks,
            change=change,
        )
    return ngettext(
        "A sustained fall: about %(change)s lower than %(num)s week ago.",
        "A sustained fall: about %(change)s lower than %(num)s weeks ago.",
        weeks,
        change=change,
    )


def _weeks(trend: Trend) -> int:
    return trend.means[-1].week.index - trend.means[0].week.index


def _count(confidence: Confidence) -> str:
    weeks = len(confidence.trend.means)
    answers = ngettext("%(num)s check-in", "%(num)s check-ins", confidence.judged_answers)
    if confidence.trend.standing is Standing.COLLECTING:
        return _so_far(answers, weeks)
    return ngettext(
        "%(checkins)s in %(num)s week that counts.",
        "%(checkins)s in %(num)s weeks that count.",
        weeks,
        checkins=answers,
    )


def _so_far(answers: str, weeks: int) -> str:
    return gettext(
        "%(checkins)s so far; %(weeks)s of %(needed)s weeks count. A week counts with two"
        " check-ins, once it is over.",
        checkins=answers,
        weeks=weeks,
        needed=EARLY,
    )


def _range(change: Change | None) -> str:
    if change is None:
        return ""
    return gettext(
        "Change over this time: %(change)s, likely between %(low)s and %(high)s (%(sure)s %%).",
        change=rounded(change.total, sign=True),
        low=rounded(change.range.low, sign=True),
        high=rounded(change.range.high, sign=True),
        sure=rounded(100 * change.range.confidence, 0),
    )


def _missing(trend: Trend, *, paced: bool) -> str:
    if trend.missing is None:
        return ""
    weeks = ngettext(
        "%(num)s more week that counts", "%(num)s more weeks that count", trend.missing.weeks
    )
    if trend.missing.days is None:
        return gettext(
            "Missing: %(weeks)s. With fewer than two check-ins in each week that is never reached;"
            " two in a week are enough.",
            weeks=weeks,
        )
    days = ngettext("%(num)s day", "%(num)s days", trend.missing.days)
    if not paced:  # no week is over yet
        return gettext(
            "Missing: %(weeks)s. With two check-ins in each week they are there in %(days)s.",
            weeks=weeks,
            days=days,
        )
    return gettext("Missing: %(weeks)s, at your pace in %(days)s.", weeks=weeks, days=days)


def _caution(standing: Standing) -> str:
    if standing is Standing.EARLY_SIGN:
        return gettext("Still too early to call it lasting: an early sign can fade.")
    return ""
