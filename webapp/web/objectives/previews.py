"""What a table of values would do, before it is stored."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from webapp.domain.objectives.indicators import indicator_of
from webapp.domain.objectives.value_tables import preview_table
from webapp.rules.shared.problems import Invalid
from webapp.rules.tables.files import decode
from webapp.web.objectives.value_tables import allow_large, draw_table
from webapp.web.shared.login import current_person, login_required

pages = Blueprint("previews", __name__, url_prefix="/indicators/<indicator_id>/previews")


@pages.post("/")
@login_required
def create(indicator_id: str) -> ResponseReturnValue:
    """Preview a table: the file if one was chosen, else what was pasted. Stores nothing."""
    allow_large()
    indicator_of(current_person(), indicator_id)
    file = request.files.get("file")
    text = decode(file.read()) if file and file.filename else request.form.get("table", "")
    try:
        preview = preview_table(current_person(), indicator_id, text)
    except Invalid as invalid:
        return draw_table(indicator_id, text, invalid), 422
    return draw_table(indicator_id, text, preview=preview)
