"""The command line, on a data folder of its own."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.aside import aside
from webapp.cli import run
from webapp.domain.account import mail_service
from webapp.domain.reminders.push_setup import bind, push_setup


class Result(NamedTuple):
    """The exit code of a command, and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def command(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Callable[..., Result]]:
    """Return a function that runs a command; typed: its standard input."""
    monkeypatch.setenv("SMALLWINS_DATA", str(data_folder))
    monkeypatch.setattr("os.nice", lambda _: None)  # the other tests are in this process, too

    def do(*words: object, typed: str = "") -> Result:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        try:
            code = run([str(word) for word in words], lambda: None, lambda: None)
        except SystemExit as refused:  # argparse exits by itself
            code = int(str(refused.code))
        return Result(code, *capsys.readouterr())

    before = push_setup()
    for name in ("service", "missing"):  # commands let this process send
        monkeypatch.setattr(mail_service.State, name, getattr(mail_service.State, name))
    with aside():
        yield do
    bind(before)
