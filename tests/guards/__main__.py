"""Take guards out one at a time and run what should notice: `make mutants` (GUARDS=20 for some)."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree

from tests.faults.altered import BEING_WRITTEN, write_source
from tests.guards.mutants import Mutant
from tests.guards.tables import guards, mutants
from tests.support.processes import ROOT

COPIED = ("webapp", "tests", "templates", "static")
LINKED = ("manifest.json", "package.json", "pyproject.toml", "deploy", "docs", "tools")
LINKED += ("node_modules",)
SURVIVORS = Path(__file__).parent / "survivors.txt"
PYTEST = (sys.executable, "-m", "pytest", "-qx", "-p", "no:cacheprovider", "-p", "no:xdist")
OTHER = "postgresql "  # before the name of what only that engine shows
NODE = ("sh", "tools/with-node.sh", "node", "--import", "./tests/js/support/register.js", "--test")
LONGEST = 240  # seconds; a mutant may go round for ever


def copied(root: Path) -> None:
    """Make a copy of the app and its tests in `root`, with what is compiled of them."""
    for name in COPIED:
        copytree(ROOT / name, root / name, ignore=BEING_WRITTEN)
    for name in LINKED:
        (root / name).symlink_to(ROOT / name)


def survives(mutant: Mutant, root: Path) -> bool:
    """Return whether none of its tests fails without the guard; the copy is left as it was.

    Tests that do not end without it have noticed, if they end with it; TimeoutExpired: they do not.
    """
    runs = _runs(mutant.tests)
    try:
        with _without_guard(mutant, root):
            return all(_passes(run, root) for run in runs)
    except subprocess.TimeoutExpired as late:
        if not all(_passes(run, root, None) for run in runs):
            raise RuntimeError(f"Tests fail with the guard in place: {mutant.name}") from late
        return False


@contextmanager
def _without_guard(mutant: Mutant, root: Path) -> Iterator[None]:
    file = root / mutant.file
    before = file.read_text()
    write_source(file, mutant.text)
    try:
        yield
    finally:
        write_source(file, before)


def _runs(tests: Sequence[str]) -> list[list[str]]:
    scripts = [path for path in tests if path.endswith(".js")]
    other = [path.removeprefix(OTHER) for path in tests if path.startswith(OTHER)]
    python = [path for path in tests if path not in scripts and not path.startswith(OTHER)]
    runs = [
        [*NODE, *scripts] if scripts else [],
        [*PYTEST, "-m", "not postgres", *python] if python else [],
        [*PYTEST, "-k", "postgresql", *other] if other else [],
    ]
    return [run for run in runs if run]


def _passes(run: list[str], root: Path, longest: int | None = LONGEST) -> bool:
    # In a session of its own: a test that runs for ever may be a process of a process.
    running = subprocess.Popen(
        run,
        cwd=root,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},  # else each compiles every test again
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return running.wait(longest) == 0
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        raise


def _all_pass(picked: Sequence[Mutant], root: Path) -> bool:
    """Return whether the tests pass as long as nothing is taken out."""
    tests = sorted({path for mutant in picked for path in mutant.tests})
    return all(_passes(run, root, None) for run in _runs(tests))


def known(path: Path = SURVIVORS) -> dict[str, str]:
    """Return the reasons that are written down in a file, by the name of the mutant."""
    lines = [line.partition(" # ") for line in path.read_text().splitlines()]
    return {name: reason for name, _, reason in lines}


def chosen(all_of_them: Sequence[Mutant], most: int, turn: str) -> list[Mutant]:
    """Return at most `most`, others for another turn; all for 0."""
    order = sorted(all_of_them, key=lambda one: zlib.crc32(f"{turn} {one.name}".encode()))
    return order[:most] if most else order


def main() -> int:
    """Print each survivor that survivors.txt does not name, and each guard whose text is gone.

    Return 1 if there is one.
    """
    gone = [guard.pattern for guard in guards() if not any(guard.mutants())]
    asked, written_down = os.environ, known()
    tried = [one for one in mutants() if one.name not in written_down]
    tried = [one for one in tried if re.search(asked.get("ONLY", ""), one.name)]
    picked = chosen(tried, int(asked.get("GUARDS", "0")), asked.get("TURN", "0"))
    found = []
    with tempfile.TemporaryDirectory(prefix="guards-") as folder:
        root = Path(folder)
        copied(root)
        if not _all_pass(picked, root):
            sys.exit("Tests fail with every guard in place: see what `make test` says.")
        for mutant in picked:
            if survives(mutant, root):
                found.append(mutant.name)
                sys.stderr.write(f"{mutant.name}\n")
    sys.stderr.write("".join(f"This guard reads otherwise now: {one}\n" for one in gone))
    sys.stderr.write(f"{len(picked)} guards taken out, {len(found)} not noticed\n")
    return 1 if found or gone else 0


if __name__ == "__main__":
    sys.exit(main())
