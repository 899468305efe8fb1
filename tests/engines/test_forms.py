"""Plain forms through the service worker of WebKit and Firefox."""

import pytest

from tests.engines.trouble import Trouble
from tests.support.other_site import other_site
from tests.support.phones.driven import Phone

REFUSED = "This was not sent from a page of this app."


OTHERS = [("/languages/", {"language": "ar", "next": "/"}), ("/goals/", {"statement": "No"})]


@pytest.mark.parametrize(("path", "form"), OTHERS)
def test_a_form_of_another_site_stays_one(phone: Phone, path: str, form: dict[str, str]) -> None:
    with other_site(phone.url + path, **form) as address:
        phone.browser.goto(address)
        phone.browser.click("button", "Win a prize")
        phone.sees("main", REFUSED)
    phone.open()
    phone.sees("h1", "Today")


def test_a_form_that_gets_no_answer_stays_in_the_app(phone: Phone, trouble: Trouble) -> None:
    phone.open("/goals/new")
    phone.browser.fill("textarea", "What do you want to have done?", "Send one page")
    trouble.begins()
    phone.browser.click("button", "Save")
    phone.sees("h1", "Not sent")


def test_the_language_is_switched_without_a_connection(phone: Phone, trouble: Trouble) -> None:
    trouble.begins()
    phone.switches_to("العربية")
    phone.sees("h1", "لا يوجد اتصال")  # Today in Arabic was never on this phone
