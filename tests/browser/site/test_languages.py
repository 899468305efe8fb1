"""Arabic and back, with a connection and without (R54); help and first steps on the way (R56)."""

from playwright.sync_api import expect

from tests.browser.site.test_weight import KB, STORED
from tests.support.phones.chromium import Phone
from tests.support.proxy import Proxy


def reads(phone: Phone, language: str, heading: str) -> None:
    """Check that the page is in this language and direction, and has this heading."""
    html = phone.page.locator("html")
    expect(html).to_have_attribute("lang", language)
    expect(html).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(heading)


def has_kept_in_arabic(phone: Phone) -> None:
    """Wait until the worker has the pages in Arabic too."""
    phone.waits_for(
        """async () => {
            const place = (await caches.keys()).find((name) => name.endsWith(".ar"));
            return Boolean(place && await (await caches.open(place)).match("/outbox/"));
        }"""
    )


def test_arabic_and_back(phone: Phone) -> None:
    phone.logs("Fixed the flaky sign-in test")
    phone.open("/wins/")
    phone.switches_to("العربية")
    reads(phone, "ar", "الإنجازات")
    assert phone.page.url == phone.url + "/wins/"
    phone.page.get_by_role("link", name="اليوم", exact=True).click()
    phone.page.get_by_role("textbox", name="ماذا أنجزت؟").fill("أرسلت التقرير")
    phone.taps("بلوغ مرحلة")
    expect(phone.page.locator(".win__what").first).to_have_text("أرسلت التقرير")
    expect(phone.status).to_contain_text("أُرسل")
    phone.taps("تراجع")
    expect(phone.page.locator(".win__what")).to_have_count(1)
    phone.switches_to("English")
    phone.lists("Fixed the flaky sign-in test")
    assert phone.trouble == []


def test_arabic_and_back_without_a_connection(phone: Phone, line: Proxy) -> None:
    phone.has_kept("/outbox/")
    phone.switches_to("العربية")
    has_kept_in_arabic(phone)
    phone.switches_to("English")
    reads(phone, "en", "Today")
    line.set("refuse")
    phone.switches_to("العربية")
    reads(phone, "ar", "اليوم")
    phone.taps("مهمة سريعة")
    expect(phone.status).to_contain_text("محفوظ على هذا الهاتف")
    phone.switches_to("English")
    phone.lists("مهمة سريعة")
    phone.sees_status("Saved on this phone")
    phone.switches_to("العربية")
    line.set("pass")
    phone.open("/devices/")
    reads(phone, "ar", "الأجهزة المتصلة بحسابك")  # the server has heard of it
    phone.has_sent_all()


def test_a_language_that_was_never_shown_says_what_comes_of_it(phone: Phone, line: Proxy) -> None:
    phone.has_kept("/outbox/")
    line.set("refuse")
    phone.open("/wins/")
    phone.switches_to("العربية")
    reads(phone, "ar", "لا يوجد اتصال")
    phone.page.get_by_role("link", name="إلى صفحة اليوم").click()
    reads(phone, "en", "Today")
    phone.logs("Recorded all the same")


def test_help_opens_without_a_connection_in_both_languages(phone: Phone, line: Proxy) -> None:
    phone.has_kept("/outbox/")
    line.set("refuse")
    phone.open("/help/#how-long")
    expect(phone.page.get_by_role("heading", name="How long until")).to_be_in_viewport()
    phone.switches_to("العربية")
    reads(phone, "ar", "المساعدة")
    phone.switches_to("English")
    reads(phone, "en", "Help")


def test_whoever_is_signed_out_is_told_so_in_their_language(phone: Phone, line: Proxy) -> None:
    phone.has_kept("/settings/")
    phone.switches_to("العربية")
    has_kept_in_arabic(phone)
    line.set("refuse")
    phone.open("/settings/")
    phone.taps("تسجيل الخروج")
    reads(phone, "ar", "سُجِّل الخروج")
    phone.switches_to("English")
    reads(phone, "en", "Signed out")


# W1 counts what the first load brings, in one language (test_weight.py); another adds its pages.
def test_a_second_language_adds_under_30_kb(phone: Phone) -> None:
    phone.has_kept("/outbox/")
    one = phone.page.evaluate(STORED)
    phone.switches_to("العربية")
    has_kept_in_arabic(phone)
    assert 10 * KB < phone.page.evaluate(STORED)["ar"] - one["ar"] <= 30 * KB


def test_first_steps_that_were_put_away_stay_away(phone: Phone, line: Proxy) -> None:
    steps = phone.page.locator("#welcome")
    phone.has_kept("/outbox/")
    line.set("refuse")
    phone.taps("Got it")
    expect(steps).to_have_count(0)
    phone.open()
    expect(steps).to_have_count(0)
    line.set("pass")
    with phone.page.expect_response("**/welcomes/"):
        phone.open()
    phone.open()
    expect(steps).to_have_count(0)


def test_first_steps_leave_the_dock_on_the_screen_and_go_with_the_first_win(phone: Phone) -> None:
    for language in ("العربية", "English"):
        phone.switches_to(language)
        expect(phone.page.locator("#welcome button")).to_be_in_viewport(ratio=1)
        expect(phone.page.locator("#capture")).to_be_in_viewport(ratio=1)
        covered = phone.page.evaluate(
            """() => document.querySelector("#welcome").getBoundingClientRect().bottom
                - document.querySelector("#capture").getBoundingClientRect().top"""
        )
        assert covered <= 0
    phone.logs()
    expect(phone.page.locator("#welcome")).to_be_hidden()
