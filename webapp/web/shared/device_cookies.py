"""Cookies that scripts can read: the time zone of a device, its language, what was stored."""

from flask import Response, request

YEAR = 365 * 24 * 60 * 60  # seconds


def read(name: str) -> str:
    """Return the value of the cookie `name` as the device sent it; "" when it sent none."""
    return request.cookies.get(_full_name(name), "")


def store(response: Response, name: str, value: str, seconds: int = YEAR) -> None:
    """Set the cookie `name` for a time; scripts can read and change it (page/shared/cookies.js)."""
    response.set_cookie(
        _full_name(name), value, max_age=seconds, samesite="Lax", secure=request.is_secure, path="/"
    )


def _full_name(name: str) -> str:
    # Over https bound to this host: a cookie that plain http could have set is not read.
    return f"__Host-{name}" if request.is_secure else name
