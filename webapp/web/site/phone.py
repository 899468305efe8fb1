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
    """Answer with the manifest of the home-screen app."""
    return _file(MANIFEST, "application/manifest+json", "max-age=3600")


@pages.get("/sw.js")
def worker() -> ResponseReturnValue:
    """Answer with the service worker; never cached, so that a new version is noticed."""
    return _file(BUILT / "sw.js", "text/javascript", "no-cache")


@pages.get("/offline")
def offline() -> ResponseReturnValue:
    """Show the page in place of one that this phone has not stored."""
    return shared_page("offline.html")


@pages.get("/not-sent")
def not_sent() -> ResponseReturnValue:
    """Show that a form got no answer; the worker shows it in place of the answer."""
    return shared_page("not_sent.html")


@pages.get("/signed-out")
def signed_out() -> ResponseReturnValue:
    """Show that the person is signed out, until the server can be reached."""
    return shared_page("signed_out.html")


def shared_page(template: str) -> Response:
    """Return a page that is the same for everybody and that the worker stores in every language.

    The worker requests each with its language in the address (static/js/sw/pages.js).
    """
    answer_in(request.args.get("language"))
    response = make_response(render_template(template))
    response.headers["Cache-Control"] = "no-cache"
    return response


def _file(path: Path, mimetype: str, cache_control: str) -> Response:
    content = path.read_bytes()
    response = Response(content, mimetype=mimetype)
    response.headers["Cache-Control"] = cache_control
    response.set_etag(sha256(content).hexdigest()[:16])
    response.make_conditional(request)
    return response
