"""Take the screenshots that manifest.json and README.md show, of the real app with a day's wins.

The pictures are committed, since the build has no browser. Run `make screenshots` after the look
of Today or Wins has changed, then build.
"""

import sys
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.support.needs import program  # noqa: E402
from tests.support.phones.chromium import ARGS  # noqa: E402
from tests.support.server import Server  # noqa: E402
from tests.support.visitor import PASSWORD  # noqa: E402
from tools.png import small  # noqa: E402

SHIPPED = ROOT / "static/img/screenshots"  # the build copies all of these into the app
FOR_README = ROOT / "docs/pictures"
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True}
WIDE = {"viewport": {"width": 1280, "height": 800}}
ZONES = ("Pacific/Honolulu", "America/New_York", "Europe/Berlin", "Asia/Tokyo", "Pacific/Auckland")
AFTERNOON = 15  # o'clock
WINS = [
    ("Answered the last open ticket of the week", "Quick task"),
    ("Release checklist from 14 steps to 6", "Process improvement"),
    ("Sent the migration update with one clear next step", "Quick task"),
    ("First customer on the new import", "Milestone"),
]


def main() -> None:
    """Start the app on an empty folder, use it, and take the pictures."""
    with tempfile.TemporaryDirectory() as data, sync_playwright() as running:
        server = Server(Path(data)).start()
        browser = running.chromium.launch(executable_path=program("chromium"), args=ARGS)
        try:
            take_all(browser, server.url)
        finally:
            browser.close()
            server.kill()


def take_all(browser: Browser, url: str) -> None:
    options = {**PHONE, "locale": "en-GB", "timezone_id": where_it_is_afternoon()}
    phone = browser.new_context(**options)
    page = phone.new_page()
    use(page, url)
    take(page, url, SHIPPED / "today.png")
    take(page, f"{url}/wins/", SHIPPED / "wins.png")
    signed_in = phone.storage_state()
    wide = browser.new_context(**WIDE, storage_state=signed_in)
    take(wide.new_page(), url, SHIPPED / "wide.png")
    dark = browser.new_context(**options, color_scheme="dark", storage_state=signed_in).new_page()
    take(dark, url, FOR_README / "today-dark.png")
    take(dark, f"{url}/wins/", FOR_README / "wins-dark.png")


def where_it_is_afternoon() -> str:
    """Return the zone in which it is nearest to three o'clock, so that no picture shows a night."""
    hours = {zone: datetime.now(ZoneInfo(zone)).hour for zone in ZONES}
    return min(ZONES, key=lambda zone: abs(hours[zone] - AFTERNOON))


def use(page: Page, url: str) -> None:
    """Sign up and log a day's wins."""
    page.goto(f"{url}/people/new")
    page.get_by_label("Name").fill("Ana")
    page.get_by_label("E-mail").fill("ana@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()
    page.get_by_role("heading", name="Today", level=1).wait_for()
    for setting in ("workdays", "checkin_days"):  # the same pictures on every day of the week
        choose_every_day(page, f"{url}/settings/{setting}/edit")
    page.goto(url)
    for what, kind in WINS:
        page.get_by_role("textbox", name="What did you get done?").fill(what)
        page.get_by_role("button", name=kind, exact=True).click()
        page.locator(".win__what", has_text=what).wait_for()
    page.locator("#status[data-state=sent]").wait_for()


def choose_every_day(page: Page, address: str) -> None:
    page.goto(address)
    for day in page.get_by_role("checkbox").all():
        day.check()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("heading", name="Settings", level=1).wait_for()


def take(page: Page, address: str, file: Path) -> None:
    """Write a picture of the page at `address` to `file`, without what shows for a moment only."""
    page.goto(address)
    page.evaluate("document.getElementById('toast').replaceChildren()")
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(small(page.screenshot(animations="disabled")))


if __name__ == "__main__":
    main()
