"""The record of counted wins as files."""

import json
from collections.abc import Callable, Iterable

from flask_babel import gettext

from webapp.domain.account.people import SignedIn
from webapp.domain.insights.evidence import Exhibit, by_objective, moved_in
from webapp.rules.capture.evidence import EvidenceQuery
from webapp.rules.shared.markdown import address, bullets, document, plain
from webapp.rules.shared.spreadsheets import to_csv
from webapp.web.insights.indicator_changes import change_text
from webapp.web.shared.i18n.dates import day_heading
from webapp.web.shared.i18n.win_kinds import kind_name

Writer = Callable[[SignedIn, EvidenceQuery, Iterable[Exhibit]], str]
COLUMNS = ("day", "kind", "what", "impact", "change", "objectives", "area", "evidence")


def as_markdown(person: SignedIn, asked: EvidenceQuery, exhibits: Iterable[Exhibit]) -> str:
    """Return sections by objective, with a line for each win."""
    title = gettext("Evidence: %(name)s", name=plain(person.name))
    period = f"{day_heading(asked.first.isoformat())} – {day_heading(asked.last.isoformat())}"
    parts = []
    for name, own in by_objective(exhibits):
        parts += [f"## {plain(name) or gettext('Other')}", bullets([_line(one) for one in own])]
    if moved := moved_in(person, asked):
        parts += [
            f"## {gettext('What the numbers did')}",
            bullets([plain(change_text(one)) for one in moved]),
        ]
    return document(title, period, *parts)


def as_csv(_person: SignedIn, _asked: EvidenceQuery, exhibits: Iterable[Exhibit]) -> str:
    """Return a table with a row for each win."""
    return to_csv(COLUMNS, ([*_row(one).values()] for one in exhibits))


def as_json(_person: SignedIn, asked: EvidenceQuery, exhibits: Iterable[Exhibit]) -> str:
    """Return the period and the wins, with the column names of the CSV."""
    wins = [{"id": one.id, **_row(one), "objectives": list(one.objectives)} for one in exhibits]
    period = {"from": asked.first.isoformat(), "to": asked.last.isoformat()}
    return json.dumps({"period": period, "wins": wins}, ensure_ascii=False, indent=1)


def _line(one: Exhibit) -> str:
    parts = [
        f"{one.day.isoformat()}: **{plain(one.what)}**",
        plain(one.impact),
        plain(change_text(one.change)),
    ]
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


FORMS: dict[str, tuple[str, Writer]] = {
    "md": ("text/markdown; charset=utf-8", as_markdown),
    "csv": ("text/csv; charset=utf-8", as_csv),
    "json": ("application/json", as_json),
}
