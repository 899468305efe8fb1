"""Marking the tests of a folder."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.support.processes import ROOT


def mark_all(items: Iterable[pytest.Item], conftest: str, *marks: pytest.MarkDecorator) -> None:
    """Mark those of the items that are in the folder of the file `conftest`.

    By their names: to compare the folders of ten thousand tests takes seconds.
    """
    folder = f"{Path(conftest).parent.relative_to(ROOT).as_posix()}/"
    for item in items:
        if item.nodeid.startswith(folder):
            for mark in marks:
                item.add_marker(mark)
