"""A new version is offered and never forced (R18)."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.phones.chromium import Phone
from tests.support.processes import ROOT
from tests.support.server import Server

pytestmark = pytest.mark.whole_browser


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Return an installation of its own, which can get a new version."""
    for name in ("webapp", "templates", "static/build"):
        shutil.copytree(ROOT / name, tmp_path / "app" / name)
    shutil.copy(ROOT / "manifest.json", tmp_path / "app")
    return tmp_path / "app"


@pytest.fixture
def server(data_folder: Path, installed: Path):  # type: ignore[no-untyped-def]
    running = Server(data_folder, root=installed).start()
    yield running
    running.kill()


def test_a_new_version_waits_for_a_tap(phone: Phone, installed: Path) -> None:
    phone.has_worker()
    offer = phone.page.get_by_role("button", name="New version, tap to refresh")
    expect(offer).to_be_hidden()
    with (installed / "static/build/sw.js").open("a") as worker:
        worker.write("// one line more")
    phone.page.evaluate("navigator.serviceWorker.ready.then((worker) => worker.update())")
    expect(offer).to_be_visible()
    phone.logs("Still working in the old version")
    with phone.page.expect_navigation():
        offer.click()
    phone.lists("Still working in the old version")
    expect(offer).to_be_hidden()
