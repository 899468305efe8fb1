"""Forms with files are read only where a file is taken, and only with a short boundary."""

from collections.abc import Callable
from typing import Any

import pytest
from werkzeug.sansio.multipart import MultipartDecoder

from tests.support.make import OURS
from tests.support.steps import calls_of
from tests.web.asking import named
from tests.web.conftest import Browser
from tests.web.rights import FORMS

PREVIEWS = "/indicators/<indicator_id>/previews/"
LONG, SHORT = "f" * 15_000, "f" * 70


def sends(browser: Browser, path: str, boundary: str, method: str = "POST") -> Any:
    """Return the answer to a form with one field, in parts with this boundary."""
    part = 'Content-Disposition: form-data; name="table"\r\n\r\n2026-11-24;9'
    body = f"--{boundary}\r\n{part}\r\n--{boundary}--\r\n"
    kind = f"multipart/form-data; boundary={boundary}"
    return browser.client.open(path, method=method, data=body, content_type=kind, headers=OURS)


def boundaries_read(asked: Callable[[], Any]) -> int:
    """Return how many boundaries were compiled to expressions while the call ran."""
    return calls_of(MultipartDecoder.__init__, asked)


@pytest.mark.parametrize("boundary", [LONG, SHORT])
def test_a_stranger_gets_no_form_of_this_kind_read(signed_out: Browser, boundary: str) -> None:
    for path in ("/sessions/", "/people/", "/languages/", "/nowhere/", "/indicators/x/values/"):
        assert boundaries_read(lambda path=path: sends(signed_out, path, boundary)) == 0
        assert sends(signed_out, path, boundary).status_code == 400


@pytest.mark.parametrize("route", sorted(FORMS))
def test_where_no_file_is_taken_none_is_read(
    as_ana: Browser, theirs: dict[str, Any], route: str
) -> None:
    method, path = route.split()
    takes_files = path.endswith(("/previews/", "/tables/"))
    answer = sends(as_ana, named(path, theirs), SHORT, method)
    assert answer.status_code == (200 if path == PREVIEWS else 303 if takes_files else 400)


@pytest.mark.parametrize("route", sorted(FORMS))
def test_only_where_a_file_is_taken_is_a_form_of_300_kb(
    as_ana: Browser, theirs: dict[str, Any], route: str
) -> None:
    method, path = route.split()
    if path.endswith(("/previews/", "/tables/")):
        return
    form = {**FORMS[route], "note": "x" * 300_000}
    answer = as_ana.client.open(named(path, theirs), method=method, data=form, headers=OURS)
    assert answer.status_code == 413


def test_a_long_boundary_is_refused_where_a_file_is_taken(
    as_ana: Browser, theirs: dict[str, Any]
) -> None:
    path = named(PREVIEWS, theirs)
    assert boundaries_read(lambda: sends(as_ana, path, LONG)) == 0
    assert boundaries_read(lambda: sends(as_ana, path, SHORT)) == 1
    assert sends(as_ana, path, SHORT + "f").status_code == 400
