"""The page of one indicator: its headline, its chart, its values, and the row that adds one."""

import re
from datetime import date
from typing import Any

from flask import render_template, request

from webapp.domain.objectives.indicators import (
    PAGE,
    days_of_wins,
    indicator_of,
    value_on,
    values_in_chart,
    values_page,
)
from webapp.domain.objectives.objectives import objectives_of
from webapp.rules.charts.line_charts import LineChart, line_chart
from webapp.rules.objectives.indicators import Value, rates
from webapp.rules.objectives.readings import headline
from webapp.rules.objectives.value_tables import MOST_ROWS
from webapp.rules.shared.numbers import read_whole
from webapp.web.shared.i18n.headlines import headline_text
from webapp.web.shared.i18n.language import direction
from webapp.web.shared.login import current_person
from webapp.web.shared.permissions.acting import acting, day_here

ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def draw_indicator(indicator_id: str, given: Any, problems: dict[str, str]) -> str:
    """Return the page of one indicator, with what was typed into its form and the problems."""
    whose = acting()
    shown = values_shown(indicator_id)
    one = shown["indicator"]
    values = values_in_chart(whose, indicator_id)
    now_is = headline(values)
    return render_template(
        "indicators/show.html",
        chart=_chart(values, one, days_of_wins(whose, indicator_id)),
        headline=headline_text(now_is, one.unit) if now_is else None,
        is_rate=now_is is not None and now_is.is_rate,
        asks_exposure=bool(values and values[-1].exposure),
        today=day_here(),
        objective=dict(objectives_of(whose)).get(one.objective),
        given=given,
        problems=problems,
        kept=value_on(whose, indicator_id, _iso_day("kept")),
        stored=read_whole(request.args.get("stored", ""), range(1, MOST_ROWS + 1)),
        **shown,
    )


def _chart(values: list[Value], one: Any, wins: list[date]) -> LineChart | None:
    """Return the chart; of rates without baseline and target, which are values and no rates.

    one: the indicator; wins: days of those that name it.
    """
    mirrored = direction() == "rtl"
    if rated := rates(values):
        return line_chart(rated, days=wins, mirrored=mirrored)
    lines = (one.baseline, one.target)
    return line_chart(values, *lines, better=one.better, days=wins, mirrored=mirrored)


def values_shown(indicator_id: str) -> dict[str, Any]:
    """Return what a page of an indicator's values shows, by the names of its template."""
    whose = acting()
    indicator = indicator_of(whose, indicator_id)
    values, more = values_page(whose, indicator_id, _iso_day("before"))
    before = values[-1].day if more else None
    return {
        "person": current_person(),
        "indicator": indicator,
        "values": values,
        "before": before,
        "page": PAGE,
    }


def _iso_day(name: str) -> str:
    given = request.args.get(name, "")
    return given if ISO_DAY.fullmatch(given) else ""
