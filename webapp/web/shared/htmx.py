"""The only module that knows htmx: htmx-flask's request.htmx, and what htmx 4 sends beyond it.

htmx-flask 0.1.0 predates htmx 4: its `trigger`, `trigger_name` and `prompt` are always empty,
and its make_response refuses reswap="afterbegin"; neither is used here.
"""

import json
from typing import cast
from urllib.parse import unquote

from flask import Flask, Response, redirect, request
from htmx_flask import Htmx
from markupsafe import Markup

CONFIG = {
    "prefix": "",
    "includeIndicatorCSS": False,
    "history": False,
    "defaultTimeout": 20000,  # ms
    "noSwap": [204, 304, "401", "5xx"],
}


def init_app(app: Flask) -> None:
    """Give requests `request.htmx`, and keep fragments and pages apart in caches."""
    Htmx(app)
    config = json.dumps(CONFIG, separators=(",", ":"))
    app.jinja_env.globals["htmx_config"] = Markup(config)  # noqa: S704 (our own constants)
    app.after_request(_vary)


def wants_fragment() -> bool:
    """Whether the answer replaces a part of a page (and not the page)."""
    return bool(request.htmx) and request.headers.get("HX-Request-Type") != "full"  # type: ignore[attr-defined]


def target_id() -> str:
    """The id of the element that the answer goes into; htmx 4 sends "div#id"."""
    return unquote(request.headers.get("HX-Target", "").partition("#")[2])


def lead_to(path: str) -> Response:
    """Lead on to another page, whoever asked: htmx for a part of this one, or the browser."""
    if not wants_fragment():
        return cast(Response, redirect(path, 303))
    answer = Response("")
    answer.headers["HX-Redirect"] = path
    return answer


def _vary(response: Response) -> Response:
    if response.mimetype == "text/html":
        response.vary.update(("HX-Request", "HX-Request-Type"))
    return response
