"""Manifest, worker, offline page."""

import json
import re
from pathlib import Path

import pytest

from tests.support.make import Someone, win
from tests.support.needs import built_assets
from tests.web.conftest import Browser
from webapp.paths import BUILT, MANIFEST


def test_the_manifest_names_what_a_home_screen_needs(signed_out: Browser) -> None:
    answer = signed_out.get("/manifest.json")
    manifest = answer.json
    assert answer.mimetype == "application/manifest+json"
    needed = "id name short_name description start_url scope display display_override lang dir"
    rich = "icons screenshots shortcuts share_target launch_handler categories"
    assert {*needed.split(), *rich.split()} <= set(manifest)
    assert {"any", "maskable"} < {icon["purpose"] for icon in manifest["icons"]}


def pictures() -> list[dict[str, str]]:
    manifest = json.loads(MANIFEST.read_text())
    of_shortcuts = [icon for shortcut in manifest["shortcuts"] for icon in shortcut["icons"]]
    all_of_them = [*manifest["icons"], *manifest["screenshots"], *of_shortcuts]
    return [picture for picture in all_of_them if picture["sizes"] != "any"]


@pytest.mark.parametrize("picture", pictures(), ids=lambda picture: picture["src"])
def test_every_picture_of_the_manifest_is_there_in_its_size(
    signed_out: Browser, picture: dict[str, str]
) -> None:
    answer = signed_out.get(picture["src"])
    width, height = (int.from_bytes(answer.data[at : at + 4]) for at in (16, 20))
    assert (answer.mimetype, picture["sizes"]) == ("image/png", f"{width}x{height}")


def test_the_icon_that_fits_every_size_is_the_one_that_pages_load_anyway(as_ana: Browser) -> None:
    icons = json.loads(MANIFEST.read_text())["icons"]
    [any_size] = [icon["src"] for icon in icons if icon["sizes"] == "any"]
    assert f'<link rel="icon" href="{any_size}"' in as_ana.get("/").text


def test_screenshots_show_both_a_phone_and_a_wide_screen_and_weigh_little() -> None:
    built_assets()
    shots = json.loads(MANIFEST.read_text())["screenshots"]
    assert {shot["form_factor"] for shot in shots} == {"narrow", "wide"}
    assert all(shot["label"] for shot in shots)
    assert sum((BUILT / Path(shot["src"]).name).stat().st_size for shot in shots) < 150_000


def test_shortcuts_and_shares_lead_to_pages_of_the_app(as_ana: Browser) -> None:
    manifest = json.loads(MANIFEST.read_text())
    addresses = [shortcut["url"] for shortcut in manifest["shortcuts"]]
    addresses += [manifest["start_url"], manifest["share_target"]["action"]]
    assert [as_ana.get(address).status_code for address in addresses] == [200] * len(addresses)


def test_the_worker_is_not_cached_and_lies_at_the_root(signed_out: Browser) -> None:
    answer = signed_out.get("/sw.js")
    assert answer.headers["Cache-Control"] == "no-cache"
    tag = answer.headers["ETag"]
    assert signed_out.get("/sw.js", headers={"If-None-Match": tag}).status_code == 304


def test_hashed_files_are_cached_for_ever_and_compressed(signed_out: Browser) -> None:
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


@pytest.mark.parametrize("path", ["/", "/presets/", "/help/", "/settings/theme/edit"])
def test_every_page_of_a_person_says_how_new_it_is(
    as_ana: Browser, ana: Someone, path: str
) -> None:
    revs = [as_ana.get(path).headers["Smallwins-Rev"]]
    ana.sends(win())
    revs.append(as_ana.get(path).headers["Smallwins-Rev"])
    assert revs == [str(ana.me.rev - 1), str(ana.me.rev)]


def test_no_other_answer_says_how_new_it_is(as_ana: Browser, signed_out: Browser) -> None:
    answers = [as_ana.get("/nothing"), as_ana.get("/manifest.json"), signed_out.get("/help/")]
    assert [answer.headers.get("Smallwins-Rev") for answer in answers] == [None] * 3


@pytest.mark.parametrize("page", ["/offline", "/not-sent", "/signed-out"])
def test_pages_for_everybody_are_asked_for_again_each_time(signed_out: Browser, page: str) -> None:
    assert signed_out.get(f"{page}?language=ar").headers["Cache-Control"] == "no-cache"


def test_the_manifest_is_kept_for_an_hour_by_cookie_and_language(signed_out: Browser) -> None:
    headers = signed_out.get("/manifest.json").headers
    assert headers["Cache-Control"] == "max-age=3600"
    assert {"Cookie", "Accept-Language"} <= {*headers["Vary"].split(", ")}


def test_the_manifest_is_in_the_language_of_the_page(signed_out: Browser) -> None:
    page = signed_out.get("/sessions/new", headers={"Accept-Language": "ar"}).text
    assert 'href="/manifest.json?language=ar"' in page
    manifest = signed_out.get("/manifest.json?language=ar").json
    assert (manifest["lang"], manifest["dir"], manifest["name"]) == ("ar", "rtl", "Small Wins")
    assert [one["name"] for one in manifest["shortcuts"]] == ["تسجيل إنجاز", "تقييم الثقة"]
    assert not re.search("[a-z]", manifest["description"] + manifest["screenshots"][0]["label"])


@pytest.mark.parametrize("language", ["en", "xx", ""])
def test_an_unknown_language_of_the_manifest_is_english(signed_out: Browser, language: str) -> None:
    manifest = signed_out.get(f"/manifest.json?language={language}").json
    assert (manifest["lang"], manifest["shortcuts"][0]["name"]) == ("en", "Log a win")


def test_without_a_connection_the_worker_shows_one_of_two_sentences(signed_out: Browser) -> None:
    # static/js/sw/words.js looks for these marks: what a team's page says is hidden until then.
    page = signed_out.get("/offline").text
    assert page.count('<p data-of="page">') == page.count('<p data-of="team" hidden>') == 1
