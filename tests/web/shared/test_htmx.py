"""What we know of htmx 4 that htmx-flask does not, and what ours is built without."""

import re
from pathlib import Path

import pytest
from flask import Flask, request

from webapp.web.shared.htmx import target_id, wants_fragment

ROOT = Path(__file__).parents[3]
# What tools/assets/htmx.mjs takes out of htmx.
LEFT_OUT = re.compile(
    r"""hx-(?:on\b|boost|swap-oob|select-oob|preserve|push-url|replace-url|history)
    | hx-swap=["'][^"']*(?:morph|Morph|outerSync|transition:|scroll:|show:)
    | hx-trigger=["'][^"']*\[
    | hx-[a-z]+=["']js:
    | HX-(?:Trigger|Push-Url|Replace-Url|Location)""",
    re.VERBOSE,
)


def asking(app: Flask, **headers: str):  # type: ignore[no-untyped-def]
    return app.test_request_context(
        "/", headers={k.replace("_", "-"): v for k, v in headers.items()}
    )


def test_htmx_requests_are_told_apart_by_htmx_flask(app: Flask) -> None:
    with asking(app, HX_Request="true"):
        assert request.htmx


def test_a_full_page_is_no_fragment(app: Flask) -> None:
    with asking(app, HX_Request="true", HX_Request_Type="full"):
        assert not wants_fragment()
    with asking(app, HX_Request="true", HX_Request_Type="partial"):
        assert wants_fragment()


def test_the_target_is_an_id_without_its_tag(app: Flask) -> None:
    with asking(app, HX_Request="true", HX_Target="ul#todays-wins"):
        assert target_id() == "todays-wins"


@pytest.mark.parametrize("folder", ["templates", "webapp", "static/js"])
def test_nothing_asks_for_what_htmx_is_built_without(folder: str) -> None:
    files = [path for path in (ROOT / folder).rglob("*") if path.suffix in {".html", ".py", ".js"}]
    asking = {path.name for path in files if LEFT_OUT.search(path.read_text())}
    assert len(files) > 100
    assert asking == set()


@pytest.mark.parametrize(
    "markup",
    ['<a hx-on:click="x()">', '<ul hx-swap="outerMorph">', '<i hx-trigger="click[ctrlKey]">'],
)
def test_what_htmx_is_built_without_is_recognised(markup: str) -> None:
    assert LEFT_OUT.search(markup)
