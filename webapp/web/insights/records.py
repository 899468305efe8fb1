"""The record of counted wins as files."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flask_babel import gettext

from webapp.domain.insights.evidence import Summary, by_objective
from webapp.domain.insights.exhibits import Exhibit
from webapp.domain.insights.repeats import RepeatedChange
from webapp.domain.recognition.reading import Thanks
from webapp.rules.capture.evidence import EvidenceQuery, Part
from webapp.rules.shared.markdown import address, bullets, document, plain
from webapp.rules.shared.spreadsheets import to_csv
from webapp.web.insights.indicator_changes import change_text
from webapp.web.insights.record_says import first_line, giver_of, part_name, period
from webapp.web.shared.i18n.win_kinds import kind_name


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds: whose record of what, its summary, and its wins, newest first."""

    name: str
    asked: EvidenceQuery
    summary: Summary
    exhibits: Iterable[Exhibit]


Writer = Callable[[Content], str]
COLUMNS = ("day", "kind", "what", "impact", "change", "objectives", "area", "evidence", "said")


def as_markdown(content: Content) -> str:
    """Return the parts in their order; wins by objective, equal ones on one line."""
    title = gettext("Evidence: %(name)s", name=plain(content.name))
    days = period(content.asked.first, content.asked.last)
    parts = [text for part in content.asked.parts for text in MARKDOWN[part](content)]
    return document(title, days, f"**{plain(first_line(content.summary))}**", *parts)


def as_csv(content: Content) -> str:
    """Return a table with a row for each win; the last column has what others said of it."""
    said = _said_of_wins(content)
    rows = ([*_row(one).values(), "; ".join(said.get(one.id, ()))] for one in content.exhibits)
    return to_csv(COLUMNS, rows)


def as_json(content: Content) -> str:
    """Return the period and the parts; wins have the column names of the CSV."""
    asked = content.asked
    said = {"period": {"from": asked.first.isoformat(), "to": asked.last.isoformat()}}
    parts = {part.value: JSON[part](content) for part in asked.parts}
    return json.dumps({**said, **parts}, ensure_ascii=False, indent=1)


def _wins(content: Content) -> Iterable[str]:
    for name, own in by_objective(content.exhibits):
        lines = [_line(line) for repeated in own for line in repeated.lines]
        yield from (f"## {plain(name) or gettext('Other')}", bullets(lines))


def _numbers(content: Content) -> Iterable[str]:
    return _section(Part.NUMBERS, [plain(change_text(one)) for one in content.summary.moved])


def _goals(content: Content) -> Iterable[str]:
    met = content.summary.goals.met
    return _section(Part.GOALS, [_said(goal.day, goal.statement, goal.impact) for goal in met])


def _lessons(content: Content) -> Iterable[str]:
    noted = content.summary.lessons
    return _section(
        Part.LESSONS, [_said(one.day, one.worked or one.improve, one.what) for one in noted]
    )


def _thanks(content: Content) -> Iterable[str]:
    lines = []
    for one in content.summary.thanks:
        words = " ".join(filter(None, (one.achieved, one.matters)))
        facts = (giver_of(one), one.value, *_wins_of(one))
        said = " · ".join(plain(fact) for fact in facts if fact)
        lines.append(f"{one.day}: **{plain(words)}** · {said}")
    return _section(Part.THANKS, lines)


def _said_of_wins(content: Content) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in content.summary.thanks if Part.THANKS in content.asked.parts else ():
        words = " ".join(filter(None, (one.achieved, one.matters)))
        for win in one.wins:
            found.setdefault(win.win, []).append(f"{giver_of(one)}: {words}")
    return found


def _wins_of(thanks: Thanks) -> list[str]:
    return [win.what for win in thanks.wins if win.what is not None]


def _section(part: Part, lines: list[str]) -> Iterable[str]:
    return (f"## {part_name(part)}", bullets(lines)) if lines else ()


def _said(day: object, words: str, more: str) -> str:
    return f"{day}: " + " · ".join(filter(None, (f"**{plain(words)}**", plain(more))))


def _line(line: RepeatedChange) -> str:
    one, count = line.newest, len(line.days)
    days = one.day.isoformat() if count == 1 else f"{line.days[-1]} – {line.days[0]} ({count}×)"
    parts = [f"{days}: **{plain(one.what)}**", plain(one.impact), plain(change_text(one.change))]
    link = f"<{address(one.evidence)}>" if one.evidence else ""
    return " · ".join(part for part in [*parts, link] if part)


def _row(one: Exhibit) -> dict[str, str]:
    return {
        "day": one.day.isoformat(),
        "kind": kind_name(one.kind),
        "what": one.what,
        "impact": one.impact,
        "change": change_text(one.change),
        "objectives": "; ".join(one.objectives),
        "area": one.area,
        "evidence": one.evidence,
    }


def _win(one: Exhibit) -> dict[str, object]:
    return {"id": one.id, **_row(one), "objectives": list(one.objectives)}


MARKDOWN: dict[Part, Callable[[Content], Iterable[str]]] = {
    Part.WINS: _wins,
    Part.NUMBERS: _numbers,
    Part.GOALS: _goals,
    Part.LESSONS: _lessons,
    Part.THANKS: _thanks,
}
JSON: dict[Part, Callable[[Content], list[object]]] = {
    Part.WINS: lambda content: [_win(one) for one in content.exhibits],
    Part.NUMBERS: lambda content: [change_text(one) for one in content.summary.moved],
    Part.GOALS: lambda content: [
        {"day": goal.day.isoformat(), "what": goal.statement, "impact": goal.impact}
        for goal in content.summary.goals.met
    ],
    Part.LESSONS: lambda content: [
        {"day": one.day.isoformat(), "win": one.what, "worked": one.worked, "improve": one.improve}
        for one in content.summary.lessons
    ],
    Part.THANKS: lambda content: [
        {
            "day": one.day,
            "from": giver_of(one),
            "achieved": one.achieved,
            "matters": one.matters,
            "value": one.value,
            "wins": _wins_of(one),
        }
        for one in content.summary.thanks
    ],
}
FORMS: dict[str, tuple[str, Writer]] = {
    "md": ("text/markdown; charset=utf-8", as_markdown),
    "csv": ("text/csv; charset=utf-8", as_csv),
    "json": ("application/json", as_json),
}
