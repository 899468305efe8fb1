"""Answering errors: with the status, and a sentence what happened and what to do."""

import logging
from typing import Any

from flask import Flask, jsonify, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import current_user
from peewee import DatabaseError, InterfaceError
from werkzeug.exceptions import HTTPException, InternalServerError

from webapp.domain.outbox.revs import AccountGone
from webapp.rules.shared.problems import Chain, Conflict, Invalid, NotFound, Problem
from webapp.rules.shared.rate_limits import TooMany
from webapp.storage.engine.failures import cannot_hold, is_busy, is_full
from webapp.storage.engine.write_lock import Busy
from webapp.web.shared.events import log_event
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.i18n.bidi import chained
from webapp.web.shared.i18n.dates import in_a_while
from webapp.web.shared.login import load_person, safe_path, session_token
from webapp.web.shared.request_log import request_fields

GUESSES = frozenset({"sessions.create", "people.create"})

logger = logging.getLogger(__name__)


def init_app(app: Flask) -> None:
    """Answer every error, expected or not."""
    app.before_request(_refuse_nul)
    app.register_error_handler(Invalid, _invalid)
    app.register_error_handler(NotFound, lambda _: _answer(404))
    app.register_error_handler(Conflict, lambda _: _answer(409))
    app.register_error_handler(TooMany, _too_many)
    app.register_error_handler(AccountGone, lambda _: _answer(401))
    app.register_error_handler(Busy, lambda _: _answer(503))
    app.register_error_handler(DatabaseError, _database)
    app.register_error_handler(InterfaceError, _database)
    app.register_error_handler(InternalServerError, _late)
    app.register_error_handler(HTTPException, lambda error: _answer(error.code or 500))
    app.register_error_handler(Exception, _unexpected)


def _refuse_nul() -> ResponseReturnValue | None:
    # PostgreSQL cannot compare with it, and nothing has it in its address.
    return _answer(404) if "\0" in request.path else None


def sentence(problem: Problem) -> str:
    """Return a problem as a sentence in the language of the request."""
    values = {
        name: chained(value) if isinstance(value, Chain) else value
        for name, value in problem.values.items()
    }
    return str(gettext(problem.says)) % values


def by_field(invalid: Invalid) -> dict[str, str]:
    """Return, by field, the sentence of its first problem."""
    sentences: dict[str, str] = {}
    for problem in invalid.problems:
        sentences.setdefault(problem.field, sentence(problem))
    return sentences


def _invalid(invalid: Invalid) -> ResponseReturnValue:
    return _answer(422, " ".join(sentence(problem) for problem in invalid.problems))


def too_often(limit: TooMany) -> tuple[str, dict[str, str]]:
    """Return the sentence for a limit that was reached, and the header that says until when.

    For a form that is shown again with what was typed (429); the refusal is logged.
    """
    log_event("limited", request.form.get("email") if request.endpoint in GUESSES else "")
    seconds = -(-limit.wait // 1000)
    says = gettext("That was too often in a short time. Try again %(in_a_while)s.")
    return says % {"in_a_while": in_a_while(seconds)}, {"Retry-After": str(seconds)}


def _too_many(limit: TooMany) -> ResponseReturnValue:
    says, headers = too_often(limit)
    response = make_response(_answer(429, says))
    response.headers.update(headers)
    return response


def _database(error: BaseException) -> ResponseReturnValue:
    if cannot_hold(error):  # an id with NUL or of 300 characters: nothing has it
        return _answer(404)
    if is_full(error):
        return _answer(507)
    if is_busy(error):
        return _answer(503)
    return _unexpected(error)


def _late(error: InternalServerError) -> ResponseReturnValue:
    # Flask wraps a failure that comes after the page function in it.
    return _database(error.original_exception) if error.original_exception else _answer(500)


def _unexpected(error: BaseException) -> ResponseReturnValue:
    logger.error("failed", extra={"fields": request_fields()}, exc_info=error)
    return _answer(500)


def _answer(status: int, says: str = "") -> ResponseReturnValue:
    if status < 500:
        load_person()  # the page has their language and theme
    says = says or _says(status)
    if request.path.startswith("/outbox/"):
        response = make_response(jsonify(problem=says), status)
    elif wants_fragment():
        response = make_response(render_template("shared/_problem.html", says=says), status)
    else:
        page: dict[str, Any] = {"status": status, "says": says, **_ways_on(status)}
        response = make_response(render_template("errors/show.html", **page), status)
    if status == 503:
        response.headers["Retry-After"] = "2"
    return response


def _ways_on(status: int) -> dict[str, Any]:
    """Return the address to try again, "" where that does not help, and whether to offer Today."""
    helps = request.method == "GET" and (status >= 500 or status == 429)
    # Without a database nobody is known: whose phone has a session is not asked to sign in.
    knows = bool(session_token()) if status >= 500 else current_user.is_authenticated
    return {"again": safe_path(request.full_path.rstrip("?")) if helps else "", "knows": knows}


def _says(status: int) -> str:
    return {
        400: gettext("That request could not be read. Go back and try again."),
        401: gettext("Sign in to go on."),
        403: gettext("This was not sent from a page of this app. Open the app and try again."),
        404: gettext("There is nothing here. It may have been deleted."),
        405: gettext("That cannot be done here. Go back and try again."),
        409: gettext("This was changed in the meantime. Reload the page and look again."),
        413: gettext("That is too much at once. Send less and try again."),
        422: gettext("Something is missing or not right. Look it over and try again."),
        503: gettext("The server is busy. Try again in a moment."),
        507: gettext("The server's disk is full. Nothing was lost; tell whoever runs it."),
    }.get(status, gettext("Something went wrong on the server. Try again in a moment."))
