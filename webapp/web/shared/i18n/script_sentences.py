"""The sentences that scripts show, handed over in the page."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache, partial

from flask import Flask
from flask_babel import gettext
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from webapp.catalogues import SOURCE, plural_examples, translations_of
from webapp.rules.capture.fields import KINDS
from webapp.rules.shared import numbers
from webapp.web.shared.i18n.language import language
from webapp.web.shared.i18n.number_formats import format_in
from webapp.web.shared.i18n.win_kinds import kind_name

NUMBERS = {  # by the names that static/js/numbers/read.js gives them
    "no_number": numbers.NO_NUMBER,
    "unclear": numbers.UNCLEAR,
    "too_large": numbers.TOO_LARGE,
    "too_small": numbers.TOO_SMALL,
    "too_long": numbers.TOO_LONG,
    "no_sign": numbers.NO_SIGN,
}
COMPACT = partial(json.dumps, separators=(",", ":"))
PLACES = {name: f"{{{name}}}" for name in ("typed", "example", "first", "second", "sign")}


def init_app(app: Flask) -> None:
    """Give templates these functions."""
    app.jinja_env.globals.update(
        script_sentences=script_sentences,
        thing_forms=thing_forms,
        earlier_forms=earlier_forms,
        wins_today_forms=wins_today_forms,
        wins_since_forms=wins_since_forms,
    )


def script_sentences() -> Markup:
    """Return the sentences of scripts in this request's language, as JSON by name."""
    return _in_language(language())


def thing_forms() -> Markup:
    """Return "3 wins" in each plural form, as JSON by the kinds of static/js/outbox/things.js."""
    forms = {
        "win": plural_forms("%(num)s win", "%(num)s wins"),
        "check_in": plural_forms("%(num)s check-in", "%(num)s check-ins"),
        "goal": plural_forms("%(num)s goal", "%(num)s goals"),
        "decision": plural_forms("%(num)s decision", "%(num)s decisions"),
        "other": plural_forms("%(num)s other change", "%(num)s other changes"),
    }
    return _as_json(forms)


def earlier_forms() -> Markup:
    """Return "3 earlier wins today" in each plural form, as JSON."""
    return _as_json(plural_forms("%(num)s earlier win today", "%(num)s earlier wins today"))


def wins_today_forms() -> Markup:
    """Return "3 wins today" in each plural form, as JSON."""
    return _wins_today_in(language())


def wins_since_forms() -> Markup:
    """Return "3 wins since your last check-in" in each plural form, as JSON."""
    return _as_json(
        plural_forms(
            "%(num)s win since your last check-in", "%(num)s wins since your last check-in"
        )
    )


def _as_json(sentences: Mapping[str, object]) -> Markup:
    # For an attribute in single quotes, where double quotes need no escape (1.2 kB of each page).
    # In English only in ASCII, as fragments are (fragments.py).
    return htmlsafe_json_dumps(sentences, dumps=COMPACT, ensure_ascii=language() == SOURCE)


@lru_cache(maxsize=16)
def _in_language(_language: str) -> Markup:
    sentences = {**_of_sending(), **_of_rows(), **_of_forms(), **_of_numbers()}
    return _as_json(sentences)


@lru_cache(maxsize=16)
def _wins_today_in(_language: str) -> Markup:
    return _as_json(plural_forms("%(num)s win today", "%(num)s wins today"))


Sentences = dict[str, str | dict[str, str]]


def _of_sending() -> Sentences:
    return {
        "saved": gettext("Saved on this phone"),
        "sending": gettext("Sending"),
        "sent": gettext("Sent"),
        "sign_in": gettext("Sign in to send"),
        "other_person": gettext("Another account is signed in here"),
        "refused": gettext("Not accepted"),
        "stuck": gettext("Could not be sent"),
        "not_saved": gettext("Not saved: this phone kept nothing and there is no network."),
        "no_answer": gettext("That needs a connection. Try again in a moment."),
        "sent_directly": gettext("Sent. This phone keeps nothing, so it needs a connection."),
        "cleared": plural_forms(
            "This phone cleared its storage; an unsent entry is lost",
            "This phone cleared its storage; {n} unsent entries are lost",
        ),
        "found_here": gettext("No connection. Found among the wins on this phone: {n}"),
    }


def _of_rows() -> Sentences:
    return {
        "of_10": gettext("{n} of 10"),
        "row_saved": gettext("saved"),
        "row_sending": gettext("sending"),
        "row_stuck": gettext("could not be sent"),
        **{f"kind_{kind}": kind_name(kind) for kind in KINDS},
        "win_logged": gettext("Win logged"),
        "add_words": gettext("Add words"),
        "add_change": gettext("Add what it changed"),
        "goal_met": gettext("Goal met"),
        "decision_opened": gettext("Decision opened"),
        "decision_decided": gettext("Decided"),
        "decision_reopened": gettext("Opened again"),
        "opened_today": gettext("opened today"),
        "now_decided": gettext("decided now"),
        "now_open": gettext("open again"),
        "change_saved": gettext("Saved"),
        "taken_back": gettext("Taken back"),
        "undo_offered": gettext("Undo can take it back."),
        "checked_in": gettext("Checked in: {n}"),
    }


def _of_forms() -> Sentences:
    return {
        "say_what": gettext("Say in a few words what you got done."),
        "too_long": gettext("This has {n} characters; shorten it to {longest}."),
        "words_back": gettext("Your words are back."),
        "start_empty": gettext("Start empty"),
        "needs_connection_only": gettext("This form needs a connection."),
        "needs_connection": gettext(
            "This form needs a connection. What you type stays on this phone."
        ),
        "one_it_had": gettext("The one it had"),
    }


def _of_numbers() -> Sentences:
    says = {f"number_{name}": gettext(text) % PLACES for name, text in NUMBERS.items()}
    return {"number_format": asdict(format_in(language())), **says}


def plural_forms(one: str, many: str) -> dict[str, str]:
    """Return a sentence in each plural form, with {n}, by the category of Intl.PluralRules."""
    sentences = translations_of(language())
    examples = plural_examples(language()).items()
    forms = {category: str(sentences.ungettext(one, many, n)) for category, n in examples}
    return {category: form.replace("%(num)s", "{n}") for category, form in forms.items()}
