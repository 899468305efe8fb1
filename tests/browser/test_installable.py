"""The app can be put on a home screen (W5)."""

from tests.browser.phone import Phone


def test_chromium_finds_nothing_that_keeps_it_from_being_installed(phone: Phone) -> None:
    phone.has_worker()
    devtools = phone.context.new_cdp_session(phone.page)
    assert devtools.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    assert devtools.send("Page.getAppManifest")["errors"] == []
