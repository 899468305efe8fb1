"""The evidence page: the record of one's own counted wins, to read, print and download."""

from datetime import date

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from webapp.domain.capture.today import day_of
from webapp.domain.insights.evidence import Cursor, Record, exhibits_of, record_of
from webapp.rules.capture.evidence import EvidenceQuery, parse_evidence_query
from webapp.rules.shared.ids import UUID
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.web.insights.indicator_changes import change_text
from webapp.web.insights.records import FORMS
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.errors import by_field
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.login import current_person

FIELDS = ("from", "to", "objective", "q")

pages = Blueprint("evidence", __name__, url_prefix="/evidence")
pages.add_app_template_filter(change_text)


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show the counted wins of a period by objective, or the problems of the query."""
    person = current_person()
    try:
        asked = _asked()
    except Invalid as invalid:
        return _draw(record_of(person, parse_evidence_query({}, _today())), by_field(invalid)), 422
    return page_or_304(person, lambda: _draw(record_of(person, asked, _cursor()), {}))


@pages.get("/record.<form>")
def show(form: str) -> ResponseReturnValue:
    """Download the same as a file: md, csv or json."""
    if form not in FORMS:
        raise NotFound
    mimetype, write = FORMS[form]
    asked = _asked()
    response = Response(
        write(current_person(), asked, exhibits_of(current_person(), asked)), mimetype=mimetype
    )
    name = f"evidence-{asked.first}-{asked.last}.{form}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _asked() -> EvidenceQuery:
    return parse_evidence_query(request.args, _today())


def _today() -> date:
    return day_of(current_person(), zone_of(current_person()), now())


def _draw(record: Record, problems: dict[str, str]) -> str:
    query = {name: value for name, value in request.args.items() if name in FIELDS}
    after = ".".join(map(str, record.after)) if record.after else None
    return render_template(
        "evidence/index.html",
        person=current_person(),
        record=record,
        query=query,
        after=after,
        problems=problems,
        forms=list(FORMS),
    )


def _cursor() -> Cursor | None:
    day, _, rest = request.args.get("after", "").partition(".")
    happened, _, win_id = rest.partition(".")
    good = happened.isdecimal() and len(happened) < 16 and UUID.fullmatch(win_id)
    return (day[:10], int(happened), win_id) if good else None
