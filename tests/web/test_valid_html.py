"""The Nu HTML checker finds nothing on any page but what htmx adds to HTML."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.make import OURS, Someone, entry, rating
from tests.support.needs import html_checker, program
from tests.web.asking import asked, named
from tests.web.conftest import Browser
from tests.web.rights import RIGHTS
from tests.web.test_page_queries import PAGES

# One engine: what a page says on both is asked of both by the tests of that page.
pytestmark = [pytest.mark.long, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
DOORS = [
    "/",
    "/sessions/new",
    "/people/new",
    "/resets/a-link",
    "/signed-out",
    "/offline",
    "/nothing",
]
PATHS = [route.split()[1] for route in PAGES if "<" not in route]  # those without an id
FORMS_OF_PAGES = [route for route in RIGHTS if route.startswith(("POST ", "PATCH "))]
OF_HTMX = "Attribute “hx-"


def test_the_html_of_every_page_is_valid(
    as_ana: Browser,
    as_ben: Browser,
    signed_out: Browser,
    ana: Someone,
    theirs: dict[str, Any],
    tmp_path: Path,
) -> None:
    """All pages in one run: the checker takes a second to start."""
    ana.sends(rating(), entry("log_win", what="Told them", kind="process", impact="3 fewer"))
    pages = {path: signed_out.get(path) for path in DOORS}
    pages |= {f"{path} at first": as_ben.get(path) for path in PATHS}
    pages |= {route: asked(as_ana, route, theirs) for route in PAGES}
    pages |= {f"{path} in Arabic": in_arabic(as_ana, path) for path in PATHS}
    pages |= {f"{route} by htmx": by_htmx(as_ana, route, theirs) for route in PAGES}
    pages |= {f"{route} refused": refused(as_ana, route, theirs) for route in FORMS_OF_PAGES}
    pages |= {f"{path} after a tap": after_a_tap(as_ana, path) for path in ("wins", "decisions")}
    for number, (page, answer) in enumerate(pages.items()):
        if answer.mimetype == "text/html" and answer.status_code != 303:
            name = f"{number:03} {page}".replace("/", "_")
            (tmp_path / f"{name}.html").write_text(whole(answer.text))
    assert faults_in(tmp_path) == []


def by_htmx(browser: Browser, route: str, things: dict[str, Any]) -> Any:
    headers = {"HX-Request": "true", "HX-Request-Type": "partial"}
    return browser.get(named(route.split()[1], things), headers=headers)


def refused(browser: Browser, route: str, things: dict[str, Any]) -> Any:
    """Return the answer to a form that says nothing of use."""
    method, path = route.split()
    form = {"what": "", "first": "2026-12-24", "last": "2026-12-01", "rating": "11"}
    path = named(path, things)
    return browser.client.open(path, method=method, data=form, headers=OURS, buffered=True)


def after_a_tap(browser: Browser, path: str) -> Any:
    """Return the page with its toast, as it is where no script runs."""
    answer = browser.post(f"/{path}/", what="Told them", kind="quick", importance="routine")
    return browser.get(answer.location)


def in_arabic(browser: Browser, path: str) -> Any:
    return browser.get(path, headers={"Accept-Language": "ar"})


def whole(page: str) -> str:
    """Return the page, or a page around what is a part of one."""
    if page.startswith("<!DOCTYPE html>"):
        return page
    part = f"<ul>{page}</ul>" if page.lstrip().startswith("<li") else page
    page = f"<h1>Part</h1>{part}"
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
