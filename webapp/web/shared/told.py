"""What the phone itself tells with every page: its time zone, its language."""

from flask import Response, request

YEAR = 365 * 24 * 60 * 60  # seconds


def told(name: str) -> str:
    """The value of the phone's cookie `name`, as it came; "" when it says nothing."""
    return request.cookies.get(_full(name), "")


def tell(response: Response, name: str, value: str) -> None:
    """Let the phone keep a value for a year; its scripts may read and set it (page/cookies.js)."""
    response.set_cookie(
        _full(name), value, max_age=YEAR, samesite="Lax", secure=request.is_secure, path="/"
    )


def _full(name: str) -> str:
    # Over https bound to this host: what plain http could have set is not read.
    return f"__Host-{name}" if request.is_secure else name
