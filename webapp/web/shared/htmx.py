"""The only module that knows htmx: htmx-flask's request.htmx, and what htmx 4 sends besides.

htmx-flask 0.1.0 predates htmx 4: its `trigger`, `trigger_name` and `prompt` are always empty,
and its make_response refuses reswap="afterbegin"; neither is used here.
"""

import json
from typing import cast
from urllib.parse import unquote

from flask import Flask, Response, redirect, request
from htmx_flask import Htmx
from markupsafe import Markup

from webapp.web.shared.vary import vary_by

CONFIG = {
    "prefix": "",
    "includeIndicatorCSS": False,
    "history": False,
    "defaultTimeout": 20000,  # ms
    "noSwap": [204, 304, "401", "5xx"],
}


def init_app(app: Flask) -> None:
    """Give requests `request.htmx`, and separate fragments from pages in caches."""
    Htmx(app)
    config = json.dumps(CONFIG, separators=(",", ":"))
    app.jinja_env.globals["htmx_config"] = Markup(config)  # noqa: S704 (our own constants)
    app.after_request(_vary)


def wants_fragment() -> bool:
    """Return whether the answer replaces a part of a page, not the page."""
    return bool(request.htmx) and request.headers.get("HX-Request-Type") != "full"  # type: ignore[attr-defined]


def target_id() -> str:
    """Return the id of the element that the answer replaces; htmx 4 sends "div#id"."""
    return unquote(request.headers.get("HX-Target", "").partition("#")[2])


def redirect_to(path: str) -> Response:
    """Redirect to another page, whether htmx or the browser asked."""
    if not wants_fragment():
        return cast(Response, redirect(path, 303))
    answer = Response("")
    answer.headers["HX-Redirect"] = path
    return answer


def _vary(response: Response) -> Response:
    if response.mimetype == "text/html":
        vary_by(response, "HX-Request", "HX-Request-Type")
    return response
