"""Flask-Babel and Jinja's gettext, over our own translations and our own choice of language."""

from collections.abc import Iterable

from babel.support import NullTranslations
from flask import Flask
from flask_babel import Babel, Domain, gettext
from markupsafe import Markup

from webapp.catalogues import SOURCE, translations_of
from webapp.web.shared.i18n.bidi import isolated
from webapp.web.shared.i18n.language import language


def init_app(app: Flask) -> None:
    """Let templates and Flask-Babel translate into the language of the request."""
    Babel(app, default_locale=SOURCE, locale_selector=language).domain_instance = OwnDomain()
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.filters["listed"] = join_names
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        _gettext, _ngettext, newstyle=True, pgettext=_pgettext
    )
    app.jinja_env.globals["_"] = _in_template


class OwnDomain(Domain):
    """Where Flask-Babel finds the sentences."""

    def get_translations(self) -> NullTranslations:
        """Return the sentences of this request's language."""
        return translations_of(language())


def join_names(names: Iterable[object]) -> str:
    """Return the names as the language writes a list; "" without names."""
    # CLDR 48 repeats the second of two in Arabic: "a، وb، وb".
    # Translators: the characters between the names of a list.
    return gettext(", ").join(isolated(str(name).strip()) for name in names)


def _in_template(sentence: str, **values: object) -> Markup:
    # What Jinja's own does by three calls more, for each of the sentences of a page.
    says = Markup(_gettext(sentence))  # noqa: S704 (translations are ours)
    return says % values if values or "%" in says else says


def _gettext(sentence: str) -> str:
    return translations_of(language()).ugettext(sentence)


def _ngettext(one: str, many: str, n: int) -> str:
    return translations_of(language()).ungettext(one, many, n)


def _pgettext(meant: str, sentence: str) -> str:
    # For words that are one in English and several elsewhere; meant: "button".
    return translations_of(language()).upgettext(meant, sentence)
