"""Which language a request is answered in."""

from flask import Flask, Response, g, request

from webapp.catalogues import LANGUAGES, SOURCE, direction_of, name_of
from webapp.web.shared import device_cookies
from webapp.web.shared.vary import vary_by

EDITION = "edition"  # what g keeps of the language for the fragments of a page (fragments.py)
COOKIE = "language"  # set by the switch (web/site/languages.py), and by the page when it is offline


def init_app(app: Flask) -> None:
    """Give templates the language of the request, and name it in every answer."""
    app.jinja_env.globals.update(
        language=language,
        direction=direction,
        language_names={code: name_of(code) for code in LANGUAGES},
    )
    app.after_request(_name_language)


def language() -> str:
    """Return the language of this request; it is chosen once."""
    try:
        chosen: str = g.language
    except AttributeError:
        chosen = g.language = _choose()
    return chosen


def direction() -> str:
    """Return the direction of this request's language: "ltr" or "rtl"."""
    return direction_of(language())


def answer_in(wanted: str | None) -> bool:
    """Answer this request in `wanted` if it is one of LANGUAGES; return whether it is."""
    known = wanted in LANGUAGES
    if known:
        g.language = wanted
        g.pop(EDITION, None)
    return known


def _choose() -> str:
    # The device's own choice, else the person's, else what the browser asks for.
    for wanted in (device_cookies.read(COOKIE), _of_person()):
        if wanted in LANGUAGES:
            return wanted
    return _of_browser()


def _of_person() -> str | None:
    # Only of a person who was loaded already: a page about a failing database must not query it.
    return getattr(g.get("_login_user"), "language", None)


def _of_browser() -> str:
    # werkzeug's best_match takes "en" before "ar-EG", whatever their order.
    asked = [tag.partition("-")[0].lower() for tag, quality in request.accept_languages if quality]
    return next((tag for tag in asked if tag in LANGUAGES), SOURCE)


def _name_language(response: Response) -> Response:
    if response.mimetype == "text/html":
        response.headers["Content-Language"] = language()
        if "private" not in response.headers.get("Cache-Control", ""):
            vary_by(response, "Cookie", "Accept-Language")
    return response
