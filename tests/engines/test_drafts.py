"""Nothing typed is lost in WebKit and Firefox either: Back, another language, an ended session, a
form that gets no answer (decision 25; tests/browser/site/test_drafts.py has more)."""

from tests.engines.trouble import Trouble
from tests.support.phones.driven import Phone
from tests.support.phones.patience import until
from tests.support.phones.verbs import EMAIL
from tests.support.visitor import PASSWORD

WORDS = "Send one page"


def types(phone: Phone) -> None:
    phone.open("/goals/new")
    phone.browser.fill("#statement", "", WORDS)


def has_the_words(phone: Phone) -> None:
    said = "return document.querySelector('#statement')?.value"
    until(lambda: phone.browser.run(said) == WORDS, "the words")


def stores_them_once(phone: Phone) -> None:
    phone.browser.click("button", "Save")
    phone.sees("h1", WORDS)
    phone.open("/goals/")
    phone.counts("[id^=goal-]", 1)
    phone.open("/goals/new")
    assert phone.browser.run("return document.querySelector('#statement').value") == ""


def test_words_are_there_after_back_in_another_language_and_after_signing_in(phone: Phone) -> None:
    types(phone)
    phone.open("/help/")
    phone.browser.back()
    has_the_words(phone)
    phone.switches_to("العربية")
    phone.counts("html[lang=ar] h1", 1)
    has_the_words(phone)
    phone.switches_to("English")
    phone.counts("html[lang=en] h1", 1)
    phone.forgets_who_is_signed_in()
    phone.browser.click("button", "Save")
    phone.sees("h1", "Sign in")
    phone.fills("E-mail", EMAIL)
    phone.fills("Password", PASSWORD)
    phone.taps("Sign in")
    has_the_words(phone)
    stores_them_once(phone)


def test_words_of_a_form_without_an_answer_are_there_again(phone: Phone, trouble: Trouble) -> None:
    types(phone)
    trouble.begins("refuse")
    phone.browser.click("button", "Save")
    phone.sees("h1", "Not sent")
    trouble.ends()
    phone.counts("a[href$='/goals/new']", 1)  # the page has found where the form is
    phone.browser.click("a", "Back to the form")
    has_the_words(phone)
    stores_them_once(phone)
