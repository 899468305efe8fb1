"""The ETag of an owner's page: it has the owner's rev, and nothing that whoever looks changed."""

from dataclasses import replace

from flask import Flask

from tests.support.acting import acting_for
from tests.support.make import Someone, rating, win
from tests.web.asking import things_of
from tests.web.conftest import Browser
from tests.web.rights import RIGHTS
from tests.web.test_owner_scope import MOVING, paths
from webapp.web.shared.etags import page_or_304

SEEN = ("ETag", "Smallwins-Rev", "Smallwins-Person", "Cache-Control", "Content-Type")


def seen_by(app: Flask, ana: Someone, owner: Someone) -> tuple[object, str]:
    """Return ETag and rev of a page of `owner` that Ana looks at."""
    cookie = ana.browser(app).get_cookie("session")
    assert cookie is not None
    with app.test_request_context("/", headers={"Cookie": f"session={cookie.value}"}):
        answer = page_or_304(acting_for(owner, ana), lambda: "the page")
    return answer.get_etag(), answer.headers["Smallwins-Rev"]


def test_what_a_member_does_alone_changes_no_page_of_a_team(
    app: Flask, ana: Someone, ben: Someone
) -> None:
    before = seen_by(app, ana, owner=ben)
    ana.sends(rating(3), win())
    assert seen_by(app, ana, owner=ben) == before
    ben.sends(win())
    assert seen_by(app, ana, owner=ben) != before


def test_pages_of_two_owners_of_one_rev_differ(app: Flask, ana: Someone, ben: Someone) -> None:
    of_ben = acting_for(ben, ana)
    cookie = ana.browser(app).get_cookie("session")
    assert cookie is not None
    with app.test_request_context("/", headers={"Cookie": f"session={cookie.value}"}):
        one = page_or_304(of_ben, lambda: "")
        other = page_or_304(replace(of_ben, owner=ana.me.owner), lambda: "")
    assert one.get_etag() != other.get_etag()


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
