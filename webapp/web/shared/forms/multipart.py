"""Refusing forms of a kind that only files need, before they are read.

Werkzeug makes two regular expressions of the boundary of such a form, and Python keeps them: long
boundaries of strangers' choice would fill the memory.
"""

from flask import Flask, abort, request

FILES_TAKEN = frozenset({"previews.create", "value_tables.create"})  # endpoints
LONGEST_BOUNDARY = 70  # characters, RFC 2046
LARGE = 4 * 1000 * 1000  # bytes: a table of 50,000 lines, however they are encoded


def init_app(app: Flask) -> None:
    """Check every request; add it before everything that reads forms."""
    app.before_request(_check)


def allow_large() -> None:
    """Let a request that takes files be as large as a table, before anything of it is read."""
    if request.endpoint in FILES_TAKEN:
        request.max_content_length = LARGE
        request.max_form_memory_size = LARGE


def _check() -> None:
    if request.mimetype.startswith("multipart/") and not _is_expected():
        abort(400)


def _is_expected() -> bool:
    boundary = request.mimetype_params.get("boundary", "")
    return request.endpoint in FILES_TAKEN and 0 < len(boundary) <= LONGEST_BOUNDARY
