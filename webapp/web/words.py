"""Words: translations for templates, and those that scripts on the page need."""

import json
from functools import lru_cache

from flask import Flask, g
from flask_babel import Babel, get_locale, get_translations, gettext
from markupsafe import Markup, escape

LANGUAGES = ("en",)


def init_app(app: Flask) -> None:
    """Let templates translate; the catalogue is looked up once for each request."""
    Babel(app, default_locale="en", locale_selector=lambda: "en")
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        _gettext, _ngettext, newstyle=True
    )
    app.jinja_env.globals.update(script_words=script_words, language=language)


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
            "sent_directly": gettext("Sent. This phone keeps nothing, so it needs a connection."),
            "cleared": gettext("This phone cleared its storage; unsent entries lost: {n}"),
            "row_saved": gettext("saved"),
            "row_sending": gettext("sending"),
            "row_stuck": gettext("could not be sent"),
            "win_logged": gettext("Win logged"),
            "goal_met": gettext("Goal met"),
            "checked_in": gettext("Checked in: {n}"),
        },
        ensure_ascii=False,
    )
    return escape(sentences)


def language() -> str:
    """The language of this request, looked up once."""
    told: str | None = g.get("language")
    if told is None:
        told = g.language = str(get_locale())
    return told


def _gettext(sentence: str) -> str:
    catalogue = g.get("catalogue")
    if catalogue is None:
        catalogue = g.catalogue = get_translations()
    return catalogue.ugettext(sentence)


def _ngettext(one: str, many: str, n: int) -> str:
    return get_translations().ungettext(one, many, n)
