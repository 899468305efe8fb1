"""A copy of the app with some of its text replaced, to be run in place of it."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.support.processes import ROOT

COPIED = ("webapp", "static/js/outbox")
LINKED = ("templates", "static/build", "manifest.json", "package.json")
BEING_WRITTEN = shutil.ignore_patterns("*.pyc.*")  # by another process, and soon gone


@dataclass(frozen=True)
class Replacement:
    """Replaces the text `old` in `file`, which must be there once, by `new`."""

    file: str
    old: str
    new: str


def copy_app(folder: Path, changes: Sequence[Replacement]) -> Path:
    """Make a changed copy of the app in `folder`; ValueError when a change does not fit once.

    Modules that are compiled already are copied compiled: to compile the app takes seconds.
    """
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=BEING_WRITTEN)
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    for change in changes:
        _apply(folder / change.file, change)
    return folder


def _apply(file: Path, change: Replacement) -> None:
    text = file.read_text()
    if (times := text.count(change.old)) != 1:
        raise ValueError(f"{change.file} holds {times} times, not once: {change.old}")
    write_source(file, text.replace(change.old, change.new))


def write_source(file: Path, text: str) -> None:
    """Write a module, and delete what is compiled of it.

    The new text may have the size and the second of the one before: both are all that is compared.
    """
    file.write_text(text)
    for compiled in file.parent.glob(f"__pycache__/{file.stem}.*.pyc"):
        compiled.unlink()
