"""A test that misses a program or the build says so in one sentence that says what to do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.needs import NotInstalled, program
from tests.support.processes import ROOT
from tests.support.server import Server

NEEDS = [
    ("CHROMIUM", "chromium", "Chromium"),
    ("FIREFOX", "firefox", "Firefox"),
    ("WEBKIT_DRIVER", "webkit", "WebKitWebDriver"),
    ("CADDY", "caddy", "Caddy"),
    ("JAVA", "java", "Java"),
    ("POSTGRES_BIN", "postgres", "PostgreSQL"),
]


@pytest.mark.parametrize(("variable", "name", "says"), NEEDS)
def test_a_missing_program_is_told_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, variable: str, name: str, says: str
) -> None:
    monkeypatch.setenv(variable, "/nowhere")
    with pytest.raises(NotInstalled, match=rf"^{says}.* must be installed: run `make programs`\.$"):
        program.__wrapped__(name)


@pytest.mark.enable_socket
def test_a_test_that_misses_one_is_an_error_without_traceback() -> None:
    told = run_pytest("tests/browser/site/test_installable.py", CHROMIUM="/nowhere")
    assert (told.returncode, "1 error in" in told.stdout) == (1, True)
    assert "\nChromium (or name one in CHROMIUM) must be installed: run" in told.stdout
    assert "NotInstalled" not in told.stdout


def run_pytest(file: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run a file of tests up to the first that fails, in a pytest of its own."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-p", "no:cacheprovider", file],
        cwd=ROOT,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.enable_socket
def test_a_server_without_built_assets_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NotInstalled, match=r"^static/build is missing: run `make build`\.$"):
        Server(tmp_path / "var", root=tmp_path).start()
