"""The evidence page: the record of one's own counted wins, to read, print and download."""

from datetime import date

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from webapp.domain.capture.today import day_of
from webapp.domain.insights.evidence import MOST_IN_FILE, Record, file_of, record_of
from webapp.domain.insights.exhibits import Cursor
from webapp.rules.capture.evidence import MOST_LEFT_OUT, EvidenceQuery, parse_evidence_query
from webapp.rules.shared.ids import UUID
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.web.insights.indicator_changes import change_text
from webapp.web.insights.record_says import (
    first_line,
    giver_of,
    offered_parts,
    part_name,
    period,
    times,
)
from webapp.web.insights.records import FORMS, Content
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.errors import by_field
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.login import current_person

FIELDS = ("from", "to", "objective", "q")

pages = Blueprint("evidence", __name__, url_prefix="/evidence")
for words in (change_text, giver_of, part_name, times):
    pages.add_app_template_filter(words)


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show the counted wins of a period by objective, or the problems of the query."""
    person = current_person()
    try:
        asked = _asked()
    except Invalid as invalid:
        return _draw(_record(parse_evidence_query({}, _today())), by_field(invalid)), 422
    return page_or_304(person, lambda: _draw(_record(asked, _cursor()), {}))


@pages.get("/record.<form>")
def show(form: str) -> ResponseReturnValue:
    """Download the same as a file: md, csv or json."""
    if form not in FORMS:
        raise NotFound
    mimetype, write = FORMS[form]
    person, asked = current_person(), _asked()
    summary, exhibits = file_of(person, asked, _today(), zone_of(person))
    content = Content(person.name, asked, summary, exhibits)
    response = Response(write(content), mimetype=mimetype)
    name = f"evidence-{asked.first}-{asked.last}.{form}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _asked() -> EvidenceQuery:
    args = request.args
    return parse_evidence_query(args, _today(), args.getlist("without"), args.getlist("parts"))


def _record(asked: EvidenceQuery, after: Cursor | None = None) -> Record:
    person = current_person()
    return record_of(person, asked, _today(), zone_of(person), after)


def _today() -> date:
    return day_of(current_person(), zone_of(current_person()), now())


def _draw(record: Record, problems: dict[str, str]) -> str:
    asked = record.asked
    query = {name: value for name, value in request.args.items() if name in FIELDS}
    chosen = {"without": list(asked.without), "parts": [part.value for part in asked.parts]}
    after = ".".join(map(str, record.after)) if record.after else None
    return render_template(
        "evidence/index.html",
        person=current_person(),
        record=record,
        says=first_line(record.summary),
        period=period(asked.first, asked.last),
        parts=offered_parts(asked.parts),
        room=MOST_LEFT_OUT - len(asked.without),
        query=query,
        address={**query, **{name: value for name, value in chosen.items() if value}},
        after=after,
        most_in_file=MOST_IN_FILE,
        problems=problems,
    )


def _cursor() -> Cursor | None:
    day, _, rest = request.args.get("after", "").partition(".")
    happened, _, win_id = rest.partition(".")
    good = happened.isdecimal() and len(happened) < 16 and UUID.fullmatch(win_id)
    return (day[:10], int(happened), win_id) if good else None
