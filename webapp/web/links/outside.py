"""What a read-only link leads to: a page for anybody who has its address (R32)."""

from typing import Any

from flask import Blueprint, Response, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.links.pages import ShownIndicator, outside_page
from webapp.rules.charts.line_charts import line_chart
from webapp.rules.objectives.indicators import rates
from webapp.rules.objectives.readings import headline
from webapp.rules.shared.links import host_of
from webapp.rules.shared.moments import moment_in
from webapp.rules.teams.boards import parse_cursor
from webapp.web.shared.clock import now
from webapp.web.shared.events import log_event
from webapp.web.shared.i18n.headlines import headline_text
from webapp.web.shared.i18n.language import direction
from webapp.web.shared.login import keys

pages = Blueprint("outside", __name__, url_prefix="/outside")
HIDDEN = {"X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer"}


@pages.get("/<path:link>")
def show(link: str) -> ResponseReturnValue:
    """Show what was chosen; an address that was never made is answered as one that was revoked."""
    after = parse_cursor(request.args.get("after"))
    page = outside_page(link, keys(), now(), after)
    if page is None:
        log_event("link refused")
        return _hidden(make_response(render_template("outside/gone.html"), 404))
    more = page.shown.after
    return _hidden(
        make_response(
            render_template(
                "outside/show.html",
                page=page,
                today=moment_in(page.zone, now()).local().date().isoformat(),
                measures=[_measure(one) for one in page.indicators if one.values],
                host_of=host_of,
                more=more and url_for(".show", link=link, after=str(more)),
                after=after,
            )
        )
    )


def _hidden(response: Response) -> Response:
    response.headers.update(HIDDEN)
    return response


def _measure(shown: ShownIndicator) -> dict[str, Any]:
    """Return what the page says of an indicator: itself, its headline and its chart."""
    one, mirrored = shown.indicator, direction() == "rtl"
    now_is = headline(shown.values)
    rated = rates(shown.values)
    lines = () if rated else (one.baseline, one.target)
    chart = line_chart(rated or shown.values, *lines, better=one.better, mirrored=mirrored)
    return {
        "indicator": one,
        "headline": now_is and headline_text(now_is, one.unit),
        "is_rate": now_is is not None and now_is.is_rate,
        "chart": chart,
    }
