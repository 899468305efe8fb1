"""The web features in use, and the oldest browsers that have them: README and help name these.

Versions: when each browser first had the feature. Features that have something instead of them
(CompressionStream, view transitions, setAppBadge, background sync, text-wrap) set no limit.
"""

import re

import pytest

from tests.support.repository.documents import ROOT

Versions = tuple[float, float, float]  # of Chrome (and Edge), Firefox, Safari
BROWSERS = ("Chrome", "Firefox", "Safari")
SCRIPTS: dict[str, Versions] = {
    r"\bAbortSignal\.timeout\(": (103, 100, 16),
    r"\bObject\.hasOwn\(": (93, 92, 15.4),
    r"\bcrypto\.randomUUID\b": (92, 95, 15.4),
    r"\bnavigator\.locks\b": (69, 96, 15.4),
    r"\.showModal\(": (37, 98, 15.4),
}
STYLES: dict[str, Versions] = {
    r":has\(": (105, 121, 15.4),
    r"\baccent-color:": (93, 92, 15.4),
    r"\bcolor-mix\(": (111, 113, 16.2),
    r"\blight-dark\(": (123, 120, 17.5),
    r"\ddvh\b": (108, 101, 15.4),
    r"@layer\b": (99, 97, 15.4),
}
NEWER = {  # than the browsers named: with one of them README and help are wrong
    "js": r"AbortSignal\.any\(|Promise\.(?:try|withResolvers)\(|(?:Object|Map)\.groupBy\("
    r"|Array\.fromAsync\(|URLPattern\(|RegExp\.escape\(|Iterator\.from\(|startViewTransition"
    r"|\.moveBefore\(|\.(?:union|intersection|difference|isSubsetOf)\(",
    "css": r"@starting-style|@scope\b|@function\b|anchor-name|position-area"
    r"|field-sizing|interpolate-size|sibling-index\(",
}


def code(kind: str) -> str:
    """Return all scripts or styles of ours, without comments."""
    files = sorted((ROOT / "static" / kind).rglob(f"*.{kind}"))
    text = "\n".join(file.read_text() for file in files)
    without_blocks = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return re.sub(r"^\s*//.*$", "", without_blocks, flags=re.MULTILINE)


def oldest(*features: dict[str, Versions]) -> list[str]:
    """Return the oldest version of each browser that has all these features."""
    every = [versions for some in features for versions in some.values()]
    return [f"{max(versions):g}" for versions in zip(*every, strict=True)]


@pytest.mark.parametrize(("kind", "features"), [("js", SCRIPTS), ("css", STYLES)])
def test_every_listed_feature_is_used(kind: str, features: dict[str, Versions]) -> None:
    text = code(kind)
    assert [feature for feature in features if not re.search(feature, text)] == []


@pytest.mark.parametrize("kind", ["js", "css"])
def test_nothing_newer_than_the_browsers_named_is_used(kind: str) -> None:
    assert re.findall(NEWER[kind], code(kind)) == []


def named(page: str) -> dict[str, list[str]]:
    """Return the versions that a page names, by browser."""
    text = (ROOT / page).read_text()
    return {one: re.findall(rf"{one} ([\d.]*\d)", text) for one in BROWSERS}


@pytest.mark.parametrize("page", ["README.md", "templates/help/en.html", "templates/help/ar.html"])
def test_readme_and_help_name_the_oldest_browsers(page: str) -> None:
    for browser, version in zip(BROWSERS, oldest(SCRIPTS, STYLES), strict=True):
        assert version in named(page)[browser]


def test_the_readme_names_the_oldest_browsers_that_open_offline() -> None:
    for browser, version in zip(BROWSERS, oldest(SCRIPTS), strict=True):
        assert version in named("README.md")[browser]
