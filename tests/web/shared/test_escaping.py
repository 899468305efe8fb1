"""Words become text in every template: nothing says that they are markup already."""

import re

from flask import Flask

from tests.support.processes import ROOT

UNESCAPED = re.compile(r"\|\s*safe\b|autoescape|Markup|\bsafe\(")
MARKUP = re.compile(r"\bMarkup\(")
DRAWN_BY_US = {  # who makes markup of text, and escapes what is not a fragment of ours
    "webapp/web/capture/checkin_rows.py",
    "webapp/web/capture/form_templates.py",
    "webapp/web/decisions/decisions.py",
    "webapp/web/shared/forms/once.py",
    "webapp/web/shared/forms/owners.py",
    "webapp/web/shared/fragments.py",
    "webapp/web/shared/hits.py",
    "webapp/web/shared/htmx.py",
    "webapp/web/shared/i18n/gettext.py",
    "webapp/web/shared/win_rows.py",
}


def test_no_template_takes_words_for_markup() -> None:
    texts = {path: path.read_text() for path in (ROOT / "templates").rglob("*.*")}
    assert len(texts) > 100
    assert [str(path) for path, text in texts.items() if UNESCAPED.search(text)] == []


def test_every_template_is_escaped(app: Flask) -> None:
    names = app.jinja_env.list_templates()
    escapes = app.jinja_env.autoescape
    assert callable(escapes)
    assert [name for name in names if not escapes(name)] == []


def test_only_these_make_markup_of_text() -> None:
    paths = (ROOT / "webapp").rglob("*.py")
    found = {str(path.relative_to(ROOT)) for path in paths if MARKUP.search(path.read_text())}
    assert found == DRAWN_BY_US
