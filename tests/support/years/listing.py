"""The year as a page: what each reminder says, and what arrived when (docs/reminders.md)."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import groupby

from tests.support.years.year import FIRST, HOME, LAST, REMARKS, Year
from webapp.domain.reminders.texts import SAYS, TOGETHER
from webapp.rules.shared.moments import moment_in

HEAD = """# A year of reminders

What one person gets in a year in which everything happens: check-ins, a win to note, micro-goals,
her own reviews and those of her team, the weekly digest, days off, a pause, an illness that she
tells nobody of, two flights, clocks that change. It is a simulation with the real rules, texts
and database, its clock jumping from one thing that is due to the next. `python -m
tools.reminder_year` prints this page; `tests/domain/reminders/test_year.py` checks that it is
what the code sends, and that no push and no reminder mail has a word of hers in it.

Ana is asked to check in on Mondays, Wednesdays and Fridays at 13:00, and once more at 17:00 if it
is still open. She answers most of the time: before 13:00, so that nothing comes, right after the
reminder, or in the evening. Sometimes she does not, and that is fine, too. Times are those of
where she is.

Rules: at most one prompt and one follow-up for a habit a day, none after 18:00; at most three
messages a day; nothing from 20:00 to 08:00; nothing that is done already; no follow-up for
whoever was not here since the last two; after 14 silent days one question, then silence. The
digest is a mail that she chose.

## What they say

| Title | Text |
| --- | --- |
"""


def page_of(year: Year) -> str:
    """Return the page."""
    return HEAD + "".join((*_texts(), "\n## What arrived\n", *_months(year), *_sums(year)))


def _texts() -> Iterator[str]:
    for title, text in SAYS.values():
        yield f"| {title} | {text} |\n"
    several = "2 micro-goals and reviews are due. Have a look when it suits you."
    yield f"| {TOGETHER} | {several} |\n"


def _months(year: Year) -> Iterator[str]:
    for (_, _), days in groupby(_lines(year), key=lambda one: (one[0].year, one[0].month)):
        first, *others = days
        yield f"\n### {first[0]:%B}\n\n"
        yield from (f"- {says}\n" for _, says in (first, *others))


def _lines(year: Year) -> Iterator[tuple[date, str]]:
    """Yield each day on which something arrived or happened, with what."""
    came: dict[date, list[str]] = defaultdict(list)
    for one in year.arrived:
        local = _local(year, one.at)
        way = " (mail)" if one.way == "mail" else ""
        came[local.date()].append(f"{local:%H:%M} {one.title}{way}")
    told = {one.day: f"*{one.says}* " for one in REMARKS}
    for day in sorted({*came, *told}):
        yield day, f"{day:%a} {day.day}: {told.get(day, '')}{' · '.join(came[day])}".rstrip()


def _local(year: Year, at: int) -> datetime:
    day = moment_in(HOME, at).local().date()
    return moment_in(year.zones.get(day, HOME), at).local()


def _sums(year: Year) -> Iterator[str]:
    days = Counter(_local(year, one.at).date() for one in year.arrived)
    all_days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    quiet = sum(1 for day in all_days if day.weekday() < 5 and day not in days)
    yield "\n## In numbers\n\n"
    yield f"{len(year.arrived)} messages in the year; on {quiet} working days none at all.\n\n"
    yield "| Title | Times |\n| --- | --- |\n"
    titles = Counter(one.title for one in year.arrived)
    yield from (f"| {title} | {times} |\n" for title, times in titles.most_common())
