"""Environments that hold a wheel of this app and what it asks for, and nothing else."""

import subprocess
import sys
import venv
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")


def install(wheel: Path, folder: Path) -> Path:
    """Make an empty environment in `folder` with the wheel in it; return its folder of programs.

    What the wheel's own metadata asks for is linked from the environment of the tests, and nothing
    else, so that neither a file nor a requirement that is missing goes unnoticed.
    """
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin/python"
    how = ("--python", str(python), "install", "--no-index", "--no-deps", "--no-compile")
    subprocess.run([*PIP, *how, str(wheel)], check=True, timeout=60)
    [packages] = folder.glob("lib/python*/site-packages")
    [info] = packages.glob("smallwins-*.dist-info")
    for needed in needed_by(Distribution.at(info), set()):
        link(needed, packages)
    return python.parent


def needed_by(package: Distribution, seen: set[str]) -> Iterator[Distribution]:
    """Yield what `package` requires here without extras, and what that requires, each once."""
    for line in package.requires or ():
        needed = Requirement(line)
        name = canonicalize_name(needed.name)
        if name in seen or (needed.marker and not needed.marker.evaluate({"extra": ""})):
            continue
        seen.add(name)
        found = distribution(needed.name)
        assert found.version in needed.specifier, f"{needed} is wanted, {found.version} is here"
        yield found
        yield from needed_by(found, seen)


def link(package: Distribution, packages: Path) -> None:
    """Link the folders and modules of an installed package into another folder of packages."""
    tops = {file.parts[0] for file in package.files or () if file.parts[0] != ".."}
    for top in tops - {"__pycache__"}:
        (packages / top).symlink_to(Path(str(package.locate_file(top))))
