"""What a record says in words: its first line, and the names of its parts."""

from collections.abc import Sequence
from datetime import date

from flask_babel import gettext, ngettext

from webapp.domain.insights.evidence import Summary
from webapp.domain.insights.repeats import RepeatedChange
from webapp.domain.recognition.reading import Thanks
from webapp.rules.capture.evidence import Part
from webapp.rules.shared.problems import N_
from webapp.web.shared.i18n.dates import day_heading, short_day

PARTS = {
    Part.WINS: N_("Wins"),
    Part.NUMBERS: N_("What the numbers did"),
    Part.GOALS: N_("Goals met"),
    Part.LESSONS: N_("Lessons"),
    Part.THANKS: N_("What others said"),
}


def part_name(part: Part) -> str:
    """Return the name of a part of the record."""
    return gettext(PARTS[part])


def giver_of(thanks: Thanks) -> str:
    """Return who gave thanks; their name is not kept once their account is deleted."""
    return thanks.giver_name or gettext("A former colleague")


def first_line(summary: Summary) -> str:
    """Return "30 counted wins for 4 objectives; 3 numbers got better; 8 of 12 goals met"."""
    said = [_wins(summary), _numbers(summary), _goals(summary)]
    return gettext("; ").join(part for part in said if part)


def period(first: date, last: date) -> str:
    """Return "Sun 31 May 2026 – Sun 29 Nov 2026"."""
    return f"{day_heading(first.isoformat())} – {day_heading(last.isoformat())}"


def times(line: RepeatedChange) -> str:
    """Return "7 times, Thu 3 Sep – Sat 28 Nov" of wins that changed the same; else their day."""
    last = short_day(line.days[0].isoformat())
    if len(line.days) == 1:
        return last
    first = short_day(line.days[-1].isoformat())
    often = ngettext("%(num)s time", "%(num)s times", len(line.days))
    between = last if first == last else f"{first} – {last}"
    return gettext("%(often)s, %(days)s", often=often, days=between)


def offered_parts(chosen: Sequence[Part]) -> list[tuple[Part, str, bool]]:
    """Return (part, name, whether it was chosen) of all parts, the chosen ones first."""
    others = [part for part in Part if part not in chosen]
    return [(part, part_name(part), part in chosen) for part in [*chosen, *others]]


def _wins(summary: Summary) -> str:
    wins = ngettext("%(num)s counted win", "%(num)s counted wins", summary.total)
    if not summary.outcomes:
        return wins
    # Translators: after "30 counted wins".
    served = ngettext("for %(num)s objective", "for %(num)s objectives", summary.outcomes)
    return f"{wins} {served}"


def _numbers(summary: Summary) -> str:
    better = sum(change.improved for change in summary.moved)
    if not better:
        return ""
    return ngettext("%(num)s number got better", "%(num)s numbers got better", better)


def _goals(summary: Summary) -> str:
    met, ended = len(summary.goals.met), summary.goals.ended
    if not ended:
        return ""
    return ngettext("%(met)s of %(num)s goal met", "%(met)s of %(num)s goals met", ended, met=met)
