"""Get a release ready: `ready` says what is missing, `build` makes the wheel and says what to tag.

`make release` runs the first, then every check, then the second. Nothing is uploaded or tagged.
"""

import hashlib
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
HEADING = re.compile(r"^## (?:(\d+\.\d+\.\d+) - (\d{4}-\d\d-\d\d)|(Unreleased))$", re.MULTILINE)
DIST = ROOT / "dist"


def version(root: Path = ROOT) -> str:
    """Return the version in pyproject.toml, which all other places repeat."""
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    return str(project["version"])


def missing(root: Path = ROOT) -> list[str]:
    """Return what is to be done before this checkout is a release, one sentence for each."""
    return [*disagreeing(root), *wrong_in_changelog(root), *wrong_in_git(root)]


def disagreeing(root: Path) -> list[str]:
    """Return the files whose version is not that of pyproject.toml."""
    lock = json.loads((root / "package-lock.json").read_text())
    said = {
        "package.json": {json.loads((root / "package.json").read_text())["version"]},
        "package-lock.json": {lock["version"], lock["packages"][""]["version"]},
    }
    ours = version(root)
    return [
        f"{file} says {', '.join(sorted(theirs))}, and pyproject.toml says {ours}: make them equal."
        for file, theirs in said.items()
        if theirs != {ours}
    ]


def wrong_in_changelog(root: Path) -> list[str]:
    """Return why the newest section of CHANGELOG.md is not that of this version."""
    first = HEADING.search((root / "CHANGELOG.md").read_text())
    if first and first[1] == version(root):
        return []
    wanted = f"## {version(root)} - YYYY-MM-DD"
    return [f'CHANGELOG.md must begin with "{wanted}": rename "Unreleased", or raise the version.']


def wrong_in_git(root: Path) -> list[str]:
    """Return what git knows against a release: changes to commit, or a tag that exists."""
    tag = f"v{version(root)}"
    wrong = []
    if git(root, "status", "--porcelain"):
        wrong.append("There are changes that are not committed.")
    if git(root, "tag", "--list", tag):
        wrong.append(f"{tag} is tagged already: raise the version in pyproject.toml.")
    return wrong


def git(root: Path, *words: str) -> str:
    """Return what git prints."""
    done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def build(folder: Path = DIST) -> Path:
    """Build the wheel of this checkout into `folder`, without a network, and return it."""
    how = ("--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder))
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    subprocess.run([*pip, "wheel", *how, str(ROOT)], check=True)
    return folder / f"smallwins-{version()}-py3-none-any.whl"


def main(step: str) -> int:
    """Do one step; 1 when something is missing."""
    if step == "ready":
        for sentence in (wrong := missing()):
            print(sentence, file=sys.stderr)
        return 1 if wrong else 0
    wheel = build()
    print(f"{wheel.relative_to(ROOT)}  sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}")
    print(f"Now:  git tag -a v{version()} -m 'Small Wins {version()}'  &&  git push --follow-tags")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
