"""Words: translations for templates, and those that scripts on the page need."""

import json
from functools import lru_cache

from babel.lists import format_list
from babel.support import NullTranslations
from flask import Flask, Response, g, request
from flask_babel import Babel, Domain, gettext
from markupsafe import Markup, escape

from webapp.rules.capture.wins import WinKind
from webapp.web.shared import device_cookies
from webapp.web.shared.catalogues import (
    LANGUAGES,
    SOURCE,
    catalogue_of,
    counts_of,
    direction_of,
    name_of,
)

COOKIE = "language"  # set by the switch (web/site/languages.py), and by the page when it is offline


def init_app(app: Flask) -> None:
    """Let templates and Flask-Babel translate, and answers say which language they are in."""
    Babel(app, default_locale=SOURCE, locale_selector=language).domain_instance = Catalogues()
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        _gettext, _ngettext, newstyle=True
    )
    app.jinja_env.globals.update(
        script_words=script_words,
        language=language,
        direction=direction,
        language_names={code: name_of(code) for code in LANGUAGES},
    )
    app.after_request(_name_language)


class Catalogues(Domain):
    """Where Flask-Babel finds sentences: in our catalogues, by our choice of language."""

    def get_translations(self) -> NullTranslations:
        """The sentences of this request's language."""
        return catalogue_of(language())


def script_words() -> Markup:
    """The sentences that scripts show, as JSON, for the page to hand over."""
    return _script_words(language())


@lru_cache(maxsize=16)
def _script_words(_language: str) -> Markup:
    sentences = json.dumps(
        {
            "saved": gettext("Saved on this phone"),
            "sending": gettext("Sending"),
            "sent": gettext("Sent"),
            "sign_in": gettext("Sign in to send"),
            "other_person": gettext("Another account is signed in here"),
            "refused": gettext("Not accepted"),
            "not_saved": gettext("Not saved: this phone kept nothing and there is no network."),
            "no_answer": gettext("That needs a connection. Try again in a moment."),
            "sent_directly": gettext("Sent. This phone keeps nothing, so it needs a connection."),
            "cleared": forms(
                "This phone cleared its storage; an unsent entry is lost",
                "This phone cleared its storage; {n} unsent entries are lost",
            ),
            "of_10": gettext("{n} of 10"),
            "row_saved": gettext("saved"),
            "row_sending": gettext("sending"),
            "row_stuck": gettext("could not be sent"),
            "win_logged": gettext("Win logged"),
            "goal_met": gettext("Goal met"),
            "decision_opened": gettext("Decision opened"),
            "decision_decided": gettext("Decided"),
            "decision_reopened": gettext("Opened again"),
            "opened_today": gettext("opened today"),
            "now_decided": gettext("decided now"),
            "now_open": gettext("open again"),
            "checked_in": gettext("Checked in: {n}"),
            "say_what": gettext("Say in a few words what you got done."),
            "too_long": gettext("This has {n} characters; shorten it to 2000."),
            "one_it_had": gettext("The one it had"),
            "found_here": gettext("No connection. Found among the wins on this phone: {n}"),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return escape(sentences)


def forms(one: str, many: str) -> dict[str, str]:
    """A sentence with {n} in each plural form of the language, by its name in Intl.PluralRules."""
    sentences = catalogue_of(language())
    firsts = counts_of(language()).items()
    return {category: sentences.ungettext(one, many, n) for category, n in firsts}


def listed(names: list[str]) -> str:
    """The names one after the other, as the language writes lists; "" when there are none."""
    return str(format_list(names, style="unit", locale=language()))


def kind_name(kind: str) -> str:
    """Return the name of a kind of win in the language of this request, "" for another kind."""
    return {
        WinKind.QUICK.value: gettext("Quick task"),
        WinKind.MILESTONE.value: gettext("Milestone"),
        WinKind.PROCESS.value: gettext("Process improvement"),
    }.get(kind, "")


@lru_cache(maxsize=16)
def kind_names(_language: str) -> tuple[str, ...]:
    """Return the names of all kinds of win, translated once for each language."""
    return tuple(kind_name(kind) for kind in WinKind)


def language() -> str:
    """The language of this request, chosen once."""
    chosen: str | None = g.get("language")
    if chosen is None:
        chosen = g.language = _chosen()
    return chosen


def direction() -> str:
    """Where lines of this request's language go: "ltr" or "rtl"."""
    return direction_of(language())


def speak(wanted: str | None) -> bool:
    """Answer this request in `wanted` when that is a language of ours; whether it is."""
    known = wanted in LANGUAGES
    if known:
        g.language = wanted
    return known


def _chosen() -> str:
    """The phone's own choice, else the person's, else what the browser asks for."""
    for wanted in (device_cookies.read(COOKIE), _of_person()):
        if wanted in LANGUAGES:
            return wanted
    return _of_browser()


def _of_person() -> str | None:
    # Only of one who was looked up already: pages about a failing database are in a language, too.
    return getattr(g.get("_login_user"), "language", None)


def _of_browser() -> str:
    # best_match of werkzeug takes "en" before "ar-EG", whatever their order.
    asked = [tag.partition("-")[0].lower() for tag, quality in request.accept_languages if quality]
    return next((tag for tag in asked if tag in LANGUAGES), SOURCE)


def _name_language(response: Response) -> Response:
    if response.mimetype == "text/html":
        response.headers["Content-Language"] = language()
        if "private" not in response.headers.get("Cache-Control", ""):
            response.vary.update(("Cookie", "Accept-Language"))
    return response


def _gettext(sentence: str) -> str:
    return catalogue_of(language()).ugettext(sentence)


def _ngettext(one: str, many: str, n: int) -> str:
    return catalogue_of(language()).ungettext(one, many, n)
