"""Plain forms that may be sent twice and are stored once.

Each carries an id that the page made, in the field `once` (`{{ once() }}` in its template).
"""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import Flask, Response, g, make_response, redirect, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from webapp.domain.outbox.forms import store_once
from webapp.rules.outbox.forms import sent_form_id
from webapp.rules.shared.ids import UUID
from webapp.web.shared import device_cookies
from webapp.web.shared.clock import now
from webapp.web.shared.csrf import SAFE
from webapp.web.shared.forms.owners import owner_field, owner_key
from webapp.web.shared.login import current_person

P = ParamSpec("P")

FIELD = "once"
COOKIE = "sent"
MINUTES = 10 * 60  # seconds; the page that is led to may come slowly
# Not a part of the words: a password leaves no trace of any kind, and a plan that was saved is not
# stored a second time by "Save and set" (web/goals/goals.py).
UNTOLD = {FIELD, "password", "sets"}
LEADS_ON = 303


def init_app(app: Flask) -> None:
    """Give templates `once()`: hidden fields of a form that is stored once, and for its owner only.

    The filter `once` is for fragments that are drawn once for everybody: they hold {once} and
    {owner}.
    """
    app.jinja_env.globals.update(once=_field)
    app.jinja_env.filters["once"] = _filled
    app.after_request(_tell_what_was_stored)


def stored_once(page: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """Let `page` store a form once; a second sending gets the redirect of the first."""

    @wraps(page)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        form_id = sent_id()
        if not form_id:
            return page(*args, **kwargs)
        answers: list[Response] = []

        def store() -> str | None:
            answers.append(make_response(page(*args, **kwargs)))
            return answers[0].location if answers[0].status_code == LEADS_ON else None

        leads_to = store_once(current_person(), form_id, now(), store)
        return answers[0] if answers else redirect(leads_to or "/", LEADS_ON)

    return guarded


def sent_id() -> str:
    """Return the id of the form of this request: of its page and its words; "" without one."""
    form = request.form
    fields = [(name, value) for name, value in form.items(multi=True) if name not in UNTOLD]
    return sent_form_id(form.get(FIELD, ""), f"{request.method} {request.path}", fields)


def page_id() -> str:
    """Return the id that this page makes for its forms."""
    # One for all forms of a page: address and words tell them apart.
    made: str = g.get("page_id", "")
    if not made:
        made = g.page_id = str(uuid.uuid4())
    return made


def _tell_what_was_stored(response: Response) -> Response:
    # The next page removes the draft of this form from the phone (static/js/page/drafts).
    stored = response.status_code == LEADS_ON and request.method not in SAFE
    once = request.form.get(FIELD, "") if stored else ""
    if UUID.fullmatch(once):
        device_cookies.store(response, COOKIE, once, MINUTES)
    return response


def _field() -> Markup:
    return Markup('<input type="hidden" name="once" value="%s">') % page_id() + owner_field()


def _filled(fragment: Markup) -> Markup:
    # As plain text: both values are ids, and Markup would escape each of them.
    text = str(fragment).replace("{once}", page_id()).replace("{owner}", owner_key())
    return Markup(text)  # noqa: S704
