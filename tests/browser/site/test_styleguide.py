"""The page of all parts holds itself to what it shows."""

from pathlib import Path

from playwright.sync_api import Playwright

from tests.browser.site.test_accessible import violations
from tests.support.forks.server import ForkedServer
from tests.support.phones.chromium import Phone


def test_every_part_in_every_state_is_accessible(
    playwright: Playwright, chromium: str, data_folder: Path, tmp_path: Path
) -> None:
    server = ForkedServer(data_folder, SMALLWINS_STYLEGUIDE="1").start()
    phone = Phone(playwright, tmp_path / "phone", server.url, chromium)
    try:
        phone.open("/styleguide")
        assert (violations(phone.page), phone.trouble) == ([], [])
        assert phone.page.locator(".guide").count() == 3
    finally:
        phone.close()
        server.kill()
