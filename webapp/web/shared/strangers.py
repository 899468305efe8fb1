"""Strangers: people whose browser has never been signed in here. They see the front page at `/`.

On a phone on which somebody was signed in, `/` leads to sign-in: it may hold entries that wait to
be sent. A phone is known by the cookie of its session or of the device (known_devices.py), which
outlives the session and names nobody. Entries on a phone without its cookies: front/index.js.
"""

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from webapp.web.shared.login import (
    COOKIE,
    DEVICE_COOKIE,
    SECURE_COOKIE,
    SECURE_DEVICE_COOKIE,
    comes_from_signing_in,
)
from webapp.web.shared.visits import sign_up_mode

# Both: over https a browser can still have the cookies of an earlier visit over plain http.
MARKS = frozenset({COOKIE, SECURE_COOKIE, DEVICE_COOKIE, SECURE_DEVICE_COOKIE})
# In addresses that only the app makes: the home screen, its shortcut, forms without scripts.
OF_THE_APP = frozenset({"from", "capture", "logged", "moved"})


def is_stranger() -> bool:
    """Return whether this request for `/` is of somebody who was never signed in here."""
    asks_as_app = not OF_THE_APP.isdisjoint(request.args) or "HX-Request" in request.headers
    if asks_as_app or comes_from_signing_in():
        return False
    return MARKS.isdisjoint(request.cookies) and not current_user.is_authenticated


def front_page() -> ResponseReturnValue:
    """Show what the app is, and the ways in; nothing keeps this page (no-store)."""
    return render_template("front/index.html", sign_up_mode=sign_up_mode(), root=request.url_root)
