"""The wheel is a second way in: installed alone it starts, with every page, file and language."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen
from zipfile import ZipFile

import pytest

from tests.support.ports import free_port
from tests.support.processes import die_with_parent
from tests.support.repository.documents import ROOT
from tests.support.repository.wheels import install
from tools.release import build, version
from webapp.paths import BUILT, MANIFEST, TEMPLATES

pytestmark = pytest.mark.enable_socket


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install(wheel, tmp_path_factory.mktemp("alone") / "venv")


@pytest.fixture(scope="module")
def url(programs: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of the app that `smallwins` serves, started in an empty folder."""
    folder, port = tmp_path_factory.mktemp("empty"), free_port()
    running = subprocess.Popen(
        [programs / "smallwins"],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "SMALLWINS_PORT": str(port)},
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=die_with_parent,
    )
    assert running.stdout
    assert any("http://" in line for line in running.stdout), "it did not start"
    assert (folder / "var/smallwins.db").is_file()
    yield f"http://127.0.0.1:{port}"
    running.kill()
    running.wait()
    running.stdout.close()


def test_it_holds_every_file_that_the_app_reads(wheel: Path) -> None:
    held = set(ZipFile(wheel).namelist())
    assert {name for name in expected() if name not in held} == set()
    assert [name for name in held if name.endswith((".pyc", ".db", ".po~"))] == []


def expected() -> Iterator[str]:
    for file in (ROOT / "webapp").rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts:
            yield str(file.relative_to(ROOT))
    for folder in (TEMPLATES, BUILT):
        found = (file for file in folder.rglob("*") if file.is_file())
        yield from (f"webapp/{file.relative_to(ROOT)}" for file in found)
    yield f"webapp/{MANIFEST.name}"


def test_a_page_comes_with_every_file_it_names(url: str) -> None:
    files = set(re.findall(r'(?:href|src)="(/static/build/[^"#]+)', read(f"{url}/sessions/new")))
    assert len(files) > 4
    for file in files | {"/sw.js", "/manifest.json"}:
        assert read(url + file)


def test_it_speaks_the_other_languages_too(url: str) -> None:
    assert '<html lang="ar" dir="rtl"' in (page := read(f"{url}/sessions/new", "ar"))
    assert "تسجيل الدخول" in page


def test_help_opens_and_an_account_can_be_made(url: str) -> None:
    assert "<h1" in read(f"{url}/help/")
    assert 'name="password"' in read(f"{url}/people/new")


def test_it_knows_its_version(programs: Path) -> None:
    said = subprocess.run([programs / "smallwins", "version"], capture_output=True, text=True)
    assert said.stdout.startswith(f"Small Wins {version()}, Python 3.")


def read(address: str, language: str = "en") -> str:
    with urlopen(Request(address, headers={"Accept-Language": language}), timeout=20) as answer:
        assert answer.status == 200
        return answer.read().decode(errors="replace")
