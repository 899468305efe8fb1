"""POST /outbox/: what a phone sends, and what it is answered."""

import json
import uuid
from typing import Any

import pytest

from tests.support.make import OURS, Someone, entry, rating, win
from tests.web.conftest import Browser
from webapp.storage.account.people import Person
from webapp.storage.capture.wins import Win


def envelope(someone: Someone, *entries: Any) -> dict[str, Any]:
    return {"person": someone.me.key, "entries": list(entries)}


def verdicts(answer: Any) -> list[str]:
    return [verdict["verdict"] for verdict in answer.json["verdicts"]]


def test_each_entry_gets_a_verdict_that_repeats_its_id(as_ana: Browser, ana: Someone) -> None:
    one, two = win(), rating()
    answer = as_ana.sends(envelope(ana, one, two))
    assert answer.json["person"] == ana.me.key
    assert [verdict["id"] for verdict in answer.json["verdicts"]] == [one["id"], two["id"]]
    assert verdicts(answer) == ["stored", "stored"]


def test_a_replay_is_seen_and_not_stored_again(as_ana: Browser, ana: Someone) -> None:
    sent = envelope(ana, win())
    as_ana.sends(sent)
    assert verdicts(as_ana.sends(sent)) == ["seen"]
    assert Win.select().where(Win.person == ana.id).count() == 1


BAD: list[Any] = [
    win("a\x00b"),
    win("\ud800"),
    win("x" * 2001),
    win("  "),
    win(kind="heroic"),
    {**win(), "v": 2},
    {**win(), "id": "not-a-uuid"},
    {**win(), "id": str(uuid.uuid4()).upper()},
    {**win(), "id": None},
    {**win(), "at": "yesterday"},
    {**win(), "at": 1e300},
    {**win(), "at": True},
    {**win(), "offset": 100_000},
    {**win(), "fields": None},
    {**win(), "verb": "drop_tables"},
    {**win(), "verb": ["log_win"]},
    entry("log_win", what="x", kind="quick", person=1),
    entry("check_in", rating=11),
    entry("check_in", rating=7.0),
    entry("check_in", rating=True),
    entry("check_in", rating="7"),
    entry("undo", target="x"),
    entry("edit_win", target=str(uuid.uuid4()), happened="yesterday"),
    "not an object",
    None,
    [],
    7,
]


@pytest.mark.parametrize("bad", BAD, ids=range(len(BAD)))
def test_a_bad_entry_is_refused_with_a_reason_and_costs_its_neighbours_nothing(
    as_ana: Browser, ana: Someone, bad: Any
) -> None:
    answer = as_ana.sends(envelope(ana, win(), bad, rating()))
    assert verdicts(answer) == ["stored", "refused", "stored"]
    assert len(answer.json["verdicts"][1]["reason"]) > 10


def test_another_persons_entries_are_refused_whole(as_ben: Browser, ana: Someone) -> None:
    answer = as_ben.sends(envelope(ana, win()))
    assert answer.status_code == 403
    assert Win.select().count() == 0


def test_signed_out_it_says_so_and_never_redirects(signed_out: Browser, ana: Someone) -> None:
    answer = signed_out.sends(envelope(ana, win()))
    assert (answer.status_code, answer.mimetype) == (401, "application/json")


def test_a_deleted_account_is_signed_out(as_ana: Browser, ana: Someone) -> None:
    sent = envelope(ana, win())
    Person.delete().where(Person.id == ana.id).execute()
    assert as_ana.sends(sent).status_code == 401


def test_a_hundred_entries_are_taken_and_one_more_is_not(as_ana: Browser, ana: Someone) -> None:
    assert verdicts(as_ana.sends(envelope(ana, *[win()] * 50, *[win() for _ in range(50)])))
    assert as_ana.sends(envelope(ana, *[win() for _ in range(101)])).status_code == 413


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b"[]",
        b"{}",
        b'{"entries": {}}',
        b'"text"',
        b"\xff\xfe",
        b'{"person": "x", "entries": [' + b"1," * 9 + b"]}",
    ],
    ids=range(10),
)
def test_what_is_no_envelope_is_answered_in_a_sentence(as_ana: Browser, body: bytes) -> None:
    answer = as_ana.client.post("/outbox/", data=body, headers=OURS)
    assert answer.status_code in {400, 403}
    assert answer.json["problem"]


def test_more_than_256_kb_is_refused(as_ana: Browser, ana: Someone) -> None:
    body = json.dumps(envelope(ana, win("x" * 257_000)))
    answer = as_ana.client.post("/outbox/", data=body, headers=OURS)
    assert (answer.status_code, answer.mimetype) == (413, "application/json")


def test_a_body_without_length_is_limited_too(as_ana: Browser) -> None:
    answer = as_ana.client.post(
        "/outbox/",
        input_stream=__import__("io").BytesIO(b"x" * 300_000),
        headers={**OURS, "Transfer-Encoding": "chunked"},
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert answer.status_code in {400, 413}


def test_the_page_of_what_waits_opens_for_the_signed_in_only(
    as_ana: Browser, signed_out: Browser
) -> None:
    assert "On this phone" in as_ana.get("/outbox/").text
    assert signed_out.get("/outbox/").location == "/sessions/new?next=/outbox/"
