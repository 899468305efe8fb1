"""Takes the screenshots that manifest.json names, of the real app with a day's wins in it.

They are our own pictures and are committed: the build has no browser. Run `make screenshots`
after the look of Today or Wins has changed, then build.
"""

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.phone import ARGS, PASSWORD  # noqa: E402
from tests.server import Server  # noqa: E402
from tools.png import small  # noqa: E402

FOLDER = ROOT / "static/img/screenshots"
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True}
WIDE = {"viewport": {"width": 1280, "height": 800}}
WINS = [
    ("Answered the last open ticket of the week", "Quick task"),
    ("Release checklist from 14 steps to 6", "Process improvement"),
    ("Sent the migration update with one clear next step", "Quick task"),
    ("First customer on the new import", "Milestone"),
]


def main() -> None:
    """Start the app on an empty folder, use it, and take the pictures."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as data, sync_playwright() as running:
        server = Server(Path(data)).start()
        browser = running.chromium.launch(executable_path=os.environ["CHROMIUM"], args=ARGS)
        try:
            context = browser.new_context(**PHONE, locale="en-GB", timezone_id="Europe/Berlin")
            page = context.new_page()
            use(page, server.url)
            take(page, server.url, "today")
            take(page, f"{server.url}/wins/", "wins")
            wide = browser.new_context(**WIDE, storage_state=context.storage_state())
            take(wide.new_page(), server.url, "wide")
        finally:
            browser.close()
            server.kill()


def use(page: Page, url: str) -> None:
    """Sign up and log a day's wins."""
    page.goto(f"{url}/people/new")
    page.get_by_label("Name").fill("Ana")
    page.get_by_label("E-mail").fill("ana@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()
    for what, kind in WINS:
        page.get_by_role("textbox", name="What did you get done?").fill(what)
        page.get_by_role("button", name=kind, exact=True).click()
        page.locator(".win__what", has_text=what).wait_for()
    page.locator("#status[data-state=sent]").wait_for()


def take(page: Page, address: str, name: str) -> None:
    """One picture, with nothing on it that passes."""
    page.goto(address)
    page.evaluate("document.getElementById('toast').replaceChildren()")
    (FOLDER / f"{name}.png").write_bytes(small(page.screenshot(animations="disabled")))


if __name__ == "__main__":
    main()
