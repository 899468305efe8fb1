"""Malformed headers, long ids and NUL bytes on every route; odd numbers in the database."""

from datetime import date
from typing import Any

import pytest

from tests.support.make import OURS
from tests.web.asking import named
from tests.web.conftest import Browser
from tests.web.rights import FORMS, RIGHTS
from webapp.storage.objectives.indicators import IndicatorValue

pytestmark = pytest.mark.long

MALFORMED = ["http://[::1", "http://a:b:c", "\xff", "x" * 3000]
READ = ("Referer", "Accept-Language", "If-None-Match", "User-Agent", "HX-Target")
LONG = ["a" * 300, "a\0b", "0" * 5000, "\ud800".encode("utf-8", "replace").decode(), "١" * 40]
NAMES = ("next", "once", "review", "goal", "win", "objective", "leads_to", "undo", "id", "settled")
EXTREME = [(1, 1e-99), (1e15, 1e-12), (1e308, 1e-300), (-1e308, 1e-9), (5e-324, 1e308), (0, 1e-9)]


@pytest.mark.parametrize("ours", [True, False], ids=["ours", "malformed origin"])
def test_no_route_fails_on_malformed_headers(
    ours: bool, as_ana: Browser, theirs: dict[str, Any]
) -> None:
    wrong = []
    for route, bad in ((route, bad) for route in RIGHTS for bad in MALFORMED):
        method, path = route.split()
        headers = {**dict.fromkeys(READ, bad), **(OURS if ours else {"Origin": bad})}
        if method != "DELETE":  # what is deleted would be missing for the next
            answer = as_ana.client.open(
                named(path, theirs), method=method, headers=headers, buffered=True
            )
            wrong += [(route, bad[:20], answer.status_code)] if answer.status_code >= 500 else []
    assert wrong == []


def test_a_malformed_origin_is_refused(as_ana: Browser) -> None:
    for bad in ("http://[", "http://[::1"):
        answer = as_ana.client.post("/wins/", headers={"Origin": bad})
        assert answer.status_code == 403


def test_no_form_fails_on_a_long_id_or_a_nul(as_ana: Browser, theirs: dict[str, Any]) -> None:
    wrong = []
    for route in [route for route in RIGHTS if not route.startswith("GET ")]:
        method, path = route.split()
        if "current" in path or path in {"/people/", "/sessions/", "/devices/", "/outbox/"}:
            continue
        for odd in LONG:
            form = {**dict.fromkeys(NAMES, odd), **dict.fromkeys(FORMS.get(route, {}), odd)}
            address = named(path, theirs)
            answer = as_ana.client.open(address, method=method, data=form, headers=OURS)
            wrong += [(route, odd[:8], answer.status_code)] if answer.status_code >= 500 else []
    assert wrong == []


def test_no_route_fails_on_a_long_id_in_its_address(
    as_ana: Browser, theirs: dict[str, Any]
) -> None:
    wrong = []
    for route, name in ((route, name) for route in RIGHTS for name in theirs):
        method, path = route.split()
        for odd in (
            ("a" * 300, "%00", "a%00b", "%ff", "..%2f", "%E2%80%AE") if f"<{name}>" in path else ()
        ):
            form = FORMS.get(route, {})
            address = named(path, {**theirs, name: odd})
            answer = as_ana.client.open(address, method=method, data=form, headers=OURS)
            wrong += [(route, odd[:8], answer.status_code)] if answer.status_code >= 500 else []
    assert wrong == []


@pytest.mark.parametrize(("value", "exposure"), EXTREME)
def test_no_stored_value_makes_a_page_fail(
    value: float, exposure: float, as_ana: Browser, theirs: dict[str, Any]
) -> None:
    key = theirs["indicator_id"]
    for day in ("2026-11-20", "2026-11-21"):
        IndicatorValue.create(
            owner=IndicatorValue.get(IndicatorValue.indicator == key).owner,
            indicator=key,
            day=day,
            value=value,
            exposure=exposure,
        )
    IndicatorValue.delete().where(IndicatorValue.day == str(date(2026, 11, 24))).execute()
    pages = [f"/indicators/{key}", "/indicators/", "/insights/", "/evidence/", "/objectives/", "/"]
    assert [as_ana.get(page).status_code for page in pages] == [200] * len(pages)
