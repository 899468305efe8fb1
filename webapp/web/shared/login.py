"""Signing in: Flask-Login over our own table of hashed tokens.

Flask-Login's own cookies stay valid after sign-out; ours ends with its row.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, cast
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, g, make_response, redirect, request, url_for
from flask.sessions import SessionInterface, SessionMixin
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, current_user
from werkzeug.wrappers import Request

from webapp.domain.account.known_devices import renewed, with_person
from webapp.domain.account.people import SignedIn
from webapp.domain.account.sessions import end_session, find_person, start_session
from webapp.rules.account.keys import Keys
from webapp.rules.shared.ids import PersonId
from webapp.rules.shared.moments import DAY
from webapp.web.shared.clock import now

P = ParamSpec("P")

COOKIE = "session"
SECURE_COOKIE = "__Host-session"
DEVICE_COOKIE = "device"
SECURE_DEVICE_COOKIE = "__Host-device"
ASKING = "asking_to_sign_in"
PERSON_HEADER = "Smallwins-Person"
REV_HEADER = "Smallwins-Rev"
FORMS = frozenset({"/sessions/", "/sessions/new", "/people/", "/people/new"})
FORMS_OF_LINKS = ("/sign-up-links/", "/resets/")
YEAR = 365 * DAY // 1000  # seconds


class NoSessions(SessionInterface):
    """A replacement for Flask's signed cookie that neither reads nor sets it."""

    def open_session(self, app: Flask, request: Request) -> None:
        """Return no session."""

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Store nothing."""


def init_app(app: Flask) -> None:
    """Let Flask-Login find the person by the token of a request."""
    app.session_interface = NoSessions()
    # A name that no request can have: Flask-Login would believe its cookie before our token.
    app.config["REMEMBER_COOKIE_NAME"] = ";"
    manager = LoginManager()
    manager.session_protection = None  # it would guard Flask's session, and there is none
    manager.request_loader(_load)
    # Templates get no current_user: a page about an unreachable database must not query it.
    manager.init_app(app, add_context_processor=False)
    app.after_request(_name_person)
    app.after_request(_renew_device)


def current_person() -> SignedIn:
    """Return the signed-in person; only in pages that are not for everybody."""
    return cast(SignedIn, g.get("_login_user") or current_user._get_current_object())


def load_person() -> None:
    """Look up the signed-in person, if any, for pages that signed-out people see too."""
    current_user._get_current_object()


def login_required(
    page: Callable[P, ResponseReturnValue],
) -> Callable[P, ResponseReturnValue]:
    """Redirect signed-out people to sign-in, and back to the page afterwards.

    For pages that are for everybody otherwise; all others need a permission (permissions).
    """

    @wraps(page)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        if not current_user.is_authenticated:
            return ask_to_sign_in()
        return page(*args, **kwargs)

    return guarded


def wait_for_sign_in(app: Flask, asking: Callable[[], ResponseReturnValue]) -> None:
    """Let `asking` answer signed-out people instead of a page that needs somebody."""
    app.extensions[ASKING] = asking


def sign_in(person_id: PersonId, leads_to: str, page: str = "") -> Response:
    """Return an answer that signs this device in and redirects to a path of this app.

    page: is shown instead, if there is one.
    """
    _end_current()
    token = start_session(person_id, keys(), now(), request.headers.get("User-Agent", ""))
    response = make_response(page or redirect(leads_to, 303))
    _set_hidden_cookie(response, _cookie_name(), token)
    device = with_person(known_device(), person_id, keys(), now())
    _set_hidden_cookie(response, _device_cookie_name(), device)
    return response


def sign_out(answer: ResponseReturnValue) -> Response:
    """Return `answer`, made to sign this device out and to clear the browser's cache."""
    device = _marked_device()
    _end_current()
    response = make_response(answer)
    if device:
        _set_hidden_cookie(response, _device_cookie_name(), device)
    for name in (COOKIE, SECURE_COOKIE):
        response.delete_cookie(name, secure=request.is_secure, httponly=True, samesite="Lax")
    response.headers["Clear-Site-Data"] = (
        '"cache"'  # not "storage": that would delete unsent entries
    )
    return response


