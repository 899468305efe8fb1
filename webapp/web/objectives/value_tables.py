"""Tables of values for an indicator: entering, previewing and storing one."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from webapp.domain.objectives.indicators import indicator_of
from webapp.domain.objectives.value_tables import Preview, store_table
from webapp.rules.objectives.value_tables import NOTHING_CHOSEN, table_layout
from webapp.rules.shared.problems import Invalid
from webapp.rules.tables.dialects import Choices, Layout
from webapp.web.shared.errors import sentence
from webapp.web.shared.htmx import redirect_to, wants_fragment
from webapp.web.shared.i18n.number_formats import page_format
from webapp.web.shared.login import current_person
from webapp.web.shared.permissions.acting import acting

SHOWN_AGAIN = 200 * 1000  # characters of a pasted table; more is not sent back for correction

pages = Blueprint("value_tables", __name__, url_prefix="/indicators/<indicator_id>/tables")


@pages.get("/new")
def new(indicator_id: str) -> ResponseReturnValue:
    """Show where a table is pasted, or a file chosen."""
    return draw_table(indicator_id)


@pages.post("/")
def create(indicator_id: str) -> ResponseReturnValue:
    """Store the table that was previewed."""
    try:
        text = request.form.get("table", "")
        many = store_table(acting(), indicator_id, text, page_format())
    except Invalid as invalid:
        return draw_table(indicator_id, request.form.get("table", ""), invalid), 422
    return redirect_to(url_for("indicators.show", indicator_id=indicator_id, stored=many))


def draw_table(
    indicator_id: str,
    text: str = "",
    invalid: Invalid | None = None,
    preview: Preview | None = None,
    choices: Choices = NOTHING_CHOSEN,
) -> str:
    """Return the page where a table is given, with what is wrong with it or what it would do.

    A problem of the field `decimal` or `order` is a question, and the page has its answers.
    choices: what was chosen already, which is sent along with the answers.
    """
    problems = invalid.problems if invalid else ()
    layout = preview.table.dialect if preview else table_layout(text, choices)
    return render_template(
        "value_tables/_result.html" if wants_fragment() else "value_tables/new.html",
        person=current_person(),
        indicator=indicator_of(acting(), indicator_id),
        text=text if len(text) <= SHOWN_AGAIN else "",
        problems=[sentence(problem) for problem in problems],
        asked={problem.field: problem.values for problem in problems},
        preview=preview,
        chosen=choices,
        columns=layout.columns if layout else None,
        labels=_labels(layout) if layout else (),
    )


def _labels(layout: Layout) -> list[str]:
    # A column without a heading is called by its number, and the first value in it.
    return [
        name
        if name and layout.header
        else gettext("Column %(num)s: %(first)s", num=place, first=name or "…")
        for place, name in enumerate(layout.names, 1)
    ]
