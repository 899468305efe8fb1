"""Insights: what may be said, how it is calculated, and links to related pages."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from webapp.domain.insights.insights import Insights, show_insights
from webapp.rules.insights.weeks import week_of
from webapp.web.insights.adjustments import cards_of
from webapp.web.insights.beginnings import beginning_card
from webapp.web.insights.charts import chart_of, weeks_of
from webapp.web.insights.measures import measure_cards
from webapp.web.insights.pitfalls import hints_of
from webapp.web.insights.statements import statement_on
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.login import current_person

pages = Blueprint("insights", __name__, url_prefix="/insights")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show the four measures, the adjustments and the pitfalls."""
    return page_or_304(current_person(), _draw)


@pages.get("/method")
def show() -> ResponseReturnValue:
    """Show how each figure is calculated, and how often it would be wrong."""
    return page_or_304(
        current_person(), lambda: render_template("insights/method.html", person=current_person())
    )


def _draw() -> str:
    person = current_person()
    insights = show_insights(person, zone_of(person), now(), request.args.get("area", ""))
    return render_template(
        "insights/index.html",
        person=person,
        insights=insights,
        early=beginning_card(insights),
        week=_number_of_week(insights),
        statement=statement_on(insights.confidence, insights.today),
        chart=chart_of(insights),
        weeks=weeks_of(insights),
        measures=measure_cards(insights),
        cards=cards_of(insights),
        hints=hints_of(insights),
    )


def _number_of_week(insights: Insights) -> int:
    """Return which week of this person's log it is, the first being 1."""
    begun = insights.begun or insights.today
    return week_of(insights.today).index - week_of(begun).index + 1
