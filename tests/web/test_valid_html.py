"""The Nu HTML checker finds nothing on any page but what htmx adds to HTML."""

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.support.make import Someone, entry, rating
from tests.support.needs import html_checker, program
from tests.web.asking import asked
from tests.web.conftest import Browser
from tests.web.test_page_queries import PAGES

DOORS = ["/sessions/new", "/people/new", "/resets/a-link", "/signed-out", "/offline", "/nothing"]
OF_HTMX = "Attribute “hx-"


def test_the_html_of_every_page_is_valid(
    as_ana: Browser, signed_out: Browser, ana: Someone, theirs: dict[str, Any], tmp_path: Path
) -> None:
    """All pages in one run: the checker takes a second to start."""
    ana.sends(rating(), entry("log_win", what="Told them", kind="process", impact="3 fewer"))
    pages = {route: asked(as_ana, route, theirs) for route in PAGES}
    pages |= {path: signed_out.get(path) for path in DOORS}
    pages |= {f"{path} in Arabic": in_arabic(as_ana, path) for path in ("/", "/wins/", "/goals/")}
    for number, (page, answer) in enumerate(pages.items()):
        if answer.mimetype == "text/html":
            name = f"{number:03} {page}".replace("/", "_")
            (tmp_path / f"{name}.html").write_text(whole(answer.text))
    assert faults_in(tmp_path) == []


def in_arabic(browser: Browser, path: str) -> Any:
    return browser.get(path, headers={"Accept-Language": "ar"})


def whole(page: str) -> str:
    """Return the page, or a page around what is a part of one."""
    if page.startswith("<!DOCTYPE html>"):
        return page
    return f'<!DOCTYPE html><html lang="en"><title>Part</title><main>{page}</main></html>'


def faults_in(folder: Path) -> list[str]:
    """Return what is wrong with the files in a folder, each as file, line, message."""
    command = [program("java"), "-jar", html_checker(), "--format", "json", "--exit-zero-always"]
    told = subprocess.run([*command, folder], capture_output=True, text=True, check=True)
    found = json.loads(told.stderr)["messages"]
    return [
        f"{Path(one['url']).name}:{one.get('lastLine')} {one['message']}: {one.get('extract', '')}"
        for one in found
        if OF_HTMX not in one["message"]
    ]
