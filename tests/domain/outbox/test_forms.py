"""Forms that are sent more than once."""

import uuid

import pytest

from tests.support.make import DAY, NOON, Someone
from webapp.domain.outbox.forms import LIFE, store_once
from webapp.rules.outbox.forms import sent_form_id
from webapp.rules.shared.problems import Invalid, Problem
from webapp.storage.outbox.form_receipts import FormReceipt

PAGE = str(uuid.uuid4())
FORM = sent_form_id(PAGE, "POST /goals/", [("statement", "Ship it")])


def test_a_form_is_stored_once_and_leads_to_the_same_page(ana: Someone) -> None:
    calls: list[str] = []

    def store() -> str:
        calls.append("stored")
        return f"/goals/{len(calls)}"

    led = [store_once(ana.me, FORM, NOON, store) for _ in range(3)]
    assert (led, calls) == (["/goals/1"] * 3, ["stored"])


def test_a_form_that_was_not_stored_can_be_sent_again(ana: Someone) -> None:
    assert store_once(ana.me, FORM, NOON, lambda: None) is None
    assert store_once(ana.me, FORM, NOON, lambda: "/goals/1") == "/goals/1"


def test_a_form_that_failed_can_be_sent_again(ana: Someone) -> None:
    def refuse() -> str:
        raise Invalid(Problem("statement", "No."))

    with pytest.raises(Invalid):
        store_once(ana.me, FORM, NOON, refuse)
    assert store_once(ana.me, FORM, NOON, lambda: "/goals/1") == "/goals/1"


def test_the_id_of_one_persons_form_is_no_one_elses(ana: Someone, ben: Someone) -> None:
    store_once(ana.me, FORM, NOON, lambda: "/goals/anas")
    assert store_once(ben.me, FORM, NOON, lambda: "/goals/bens") == "/goals/bens"


def test_other_words_from_the_same_page_are_another_form() -> None:
    assert sent_form_id(PAGE, "POST /goals/", [("statement", "Ship it well")]) != FORM
    assert sent_form_id(PAGE, "POST /objectives/", [("statement", "Ship it")]) != FORM


@pytest.mark.parametrize("page_id", ["", "{once}", "x" * 300, PAGE.upper()], ids=range(4))
def test_what_no_page_made_is_no_id(page_id: str) -> None:
    assert sent_form_id(page_id, "POST /goals/", []) == ""


def test_receipts_are_deleted_when_nobody_can_send_the_form_any_more(ana: Someone) -> None:
    store_once(ana.me, FORM, NOON, lambda: "/goals/1")
    store_once(ana.me, str(uuid.uuid4()), NOON + LIFE + DAY, lambda: "/goals/2")
    assert [receipt.leads_to for receipt in FormReceipt.select()] == ["/goals/2"]
