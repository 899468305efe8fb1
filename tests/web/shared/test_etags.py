"""The ETag of a page of one's own things: it has their rev; a page of a team has none."""

from flask import Flask

from tests.support.acting import acting_for
from tests.support.make import Someone, rating
from tests.web.asking import things_of
from tests.web.conftest import Browser
from tests.web.rights import RIGHTS
from tests.web.test_owner_scope import MOVING, paths
from webapp.web.shared.etags import page_or_304

SEEN = ("ETag", "Smallwins-Rev", "Smallwins-Person", "Cache-Control", "Content-Type")


def test_a_page_of_a_team_has_no_etag_and_is_drawn_each_time(
    app: Flask, ana: Someone, ben: Someone
) -> None:
    cookie = ana.browser(app).get_cookie("session")
    assert cookie is not None
    asked = {"Cookie": f"session={cookie.value}", "If-None-Match": "*"}
    with app.test_request_context("/", headers=asked):
        answer = page_or_304(acting_for(ben, ana), lambda: "the page")
    assert (answer.status_code, answer.get_data(as_text=True)) == (200, "the page")
    assert answer.get_etag() == (None, None)
    assert "Cache-Control" not in answer.headers  # then it is no-store (headers.py)


def test_a_check_in_changes_no_byte_and_no_etag_of_anybody_elses_page(
    app: Flask, ana: Someone, ben: Someone
) -> None:
    own, ana_has = things_of(ben), things_of(ana)
    browser = Browser(ben.browser(app))
    pages = [path for path in {*paths(own), *paths(ana_has)} if path not in MOVING]
    assert len(pages) > len([route for route in RIGHTS if route.startswith("GET ")])

    def answers() -> dict[str, object]:
        found = {path: browser.get(path, headers={}) for path in pages}
        return {path: [one.status_code, *map(one.headers.get, SEEN)] for path, one in found.items()}

    answers()  # the first look at the insights stores what they show
    before = answers()
    ana.sends(rating(3, note="Felt shaky"))
    assert answers() == before
