"""What tests need beside Python packages: programs of the system, and the built assets."""

import os
import subprocess
from functools import cache
from pathlib import Path

from tests.support.processes import ROOT


class NotInstalled(Exception):
    """Something is not installed or built; the message is one sentence that says what to do."""


@cache
def program(name: str) -> str:
    """Return where a program is, as tools/need-<name>.sh finds it; raises NotInstalled.

    It only looks: `make programs` is what installs.
    """
    found = subprocess.run(
        ["/bin/sh", f"tools/need-{name}.sh"],
        cwd=ROOT,
        env={**os.environ, "NO_INSTALL": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if found.returncode:
        raise NotInstalled(found.stderr.strip())
    return found.stdout.strip()


def built_assets(root: Path = ROOT) -> None:
    """Raise NotInstalled unless the assets of the app in `root` are built."""
    if not (root / "static/build/assets.json").is_file():
        raise NotInstalled("static/build is missing: run `make build`.")


def html_checker(root: Path = ROOT) -> Path:
    """Return where the Nu HTML checker is, a program in Java; raises NotInstalled."""
    jar = root / "tests/nu/node_modules/vnu-jar/build/dist/vnu.jar"
    if not jar.is_file():
        raise NotInstalled("The Nu HTML checker must be installed: run `make quick`.")
    return jar
