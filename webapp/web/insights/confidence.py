"""One's own confidence as a picture or a table to download; never another person's."""

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from webapp.domain.insights.insights import Series, series_of
from webapp.rules.insights.weeks import Answer, week_of
from webapp.rules.shared.problems import NotFound
from webapp.rules.shared.spreadsheets import to_csv
from webapp.web.insights.charts import chart_of
from webapp.web.insights.statements import statement_on
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.login import current_person

pages = Blueprint("confidence", __name__, url_prefix="/insights")
COLUMNS = ("week", "day", "rating", "scale", "area")


@pages.get("/confidence.<form>")
def show(form: str) -> ResponseReturnValue:
    """Download the chart as svg, or its check-ins as csv."""
    writers = {"svg": ("image/svg+xml", _svg), "csv": ("text/csv; charset=utf-8", _csv)}
    if form not in writers:
        raise NotFound
    mimetype, write = writers[form]
    series = series_of(
        current_person(), zone_of(current_person()), now(), request.args.get("area", "")
    )
    response = Response(write(series), mimetype=mimetype)
    name = f"confidence-{series.today}.{form}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _svg(series: Series) -> str:
    return render_template(
        "insights/confidence.svg",
        chart=chart_of(series),
        statement=statement_on(series.confidence, series.today),
        alone=True,
    )


def _csv(series: Series) -> str:
    area = series.confidence.area
    return to_csv(COLUMNS, (_row(answer, area) for answer in series.confidence.answers))


def _row(answer: Answer, area: str) -> tuple[str | int, ...]:
    week = week_of(answer.day)
    number = f"{week.year}-W{week.number:02}"
    return number, answer.day.isoformat(), answer.value, answer.scale_id, area
