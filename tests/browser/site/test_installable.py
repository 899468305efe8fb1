"""The app can be put on a home screen (W5)."""

import pytest
from playwright.sync_api import Locator, expect

from tests.support.phones.chromium import Phone

pytestmark = pytest.mark.whole_browser


def test_chromium_finds_nothing_that_keeps_it_from_being_installed(phone: Phone) -> None:
    phone.has_worker()
    devtools = phone.context.new_cdp_session(phone.page)
    assert devtools.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    assert devtools.send("Page.getAppManifest")["errors"] == []


FIRED = """() => {
    const offer = new Event("beforeinstallprompt");
    offer.prompt = async () => { document.title = "asked"; };
    dispatchEvent(offer);
}"""
# Chromium makes an offer of its own, at a moment of its own; here the test does.
WITHOUT = """addEventListener("beforeinstallprompt", (event) => {
    if (event.isTrusted) event.stopImmediatePropagation();
});"""
IPHONE = "Object.defineProperty(navigator, 'standalone', { value: false });"


@pytest.fixture
def bare(new_phone) -> Phone:
    """Return a phone whose browser offers nothing by itself."""
    made: Phone = new_phone()
    made.context.add_init_script(WITHOUT)
    made.sign_up()
    return made


def hint(phone: Phone) -> Locator:
    return phone.page.get_by_role("region", name="On your home screen")


def test_it_is_offered_after_a_first_win_by_our_own_button(bare: Phone) -> None:
    phone = bare
    phone.page.evaluate(FIRED)
    expect(hint(phone)).to_be_hidden()
    phone.logs("Shipped it")
    phone.open()
    phone.page.evaluate(FIRED)
    phone.taps("Install")
    expect(hint(phone)).to_be_hidden()
    assert phone.page.title() == "asked"


def test_once_put_away_it_stays_away_but_settings_have_it(bare: Phone) -> None:
    phone = bare
    phone.logs("Shipped it")
    phone.open()
    phone.page.evaluate(FIRED)
    phone.taps("Not now")
    phone.open()
    phone.page.evaluate(FIRED)
    expect(hint(phone)).to_be_hidden()
    phone.open("/settings/")
    phone.page.evaluate(FIRED)
    expect(hint(phone).get_by_role("button", name="Install")).to_be_visible()


def test_on_an_iphone_it_is_shown_how(new_phone) -> None:
    phone: Phone = new_phone()
    phone.context.add_init_script(WITHOUT + IPHONE)
    phone.sign_up()
    expect(hint(phone)).to_be_hidden()
    phone.logs("Shipped it")
    phone.open()
    expect(hint(phone)).to_contain_text("Add to Home Screen")
    expect(phone.page.get_by_role("button", name="Install")).to_be_hidden()