def safe_path(path: str | None) -> str:
    """Return `path` if it is a path of this app, else that of Today."""
    inside = path and path.startswith("/") and not path.startswith(("//", "/\\"))
    printable = path and path.isprintable() and "\\" not in path
    return path if path and inside and printable else url_for("today.index")


def keys() -> Keys:
    """Return the keys for hashing tokens."""
    return cast(Keys, current_app.config["KEYS"])


def session_token() -> str:
    """Return the token of this device, "" if it has none."""
    return request.cookies.get(_cookie_name(), "")


def known_device() -> str:
    """Return the cookie of a device that was signed in before, "" if it has none."""
    return request.cookies.get(_device_cookie_name(), "")


def _load(asked: Request) -> SignedIn | None:
    token = asked.cookies.get(_cookie_name())
    return find_person(token, keys(), now()) if token else None


def _name_person(response: Response) -> Response:
    # The worker stores a page under this name, and no page without it, such as a captive portal's.
    if response.mimetype == "text/html" and PERSON_HEADER not in response.headers:
        known = response.status_code < 500 and current_user.is_authenticated
        response.headers[PERSON_HEADER] = current_person().key if known else "nobody"
        if known and response.status_code == 200:
            response.headers[REV_HEADER] = str(current_person().rev)
    return response


def _renew_device(response: Response) -> Response:
    # The key may have been replaced since the person signed in here.
    is_page = response.mimetype == "text/html" and response.status_code == 200
    is_known = is_page and known_device() and current_user.is_authenticated
    device = renewed(known_device(), current_person().id, keys(), now()) if is_known else ""
    if device:
        _set_hidden_cookie(response, _device_cookie_name(), device)
    return response


def ask_to_sign_in() -> ResponseReturnValue:
    """Return the answer to a request of nobody that only a signed-in person may make."""
    if request.headers.get("HX-Request"):
        return "", 401
    asking: Callable[[], ResponseReturnValue] = current_app.extensions[ASKING]
    return asking()


def redirect_to_sign_in() -> ResponseReturnValue:
    """Redirect to the sign-in page, which leads back to this page."""
    here = request.full_path.rstrip("?") if request.method == "GET" else referring_page()
    leads_to = None if here in ("", "/") else here
    # Forms that sign in lead on to a page, and no link does: without the cookie it was not kept.
    was_kept = request.method != "GET" or not comes_from_signing_in() or bool(session_token())
    refused = None if was_kept else "refused"
    return redirect(url_for("sessions.new", next=leads_to, cookies=refused), 303)


def comes_from_signing_in() -> bool:
    """Return whether a form that signs in led to this request."""
    page = urlsplit(referring_page()).path
    return page in FORMS or page.startswith(FORMS_OF_LINKS)


def referring_page() -> str:
    """Return the path of the page of ours that this request comes from, "" if it does not say."""
    try:
        page = urlsplit(request.referrer or "")
    except ValueError:  # a malformed host
        return ""
    return f"{page.path}?{page.query}".rstrip("?") if page.netloc == request.host else ""


def _marked_device() -> str:
    # A session from before there was this cookie: the device has to stay known without it.
    device = known_device()
    if device or not current_user.is_authenticated:
        return device
    return with_person(device, current_person().id, keys(), now())


def _end_current() -> None:
    # Both: over https a browser can still have the cookie of an earlier visit over plain http.
    for name in (COOKIE, SECURE_COOKIE):
        if token := request.cookies.get(name):
            end_session(token, keys(), now())


def _set_hidden_cookie(response: Response, name: str, value: str) -> None:
    # Scripts cannot read it, and other sites do not send it.
    response.set_cookie(
        name,
        value,
        max_age=YEAR,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure,
        path="/",
    )


def _device_cookie_name() -> str:
    return SECURE_DEVICE_COOKIE if request.is_secure else DEVICE_COOKIE


def _cookie_name() -> str:
    return SECURE_COOKIE if request.is_secure else COOKIE
