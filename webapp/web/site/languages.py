"""The language switch at the end of every page."""

from flask import Blueprint, make_response, redirect, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from webapp.catalogues import LANGUAGES
from webapp.domain.account.people import set_language
from webapp.web.shared import device_cookies
from webapp.web.shared.i18n.language import COOKIE
from webapp.web.shared.login import current_person, referring_page, safe_path

# What the worker asks for, and no person: pages by their language, and the log with more wins.
OF_THE_WORKER = frozenset({"language", "kept"})

pages = Blueprint("languages", __name__, url_prefix="/languages")


@pages.post("/")
def create() -> ResponseReturnValue:
    """Show the page in another language.

    This phone remembers it for a year; the person's other phones use it too, unless they were
    switched themselves.
    """
    response = make_response(redirect(safe_path(request.form.get("next") or referring_page()), 303))
    wanted = request.form.get("language", "")
    if wanted in LANGUAGES:
        if current_user.is_authenticated:
            set_language(current_person(), wanted)
        device_cookies.store(
            response, COOKIE, wanted
        )  # without a connection the page sets it (page/site/language.js)
    return response


@pages.app_template_global("here")
def here() -> str:
    """Return the address to come back to after the switch: this page, or "/" after a form."""
    if request.method != "GET":
        return "/"
    # The switch must not lead back to a page in the language before.
    is_of_a_person = OF_THE_WORKER.isdisjoint(request.args)
    return request.full_path.rstrip("?") if is_of_a_person else request.path
