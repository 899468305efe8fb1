"""By what a form that is sent again is known, and what is told to its page."""

from flask import Flask

from tests.web.conftest import Browser
from webapp.web.shared.forms.once import sent_id

PAGE = "0b0c0d0e-0000-4000-8000-000000000001"


def id_of(app: Flask, **fields: str) -> str:
    with app.test_request_context("/people/", method="POST", data={"once": PAGE, **fields}):
        return sent_id()


def test_a_password_is_no_part_of_it(app: Flask) -> None:
    assert id_of(app, name="Ana", password="a") == id_of(app, name="Ana", password="b")
    assert id_of(app, name="Ana") != id_of(app, name="Ben")


def test_only_an_id_is_told_back(as_ana: Browser) -> None:
    for once, told in ((PAGE, True), ("any words", False)):
        answer = as_ana.post("/goals/", statement="Send 1 page", once=once)
        assert answer.status_code == 303
        assert ("sent=" in answer.headers.get("Set-Cookie", "")) == told
