"""Manifest, worker, offline page."""

import json

from tests.web.conftest import Browser
from webapp.paths import BUILT, MANIFEST


def test_the_manifest_names_what_a_home_screen_needs(signed_out: Browser) -> None:
    answer = signed_out.get("/manifest.json")
    manifest = answer.json
    assert answer.mimetype == "application/manifest+json"
    assert {"id", "name", "short_name", "start_url", "scope", "display", "icons"} <= set(manifest)
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}


def test_every_icon_of_the_manifest_is_there(signed_out: Browser) -> None:
    for icon in json.loads(MANIFEST.read_text())["icons"]:
        answer = signed_out.get(icon["src"])
        width = int.from_bytes(answer.data[16:20])
        assert icon["sizes"] == f"{width}x{width}"


def test_the_worker_is_asked_for_each_time_and_stands_at_the_root(signed_out: Browser) -> None:
    answer = signed_out.get("/sw.js")
    assert answer.headers["Cache-Control"] == "no-cache"
    tag = answer.headers["ETag"]
    assert signed_out.get("/sw.js", headers={"If-None-Match": tag}).status_code == 304


def test_hashed_files_are_kept_for_ever_and_come_compressed(signed_out: Browser) -> None:
    path = json.loads((BUILT / "assets.json").read_text())["app.js"]
    answer = signed_out.get(path, headers={"Accept-Encoding": "br"})
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Encoding"] == "br"


def test_pages_come_compressed(signed_out: Browser) -> None:
    for encoding in ("br", "gzip"):
        answer = signed_out.get("/sessions/new", headers={"Accept-Encoding": encoding})
        assert answer.headers["Content-Encoding"] == encoding
        assert "Accept-Encoding" in answer.headers["Vary"]


def test_every_page_names_whose_it_is(signed_out: Browser, as_ana: Browser) -> None:
    assert signed_out.get("/sessions/new").headers["Smallwins-Person"] == "nobody"
    assert signed_out.get("/nothing").headers["Smallwins-Person"] == "nobody"
    assert len(as_ana.get("/").headers["Smallwins-Person"]) == 32
