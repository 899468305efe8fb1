"""Mails on pages: confirming an address, asking for a link, stopping mails, and no mail at all."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask

from tests.domain.mail.mails import confirmed, link_in
from tests.gateways.mail.twin import PUBLIC, mail_in_memory
from tests.support.make import Someone
from tests.web.conftest import Browser
from webapp.domain.account.confirmations import state_of_address
from webapp.domain.mail.choices import mails_wanted
from webapp.domain.mail.sending import send_due_mail
from webapp.gateways.mail.mails import Answer, Outcome
from webapp.gateways.mail.memory import MemoryMailer
from webapp.rules.account.mails import Wanted
from webapp.rules.shared.ids import id_of_person
from webapp.web.shared import clock

BOUNCE = Answer(Outcome.REFUSED, "550 5.1.1", is_bounce=True)
STOPS = re.compile(r"https://wins\.example\.org(/unsubscriptions/\S+)")
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def mailer() -> Iterator[MemoryMailer]:
    with mail_in_memory() as mailer:
        yield mailer


def sent_now() -> int:
    return send_due_mail(clock.now())


def test_an_address_is_confirmed_by_the_button_behind_the_link(
    as_ana: Browser, signed_out: Browser, ana: Someone, mailer: MemoryMailer
) -> None:
    assert "not confirmed yet" in as_ana.get("/mails/").text
    assert as_ana.post("/confirmations/").location == "/mails/#mail"
    assert "on its way" in as_ana.get("/mails/").text
    assert sent_now() == 1
    link = link_in(mailer)
    for _ in range(2):
        assert "ana@example.org" in signed_out.get(link).text
    assert not state_of_address(ana.me).is_confirmed  # to look at it changes nothing
    answer = signed_out.post(f"{link}?_method=PATCH")
    assert (answer.status_code, "is confirmed" in answer.text) == (200, True)
    assert "Mails go to" in as_ana.get("/mails/").text
    assert signed_out.get(link).status_code == 404
    assert signed_out.get("/settings/").status_code == 303  # nobody is signed in by it


def test_confirming_ends_all_links_that_were_sent(
    as_ana: Browser, signed_out: Browser, mailer: MemoryMailer
) -> None:
    links = []
    for _ in range(2):
        as_ana.post("/confirmations/")
        sent_now()
        links.append(link_in(mailer))
    assert links[0] != links[1]
    signed_out.post(f"{links[1]}?_method=PATCH")
    assert signed_out.get(links[0]).status_code == 404


def test_the_fourth_mail_of_a_day_is_refused_with_a_sentence(
    as_ana: Browser, mailer: MemoryMailer
) -> None:
    for _ in range(3):
        as_ana.post("/confirmations/")
    answer = as_ana.post("/confirmations/")
    assert (answer.status_code, "too often" in answer.text) == (429, True)


def test_who_was_here_before_there_was_mail_is_asked_once(
    as_ana: Browser, mailer: MemoryMailer
) -> None:
    assert "Is your address right?" in as_ana.get("/settings/").text
    as_ana.post("/confirmations/?_method=DELETE")
    page = as_ana.get("/settings/").text
    assert "Is your address right?" not in page
    assert "Not confirmed" in page


def test_why_a_mail_did_not_arrive_is_said(as_ana: Browser, mailer: MemoryMailer) -> None:
    mailer.always = BOUNCE
    as_ana.post("/confirmations/")
    sent_now()
    assert "did not arrive: 550 5.1.1" in as_ana.get("/mails/").text


HEADERS = {
    "Host": "evil.example",
    "X-Forwarded-Host": "evil.example",
    "Referer": "http://evil.example/",
    "Origin": "http://evil.example",
}


@pytest.mark.parametrize("path", ["/resets/", "/people/"])
def test_a_forged_host_appears_in_no_mail(
    path: str, app: Flask, ana: Someone, mailer: MemoryMailer
) -> None:
    confirmed(ana, mailer, clock.now())
    form = {"name": "Eva", "email": "eva@example.org", "password": "correct horse battery"}
    said = form if path == "/people/" else {"email": "ana@example.org"}
    assert app.test_client().post(path, data=said, headers=HEADERS).status_code == 303
    assert sent_now() == 1
    [mail] = mailer.sent
    assert "evil" not in f"{mail}"
    assert f"\n{PUBLIC}/" in mail.text


def test_the_answer_to_a_reset_is_the_same_for_an_unknown_address(
    signed_out: Browser, ana: Someone, mailer: MemoryMailer
) -> None:
    confirmed(ana, mailer, clock.now())
    answers = [
        signed_out.post("/resets/", email=email)
        for email in ("ana@example.org", "nobody@example.org")
    ]
    [known, unknown] = [(one.status, one.data, sorted(one.headers)) for one in answers]
    assert known == unknown
    assert "If somebody has an account" in signed_out.get(answers[0].location).text


def test_the_link_in_the_mail_leads_to_a_new_password(
    signed_out: Browser, ana: Someone, mailer: MemoryMailer
) -> None:
    confirmed(ana, mailer, clock.now())
    assert 'href="/resets/new"' in signed_out.get("/sessions/new").text
    signed_out.post("/resets/", email="ana@example.org")
    sent_now()
    answer = signed_out.post(f"{link_in(mailer)}?_method=PATCH", new_password="battery staple")
    assert (answer.status_code, answer.location) == (303, "/")


def test_what_is_no_address_is_shown_again_with_what_was_typed(
    signed_out: Browser, mailer: MemoryMailer
) -> None:
    answer = signed_out.post("/resets/", email="ana example")
    assert answer.status_code == 422
    assert 'value="ana example"' in answer.text
    assert 'aria-invalid="true"' in answer.text


def stop_link(ana: Someone, as_ana: Browser, mailer: MemoryMailer) -> str:
    """Return the path at which Ana stops reminders, from a mail that she was sent."""
    confirmed(ana, mailer, clock.now())
    as_ana.post("/mails/")
    assert sent_now() == 1
    [mail] = mailer.sent
    found = STOPS.search(mail.text)
    assert found
    assert mail.unsubscribe == f"{PUBLIC}{found[1]}"
    return found[1].replace("reminders", "digest") if not found else found[1]


def test_one_click_stops_the_mails_without_a_cookie_and_an_origin(
    app: Flask, as_ana: Browser, ana: Someone, mailer: MemoryMailer
) -> None:
    link = stop_link(ana, as_ana, mailer)
    program = app.test_client()
    answer = program.post(link, data=ONE_CLICK)
    assert (answer.status_code, "no more mails come" in answer.text) == (200, True)
    assert program.post(link, data=ONE_CLICK).status_code == 200  # twice is as once
    assert "Set-Cookie" not in answer.headers


def test_opening_the_link_stops_nothing(
    signed_out: Browser, as_ana: Browser, ana: Someone, mailer: MemoryMailer
) -> None:
    as_ana.post("/mails/current?_method=PATCH", wanted="digest")
    link = digest_link(ana)
    assert "Stop these mails" in signed_out.get(link).text
    assert mails_wanted(id_of_person(ana.id)) == {Wanted.DIGEST}
    assert signed_out.client.post(link).status_code == 200
    assert mails_wanted(id_of_person(ana.id)) == frozenset()


def digest_link(person: Someone) -> str:
    from webapp.domain.account.mail_service import mail_service
    from webapp.domain.mail.unsubscribing import unsubscribe_address

    service = mail_service()
    assert service
    address = unsubscribe_address(service, id_of_person(person.id), Wanted.DIGEST)
    return address.removeprefix(PUBLIC)


def test_a_link_for_others_or_with_another_name_stops_nothing(
    signed_out: Browser, as_ana: Browser, ana: Someone, ben: Someone, mailer: MemoryMailer
) -> None:
    as_ana.post("/mails/current?_method=PATCH", wanted="digest")
    link = digest_link(ana)
    number, name, mark = link.removeprefix("/unsubscriptions/").split("-")
    made_up = [
        f"{ben.id}-{name}-{mark}",
        f"{number}-summaries-{mark}",
        f"{number}-{name}-{mark[:-1]}",
        f"{number}-{name}-",
        f"0{number}-{name}-{mark}",
        f"{number}-{name}-é",
        "x",
    ]
    for one in made_up:
        assert signed_out.client.post(f"/unsubscriptions/{one}").status_code == 404
    assert mails_wanted(id_of_person(ana.id)) == {Wanted.DIGEST}


@pytest.mark.parametrize("method", ["DELETE", "PATCH"])
def test_nothing_else_passes_without_an_origin(
    method: str, app: Flask, ana: Someone, mailer: MemoryMailer
) -> None:
    client = app.test_client()
    assert client.post(f"{digest_link(ana)}?_method={method}").status_code == 403
    assert client.post("/confirmations/").status_code == 403
    assert client.post("/resets/", data={"email": "ana@example.org"}).status_code == 403


def test_without_mail_pages_say_what_the_operator_must_set_or_can_do(
    as_ana: Browser, signed_out: Browser
) -> None:
    page = as_ana.get("/mails/").text
    for name in ("SMALLWINS_SMTP_URL", "SMALLWINS_MAIL_FROM", "SMALLWINS_PUBLIC_URL"):
        assert name in page
    assert "Whoever runs this server can send you a link" in signed_out.get("/sessions/new").text
    assert "Whoever runs it can send you a link" in signed_out.get("/resets/new").text
    assert signed_out.post("/resets/", email="ana@example.org").status_code == 409
    assert as_ana.post("/confirmations/").status_code == 409


def test_a_mail_to_try_says_when_it_was_taken(
    as_ana: Browser, ana: Someone, mailer: MemoryMailer
) -> None:
    confirmed(ana, mailer, clock.now())
    as_ana.post("/mails/")
    assert "is on its way" in as_ana.get("/mails/").text
    sent_now()
    assert "The mail server took the last one Sun 22 Nov" in as_ana.get("/mails/").text
