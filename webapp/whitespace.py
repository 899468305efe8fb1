"""White space of templates: indentation and line breaks of the source are not sent to the browser.

Templates are laid out for people to read. When one is compiled, white space next to a block element
is dropped, because no browser shows it, and any other run becomes one space. Only the text of
templates is touched, never a value that is filled in, an attribute's value, or what is in
<pre> and <textarea>.
"""

import re
from collections.abc import Iterable, Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token

HTML = """
    address article aside blockquote body br caption datalist dd details dialog div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li link main meta nav
    ol optgroup option p section select summary table tbody td template tfoot th thead title tr ul
"""
SVG = "circle desc g line path polyline rect text use"  # a picture shows no text between shapes
BLOCKS = [f"{slash}{name}" for name in (HTML + SVG).split() for slash in ("<", "</")]
BEFORE = frozenset([*BLOCKS, "</button"])  # tags before which white space is not shown
AFTER = frozenset([*BLOCKS, "<button"])
RAW = frozenset({"pre", "script", "style", "textarea"})

IN_TEXT = re.compile(r"(?P<space>\s+)|(?P<comment><!.*?>)|(?P<tag></?[a-z][\w-]*)|[^\s<]+|<", re.S)
IN_TAG = re.compile(r"""(?P<space>\s+)|(?P<end>/?>)|(?P<quote>["'])|[^\s>"'/]+|/""")


class Compact(Extension):
    """Compile templates without the white space that no browser shows."""

    def filter_stream(self, stream: Iterable[Token]) -> Iterator[Token]:
        """Yield the tokens of a template, its text made compact."""
        text = Compactor()
        for token in stream:
            if token.type == "data":
                yield Token(token.lineno, "data", text.compact(token.value))
            else:
                text.interrupt()
                yield token


class Compactor:
    """One template's text, read piece by piece; between the pieces are its {{ }} and {% %}."""

    def __init__(self) -> None:
        self._tag = ""  # the tag that the text is in: "<p", "</p"; "" between tags
        self._quote = ""  # the quote that closes the attribute's value that the text is in
        self._raw = ""  # the element in which white space counts
        self._spaced = True  # white space here is not shown: a block's edge or a space precedes it

    def interrupt(self) -> None:
        """Note that something unknown is filled in here."""
        self._spaced = False

    def compact(self, text: str) -> str:
        """Return the next piece without the white space that no browser shows."""
        parts: list[str] = []
        while text:
            part, text = self._next(text)
            parts.append(part)
        return "".join(parts)

    def _next(self, text: str) -> tuple[str, str]:
        if self._quote:
            return self._value(text)
        if self._tag:
            return self._attribute(text)
        if self._raw:
            return self._verbatim(text)
        return self._between(text)

    def _value(self, text: str) -> tuple[str, str]:
        value, quote, rest = text.partition(self._quote)
        if quote:
            self._quote = ""
        return value + quote, rest

    def _attribute(self, text: str) -> tuple[str, str]:
        match, rest = _split(IN_TAG, text)
        if match["space"]:
            return ("" if rest.startswith((">", "/>")) else " "), rest
        if match["quote"]:
            self._quote = match["quote"]
        if match["end"]:
            self._close_tag()
        return match[0], rest

    def _close_tag(self) -> None:
        name = self._tag[1:]
        self._raw = name if name in RAW else ""
        self._spaced = self._tag in AFTER
        self._tag = ""

    def _verbatim(self, text: str) -> tuple[str, str]:
        end = text.find(f"</{self._raw}")
        if end == 0:
            self._raw = ""
            return "", text
        return (text, "") if end < 0 else (text[:end], text[end:])

    def _between(self, text: str) -> tuple[str, str]:
        match, rest = _split(IN_TEXT, text)
        if match["space"]:
            return self._space(rest), rest
        if match["tag"]:
            self._tag = match["tag"]
        elif not match["comment"]:
            self._spaced = False
        return match[0], rest

    def _space(self, rest: str) -> str:
        following = IN_TEXT.match(rest)
        if self._spaced or (following and following["tag"] in BEFORE):
            return ""
        self._spaced = True
        return " "


def _split(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], str]:
    match = pattern.match(text)
    assert match  # noqa: S101 (each pattern takes any first character)
    return match, text[match.end() :]
