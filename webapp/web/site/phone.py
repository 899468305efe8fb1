"""What makes the app an app on a phone: manifest, worker, and the page shown without network."""

import json
from hashlib import sha256

from flask import Blueprint, Response, make_response, render_template, request
from flask.typing import ResponseReturnValue

from webapp.paths import BUILT, MANIFEST
from webapp.web.shared.i18n.language import answer_in
from webapp.web.shared.vary import vary_by
from webapp.web.site.manifests import translated

pages = Blueprint("phone", __name__)


@pages.get("/manifest.json")
def manifest() -> ResponseReturnValue:
    """Answer with the manifest of the home-screen app, in the language of the page that asks.

    Browsers request it without cookies, so the page says its language in the address.
    """
    answer_in(request.args.get("language"))
    content = json.dumps(translated(json.loads(MANIFEST.read_bytes())), ensure_ascii=False)
    response = _answer(content.encode(), "application/manifest+json", "max-age=3600")
    vary_by(response, "Cookie", "Accept-Language")
    return response


@pages.get("/sw.js")
def worker() -> ResponseReturnValue:
    """Answer with the service worker; never cached, so that a new version is noticed."""
    return _answer((BUILT / "sw.js").read_bytes(), "text/javascript", "no-cache")


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


def _answer(content: bytes, mimetype: str, cache_control: str) -> Response:
    response = Response(content, mimetype=mimetype)
    response.headers["Cache-Control"] = cache_control
    response.set_etag(sha256(content).hexdigest()[:16])
    response.make_conditional(request)
    return response
