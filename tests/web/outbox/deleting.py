"""Deleting by plain forms: what was there, and the buttons that bring it back."""

import re
from typing import Any

from tests.web.asking import asked
from tests.web.conftest import Browser
from webapp.storage.upkeep.models import MODELS

NOT_OF_THE_THING = {"bucket", "session", "receipt", "form_receipt", "deletion"}
UNDO = re.compile(r'action="(/deletions/[0-9a-f-]{36})\?_method=DELETE"')


def everything() -> dict[str, list[str]]:
    """Return all rows by table, without what a request always changes."""
    found = {}
    for model in MODELS:
        table = model._meta.table_name
        rows = [{**row, "rev": 0, "stored": 0} for row in model.select().dicts()]
        if table not in NOT_OF_THE_THING:
            found[table] = sorted(map(repr, rows))
    return found


def undo_buttons(page: str) -> list[str]:
    return UNDO.findall(page)


def deleted_by(browser: Browser, route: str, things: dict[str, Any]) -> Any:
    answer = asked(browser, route, things)
    assert answer.status_code == 303
    return answer
