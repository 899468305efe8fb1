"""Take guards out one at a time and run what should notice: `make mutants` (GUARDS=20 for some)."""

import os
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from shutil import copytree, ignore_patterns

from tests.guards.mutants import Mutant, mutants
from tests.support.processes import ROOT

COPIED = ("webapp", "tests")
LINKED = ("templates", "static", "manifest.json", "package.json", "pyproject.toml", "deploy")
SHOWN = ("tests/web/test_owner_scope.py", "tests/web/test_rights.py", "tests/web/test_promises.py")
TESTS = {  # by the beginning of a file's name: what should notice, fastest first
    "webapp/storage": (*SHOWN, "tests/domain"),
    "webapp/web/shared/headers": ("tests/web/shared/test_headers.py",),
    "webapp/web/shared/csrf": ("tests/web/shared/test_csrf.py",),
    "webapp/web/shared": (
        "tests/web/test_hostile_input.py",
        "tests/web/account/test_people.py",
        "tests/web/account/test_sessions.py",
        "tests/web/shared",
    ),
    "webapp/web": (
        "tests/web/test_rights.py::test_each_role_gets_its_answer",
        "tests/web/test_owner_scope.py",
    ),
    "webapp/rules": ("tests/rules/shared",),
}
SURVIVORS = Path(__file__).parent / "survivors.txt"


def copied(root: Path) -> None:
    """Make a copy of the app and its tests in `root`."""
    for name in COPIED:
        copytree(ROOT / name, root / name, ignore=ignore_patterns("__pycache__"))
    for name in LINKED:
        (root / name).symlink_to(ROOT / name)


def survives(mutant: Mutant, root: Path) -> bool:
    """Return whether no test of TESTS fails without the guard; the copy is as before afterwards."""
    file = root / mutant.file
    before = file.read_text()
    file.write_text(mutant.text)
    folders = next(those for start, those in TESTS.items() if mutant.file.startswith(start))
    tests = ["-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not postgres", *folders]
    try:
        run = [sys.executable, "-B", "-m", "pytest", *tests]
        return subprocess.run(run, cwd=root, capture_output=True, check=False).returncode == 0
    finally:
        file.write_text(before)


def chosen(all_of_them: Sequence[Mutant], most: int) -> list[Mutant]:
    """Return at most `most`, others for another TURN; all for 0."""
    turn = os.environ.get("TURN", "0")
    order = sorted(all_of_them, key=lambda one: zlib.crc32(f"{turn} {one.name}".encode()))
    return order[:most] if most else order


def main() -> int:
    """Print each survivor that survivors.txt does not name; return 1 if there is one."""
    known = {line.partition(" # ")[0] for line in SURVIVORS.read_text().splitlines()}
    picked = chosen(list(mutants()), int(os.environ.get("GUARDS", "0")))
    found = []
    with tempfile.TemporaryDirectory(prefix="guards-") as folder:
        root = Path(folder)
        copied(root)
        for mutant in picked:
            if mutant.name not in known and survives(mutant, root):
                found.append(mutant.name)
                sys.stderr.write(f"{mutant.name}\n")
    sys.stderr.write(f"{len(picked)} guards taken out, {len(found)} not noticed\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
