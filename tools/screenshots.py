"""Take the screenshots that manifest.json and README.md show, of the real app with a life in it.

The life is that of the made-up person (webapp/domain/demo). The pictures are committed, since the
build has no browser. Run `make screenshots` after the look of Today, Insights or Goals has changed,
then build.
"""

import os
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.support.needs import program  # noqa: E402
from tests.support.phones.chromium import ARGS  # noqa: E402
from tests.support.server import Server  # noqa: E402
from tools.png import small  # noqa: E402

SHIPPED = ROOT / "static/img/screenshots"  # the build copies all of these into the app
FOR_README = ROOT / "docs/pictures"
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True}
SMALL_PHONE = {**PHONE, "device_scale_factor": 1.25}  # the README shows them at 205 px
WIDE = {"viewport": {"width": 1280, "height": 800}}
PAGES = {"today": "/", "insights": "/insights/", "goals": "/goals/"}
IN_MANIFEST = ("today", "insights")  # what phones load before they install it stays small
ZONES = ("Pacific/Honolulu", "America/New_York", "Europe/Berlin", "Asia/Tokyo", "Pacific/Auckland")
AFTERNOON = 15  # o'clock
EMAIL, PASSWORD = "ana@example.org", "twelve weeks of wins"


def main() -> None:
    """Start the app on a folder with the made-up person in it, and take the pictures."""
    zone = where_it_is_afternoon()
    with tempfile.TemporaryDirectory() as data, sync_playwright() as running:
        live(Path(data), zone)
        server = Server(Path(data)).start()
        browser = running.chromium.launch(executable_path=program("chromium"), args=ARGS)
        try:
            take_all(browser, server.url, {"locale": "en-GB", "timezone_id": zone})
        finally:
            browser.close()
            server.kill()


def live(data: Path, zone: str) -> None:
    """Fill the database of a data folder with the made-up person, whose phone is in `zone`."""
    words = ["-m", "webapp", "demo", "--zone", zone, "--password-stdin"]
    environ = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    subprocess.run(  # noqa: S603 (our own words)
        [sys.executable, *words],
        cwd=ROOT,
        env={**environ, "SMALLWINS_DATA": str(data)},
        input=f"{PASSWORD}\n",
        text=True,
        check=True,
    )


def take_all(browser: Browser, url: str, place: dict[str, Any]) -> None:
    state = signed_in(browser, url, place)
    looks: dict[str, dict[str, Any]] = {"": PHONE, "-dark": {**SMALL_PHONE, "color_scheme": "dark"}}
    for ending, look in looks.items():
        page = browser.new_context(**look, **place, storage_state=state).new_page()
        for name, path in PAGES.items():
            folder = SHIPPED if name in IN_MANIFEST and not ending else FOR_README
            take(page, f"{url}{path}", folder / f"{name}{ending}.png")
    wide = browser.new_context(**WIDE, **place, storage_state=state).new_page()
    take(wide, url, SHIPPED / "wide.png")


def signed_in(browser: Browser, url: str, place: dict[str, Any]) -> Any:
    """Return the cookies of a browser on which the made-up person is signed in."""
    context = browser.new_context(**place)
    page = context.new_page()
    page.goto(f"{url}/sessions/new")
    page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Today", level=1).wait_for()
    state = context.storage_state()
    context.close()
    return state


def where_it_is_afternoon() -> str:
    """Return the zone in which it is nearest to three o'clock, so that no picture shows a night."""
    hours = {zone: datetime.now(ZoneInfo(zone)).hour for zone in ZONES}
    return min(ZONES, key=lambda zone: abs(hours[zone] - AFTERNOON))


def take(page: Page, address: str, file: Path) -> None:
    """Write a picture of the page at `address` to `file`, without what shows for a moment only."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.getElementById('toast').replaceChildren()")
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(small(page.screenshot(animations="disabled")))


if __name__ == "__main__":
    main()
