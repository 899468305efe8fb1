"""What a table of values would do, before it is stored."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from webapp.domain.objectives.indicators import indicator_of
from webapp.domain.objectives.value_tables import preview_table
from webapp.rules.objectives.value_tables import NOTHING_CHOSEN
from webapp.rules.shared.problems import Invalid
from webapp.rules.tables.dialects import Choices
from webapp.rules.tables.files import decode
from webapp.web.objectives.value_tables import draw_table
from webapp.web.shared.i18n.number_formats import page_format
from webapp.web.shared.permissions.acting import acting

pages = Blueprint("previews", __name__, url_prefix="/indicators/<indicator_id>/previews")


@pages.post("/")
def create(indicator_id: str) -> ResponseReturnValue:
    """Preview a table: the file if one was chosen, else what was pasted. Stores nothing."""
    indicator_of(acting(), indicator_id)
    text, choices = request.form.get("table", ""), _choices()
    try:
        file = request.files.get("file")
        text = decode(file.read()) if file and file.filename else text
        preview = preview_table(acting(), indicator_id, text, page_format(), choices)
    except Invalid as invalid:
        return draw_table(indicator_id, text, invalid, choices=choices), 422
    return draw_table(indicator_id, text, preview=preview)


def _choices() -> Choices:
    form = request.form
    if "again" not in form:  # choices about the table before are not for this one
        return NOTHING_CHOSEN
    columns = {name: form[name] for name in ("day", "value", "exposure") if name in form}
    return Choices(columns, form.get("decimal", ""), form.get("order", ""))
