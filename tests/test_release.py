"""A release has one version everywhere, a section in the changelog, and a tag of its own."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.support.repository.documents import ROOT
from tools.release import HEADING, disagreeing, git, missing, version

FILES = ("pyproject.toml", "package.json", "package-lock.json", "CHANGELOG.md")
SECTION = re.compile(r"^### (.+)$", re.MULTILINE)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a repository whose newest section in the changelog is that of its version."""
    for file in FILES:
        shutil.copy(ROOT / file, tmp_path)
    log = tmp_path / "CHANGELOG.md"
    log.write_text(f"# Changelog\n\n## {version()} - 2026-11-29\n\n### Added\n- One tap.\n")
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    return tmp_path


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
    git(folder, *who, "commit", "--quiet", "--message", "Work")


def test_every_place_says_the_same_version() -> None:
    assert disagreeing(ROOT) == []


def test_the_changelog_begins_with_this_version_or_with_what_is_unreleased() -> None:
    headings = [found.groups() for found in HEADING.finditer((ROOT / "CHANGELOG.md").read_text())]
    assert headings[0][2] == "Unreleased" or headings[0][0] == version()
    released = [tuple(map(int, number.split("."))) for number, _, _ in headings if number]
    assert released == sorted(released, reverse=True)
    assert len(set(released)) == len(released) > 0


def test_the_changelog_says_what_was_added_changed_fixed_or_removed() -> None:
    text = (ROOT / "CHANGELOG.md").read_text()
    assert set(SECTION.findall(text)) <= {"Added", "Changed", "Fixed", "Removed"}
    assert text.count("\n## ") == len(HEADING.findall(text))


def test_a_checkout_that_is_ready_lacks_nothing(checkout: Path) -> None:
    assert missing(checkout) == []


def test_a_version_that_differs_is_named(checkout: Path) -> None:
    package = json.loads((checkout / "package.json").read_text())
    (checkout / "package.json").write_text(json.dumps({**package, "version": "9.9.9"}))
    commit(checkout)
    assert [sentence.split(",")[0] for sentence in missing(checkout)] == ["package.json says 9.9.9"]


def test_what_is_unreleased_is_not_released_without_a_number(checkout: Path) -> None:
    log = checkout / "CHANGELOG.md"
    log.write_text(log.read_text().replace(f"{version()} - 2026-11-29", "Unreleased"))
    commit(checkout)
    assert [sentence[:12] for sentence in missing(checkout)] == ["CHANGELOG.md"]


def test_a_change_that_is_not_committed_and_a_tag_that_exists_are_named(checkout: Path) -> None:
    git(checkout, "tag", f"v{version()}")
    (checkout / "new.txt").write_text("new")
    assert missing(checkout) == [
        "There are changes that are not committed.",
        f"v{version()} is tagged already: raise the version in pyproject.toml.",
    ]


def test_nothing_is_released_that_was_not_asked_about() -> None:
    lines = re.findall(r"^release:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(), re.MULTILINE)
    steps = re.findall(r"tools\.release \w+|audit|check", lines[0])
    assert steps == ["tools.release ready", "audit", "check", "tools.release build"]
