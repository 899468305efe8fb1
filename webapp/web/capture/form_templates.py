"""Templates of forms that the phone draws, with what a person can choose in them.

Each is rendered once with one item in each list, and then filled for a person: their words are
never part of what is kept in memory.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from flask import current_app
from markupsafe import Markup, escape

from webapp.domain.capture.options import Option, Options, options_of
from webapp.web.capture.checkin_rows import steps
from webapp.web.shared.fragments import cached_fragment, with_only_you
from webapp.web.shared.i18n.language import language
from webapp.web.shared.login import current_person

LISTS = ("areas", "objectives", "goals", "indicators", "audiences")
PLACES = {name: f"items-of-{name}" for name in LISTS}  # the value and label of the item in each
LONGEST_LABEL = 80  # characters


def form_template(options: Options) -> Markup:
    """Return the template from which the phone draws the form of a win's details."""
    shown = tuple(name for name in LISTS if getattr(options, name))
    text = str(_form_template(current_app.extensions["assets"]["version"], language(), shown))
    for name in shown:
        place = _items(name, [(PLACES[name], PLACES[name])], {})
        offered = with_only_you(getattr(options, name))
        text = text.replace(place, _items(name, offered, options.signs))
    return Markup(text)  # noqa: S704 (our own template, and items that are escaped)


def options_of_mates(*, news: bool = False) -> Options | None:
    """Return the options of a person who is in a team, whose mates change them; else None.

    Nobody else's options change without their own doing, so nobody else's page asks before it is
    known whether the page has to be drawn.
    """
    person = current_person()
    return options_of(person, news=news) if person.teams else None


def checkin_templates(areas: str) -> Markup:
    """Return the templates of the answer to a check-in; areas: their names, one a line."""
    place = PLACES["areas"]
    text = str(cached_fragment("checkins/_templates.html", areas=place if areas else ""))
    piece = str(cached_fragment("checkins/_area.html", value=place))
    items = "".join(piece.replace(place, _literal(area)) for area in areas.splitlines())
    return Markup(text.replace(piece, items))  # noqa: S704


def checkin_row_templates(areas: str) -> Markup:
    """Return the templates of rows of check-ins and their form; areas as above."""
    place = PLACES["areas"]
    text = str(_row_templates(current_app.extensions["assets"]["version"], language(), bool(areas)))
    items = [(area, area) for area in areas.splitlines()]
    one = _items("areas", [(place, place)], {})
    return Markup(text.replace(one, _items("areas", items, {})))  # noqa: S704


def kept_literal(words: str) -> str:
    """Return a person's words escaped for a template, so that none of them is filled."""
    return words.replace("{", "{brace}")


def _items(name: str, offered: Iterable[Option], signs: Mapping[str, str]) -> str:
    usual, signed = _piece(name, None), _piece(name, "{signs}")
    return "".join(
        (signed if value in signs else usual).format(
            value=_literal(value),
            says=_literal(_short(label)),
            signs=_literal(signs.get(value, "")),
        )
        for value, label in offered
    )


def _piece(name: str, signs: str | None) -> str:
    flags = {"name": name} if name == "objectives" else {"signs": signs}
    fragment = "wins/_box.html" if name == "objectives" else "wins/_option.html"
    return str(cached_fragment(fragment, value="{value}", says="{says}", **flags))


def _literal(words: str) -> str:
    return str(escape(kept_literal(words)))


def _short(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"


@lru_cache(maxsize=256)
def _row_templates(_version: str, _language: str, has_areas: bool) -> Markup:
    items = ((PLACES["areas"], PLACES["areas"]),) if has_areas else ()
    template = current_app.jinja_env.get_template("checkins/_form_template.html")
    drawn = template.render(areas=items, steps=steps(), in_place=True)
    return Markup(drawn)  # noqa: S704 (our own templates)


@lru_cache(maxsize=256)
def _form_template(_version: str, _language: str, shown: tuple[str, ...]) -> Markup:
    items = {name: ((PLACES[name], PLACES[name]),) if name in shown else () for name in LISTS}
    template = current_app.jinja_env.get_template("wins/_form_template.html")
    drawn = template.render(options={**items, "signs": {}}, in_place=True)
    return Markup(drawn)  # noqa: S704 (our own templates)
