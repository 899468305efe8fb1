"""Every page of a person, found as they find it: by following links."""

import re
from html.parser import HTMLParser

from tests.support.visitor import Visitor

IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32,}|\d{4}-\d\d-\d\d")


def pages_of(visitor: Visitor) -> list[str]:
    """Return the paths of the pages that links lead to from Today, one of each kind.

    Pages of a kind differ only in ids, days and the values of a query. What is no page is left out.
    """
    found: dict[str, str] = {}
    waiting, seen = ["/"], {"/"}
    while waiting:
        path = waiting.pop(0)
        answer = visitor.get(path)
        if answer.status == 200 and answer.headers.get_content_type() == "text/html":
            found[path] = answer.text
            new = {kind_of(link): link for link in links_in(answer.text)}
            waiting += [link for kind, link in new.items() if kind not in seen]
            seen |= set(new)
    return list(found)


def kind_of(path: str) -> str:
    """Return the path without its ids, days and values."""
    return IDS.sub("<>", re.sub(r"=[^&]*", "=", path))


def links_in(page: str) -> list[str]:
    """Return the paths of the links of a page that lead to the app, without templates of rows."""
    reader = _Links()
    reader.feed(page)
    return [link.partition("#")[0] for link in reader.found if "{" not in link]


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        link = dict(attrs).get("href") or ""
        if tag == "a" and link.startswith("/"):
            self.found.append(link)
