"""What makes the app an app on a phone: manifest, worker, and the page shown without network."""

from hashlib import sha256
from pathlib import Path

from flask import Blueprint, Response, make_response, render_template, request
from flask.typing import ResponseReturnValue

from webapp.paths import BUILT, MANIFEST
from webapp.web.shared.i18n.language import answer_in

pages = Blueprint("phone", __name__)


@pages.get("/manifest.json")
def manifest() -> ResponseReturnValue:
    """The home-screen app."""
    return _file(MANIFEST, "application/manifest+json", "max-age=3600")


@pages.get("/sw.js")
def worker() -> ResponseReturnValue:
    """The service worker; asked for again each time, so that a new version is noticed."""
    return _file(BUILT / "sw.js", "text/javascript", "no-cache")


@pages.get("/offline")
def offline() -> ResponseReturnValue:
    """Shown in place of a page that this phone does not have."""
    return kept_for_all("offline.html")


@pages.get("/signed-out")
def signed_out() -> ResponseReturnValue:
    """Shown after signing out without a connection, until the server has been told."""
    return kept_for_all("signed_out.html")


def kept_for_all(template: str) -> Response:
    """A page that the worker keeps in every language, whoever is signed in: it is nobody's.

    The worker asks for each with its language in the address (static/js/sw/caches.js).
    """
    answer_in(request.args.get("language"))
    response = make_response(render_template(template))
    response.headers["Cache-Control"] = "no-cache"
    return response


def _file(path: Path, mimetype: str, kept: str) -> Response:
    content = path.read_bytes()
    response = Response(content, mimetype=mimetype)
    response.headers["Cache-Control"] = kept
    response.set_etag(sha256(content).hexdigest()[:16])
    response.make_conditional(request)
    return response
