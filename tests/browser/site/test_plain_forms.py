"""Plain forms through the service worker: ours stay in the app, those of others are refused."""

import pytest
from playwright.sync_api import expect

from tests.support.other_site import other_site
from tests.support.phones.chromium import Phone
from tests.support.proxy import Proxy

OTHERS = [
    ("/languages/", {"language": "ar", "next": "/"}),
    ("/goals/", {"statement": "Not mine"}),
]


@pytest.mark.parametrize(("path", "form"), OTHERS)
def test_a_form_of_another_site_is_refused(phone: Phone, path: str, form: dict[str, str]) -> None:
    phone.has_worker()
    with other_site(phone.url + path, **form) as address:
        phone.page.goto(address)
        phone.page.get_by_role("button", name="Win a prize").click()
        expect(phone.page.get_by_text("This was not sent from a page of this app.")).to_be_visible()
    phone.open("/goals/")
    expect(phone.page.locator("html")).to_have_attribute("lang", "en")
    expect(phone.page.get_by_text("Not mine")).to_have_count(0)


@pytest.mark.parametrize("trouble", ["refuse", "blackhole"])
def test_without_an_answer_no_form_leads_to_another_site(
    phone: Phone, line: Proxy, trouble: str
) -> None:
    phone.has_kept("/outbox/")
    with other_site("http://localhost/") as elsewhere:
        host = elsewhere.removeprefix("http:").rstrip("/")
        form = phone.page.locator("form.languages")
        form.evaluate("(form, next) => { form.elements.next.value = next }", f"/..{host}/")
        line.set(trouble)
        phone.switches_to("العربية")
        phone.page.wait_for_url(f"{phone.url}/**")
        expect(phone.page.get_by_role("heading", level=1)).to_have_text("لا يوجد اتصال")


FORMS = [
    ("/goals/new", "Save"),
    ("/objectives/new", "Save"),
    ("/indicators/new", "Save"),
    ("/presets/new", "Save"),
    ("/settings/areas/edit", "Save"),
    ("/review-plans/current/edit", "Save"),
    ("/people/current/edit", "Save"),
    ("/passwords/current/edit", "Save"),
    ("/absences/", "Add"),
]
DOORS = [("/sessions/new", "Sign in"), ("/people/new", "Create account")]


def test_no_form_without_an_answer_leads_out_of_the_app(phone: Phone, line: Proxy) -> None:
    phone.has_worker()
    for path, button in [*FORMS, *DOORS]:
        if path == DOORS[0][0]:
            phone.context.clear_cookies()
        phone.open(path)
        expect(phone.page.get_by_role("button", name=button, exact=True)).to_be_visible()
        says_what_it_needs(phone)
        line.set("refuse")
        words = phone.page.locator("main form input[required][type=text], main form textarea")
        for field in words.filter(visible=True).all():
            field.fill("Words")
        phone.page.locator("main form").first.evaluate("(form) => { form.noValidate = true }")
        phone.taps(button)
        expect(phone.page.get_by_role("heading", level=1)).to_have_text("Not sent")
        expect(phone.page.get_by_role("navigation", name="Main")).to_be_visible()
        line.set("pass")


def says_what_it_needs(phone: Phone) -> None:
    """Lose the network on a page with a form, which says before one types that it needs one."""
    says = phone.page.get_by_text("This form needs a connection.").first
    expect(says).to_be_hidden()
    phone.context.set_offline(True)
    expect(says).to_be_visible()
    phone.context.set_offline(False)
    expect(says).to_be_hidden()


def test_a_form_that_a_captive_portal_answers_stays_in_the_app(phone: Phone, line: Proxy) -> None:
    phone.has_worker()
    phone.open("/goals/new")
    line.answers(200, "<h1>Welcome to the hotel</h1>", Content_Type="text/html")
    phone.taps("Save")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Not sent")


@pytest.mark.parametrize("path", ["/offline", "/not-sent"])
def test_the_tabs_of_a_page_without_an_answer_are_at_the_bottom(phone: Phone, path: str) -> None:
    phone.open(path)
    tabs = phone.page.get_by_role("navigation", name="Main").bounding_box()
    assert tabs
    assert phone.page.viewport_size
    assert tabs["y"] + tabs["height"] == phone.page.viewport_size["height"]


def test_beside_tabs_a_page_without_an_answer_has_room_for_its_words(
    phone: Phone, line: Proxy
) -> None:
    phone.has_worker()
    line.set("refuse")
    phone.page.set_viewport_size({"width": 1280, "height": 800})
    phone.open("/reviews/")
    main = phone.page.locator("#main").bounding_box()
    assert main
    assert main["width"] > 20 * 16
