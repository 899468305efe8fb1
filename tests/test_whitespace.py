"""What templates send of their indentation and line breaks."""

import pytest
from jinja2 import Environment

from webapp.whitespace import Compact

JINJA = Environment(trim_blocks=True, lstrip_blocks=True, extensions=[Compact], autoescape=True)


def sent(template: str, **values: object) -> str:
    return JINJA.from_string(template).render(values)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("<ul>\n  <li>\n    One\n  </li>\n</ul>\n", "<ul><li>One</li></ul>"),
        ("<p>\n  One\n  {# two #}\n  three\n</p>", "<p>One three</p>"),
        ("<p>One  two <b>three</b>   four</p>", "<p>One two <b>three</b> four</p>"),
        ('<p id="a"\n   class="b" >One</p>', '<p id="a" class="b">One</p>'),
        ("<svg>\n  <use href='#a' />\n</svg>", "<svg><use href='#a'/></svg>"),
        ("<p><i>a</i>\n<button>\n  b\n</button>\n</p>", "<p><i>a</i> <button>b</button></p>"),
        ("<!doctype html>\n<html>\n", "<!doctype html><html>"),
        ("<p>1 < 2\n  > 0</p>", "<p>1 < 2 > 0</p>"),
    ],
)
def test_white_space_that_no_browser_shows_is_not_sent(template: str, expected: str) -> None:
    assert sent(template) == expected


@pytest.mark.parametrize(
    "template",
    [
        "<a>One</a> <a>two</a>",
        "<p>One <i>two</i></p>",
        "<label><input> One</label>",
        "<pre>  a\n\n  b </pre>",
        "<textarea>\n\n  a </textarea>",
        '<input value="a  b\n  c">',
    ],
)
def test_white_space_that_is_shown_stays(template: str) -> None:
    assert sent(template) == template


def test_a_space_beside_a_filled_in_value_stays() -> None:
    assert sent("<p>{% if a %} <b>{{ a }}</b> · {{ b }}{% endif %}</p>", a=1, b=2) == (
        "<p> <b>1</b> · 2</p>"
    )


def test_what_is_filled_in_stays_as_it_is() -> None:
    assert sent("<p>\n  {{ words }}\n</p>", words="a\n  b") == "<p>a\n  b</p>"


def test_an_attribute_that_is_filled_in_goes_on_after_it() -> None:
    template = '<p class="a {{ b }}  c"\n   id="{{ b }}">\n  One\n</p>'
    assert sent(template, b="b") == '<p class="a b  c" id="b">One</p>'


def test_a_textarea_ends_where_it_is_closed() -> None:
    template = "<textarea>{{ words }}\n </textarea>\n<p>\n  One\n</p>"
    assert sent(template, words=" a ") == "<textarea> a \n </textarea><p>One</p>"
