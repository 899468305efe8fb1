"""Entries that no phone makes: each is refused alone, whatever one of its fields holds."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.make import NOON, OURS, Someone, win
from tests.web.conftest import Browser
from webapp.rules.outbox.entries import VERBS
from webapp.storage.account.people import Person

ODD: tuple[Any, ...] = (
    *(None, True, [], {}, [[]], {"a": {}}, 0, -1, 2**63, 1e308, 5e-324),
    *("\ud800", "a\0b", "a" * 300, "\u202e" * 300, "١٢", "²", "0001-01-01", "9999-12-31"),
    *(["\ud800"], ["a" * 300], {"at": -(2**53), "offset": 10**9, "zone": "a" * 300}),
    {"at": 253402300799999, "offset": 0, "zone": "UTC"},
)
PARTS = ("v", "id", "seq", "verb", "at", "offset", "zone", "fields")
PAGES = ("/", "/wins/", "/checkins/", "/goals/", "/decisions/", "/insights/", "/evidence/")
RAW = (
    "[" * 100_000,
    '{"entries":' * 20_000,
    '{"person": "x", "entries": [], "person": ["y"]}',
    '{"entries": {"0": 1}}',
    "\ufeff{}",
    '"',
    "",
    "null",
    '{"person": "\\ud800", "entries": []}',
)


def made(verb: str, target: str) -> dict[str, Any]:
    """Return an entry of this verb with something in each of its fields."""
    names = VERBS[verb][0]
    fields = dict.fromkeys(names, "x") | ({"target": target} if "target" in names else {})
    return {**win(), "verb": verb, "fields": fields}


def odd_entries(target: str) -> Iterator[dict[str, Any]]:
    """Return entries with one odd value: in a part of the entry, or in a field of each verb."""
    for odd in ODD:
        yield from ({**win(), part: odd} for part in PARTS)
        for verb in VERBS:
            entry = made(verb, target)
            for name in entry["fields"]:
                yield {**entry, "id": win()["id"], "fields": {**entry["fields"], name: odd}}


def test_an_odd_value_costs_its_neighbours_nothing_and_no_page(
    as_ana: Browser, ana: Someone
) -> None:
    logged = win()
    ana.sends(logged)
    entries = list(odd_entries(logged["id"]))
    for first in range(0, len(entries), 90):
        Person.update(outbox_full_at=0).where(Person.id == ana.id).execute()  # not too many at once
        good = win(at=NOON + first)
        content = {"person": ana.me.key, "entries": [*entries[first : first + 90], good]}
        answer = posted(as_ana, json.dumps(content))
        assert answer.status_code == 200
        assert answer.json["verdicts"][-1] == {"id": good["id"], "verdict": "stored"}
    assert [as_ana.get(page).status_code for page in PAGES] == [200] * len(PAGES)


@pytest.mark.parametrize("raw", RAW, ids=range(len(RAW)))
def test_what_is_no_batch_is_refused(raw: str, as_ana: Browser) -> None:
    assert posted(as_ana, raw).status_code in {400, 403}


@pytest.mark.parametrize("entries", [None, {}, {"0": 1}, "ab", 3, True, ...])
def test_entries_that_are_no_list_are_refused_whoever_sends_them(
    entries: object, as_ana: Browser, ana: Someone
) -> None:
    content = {"person": ana.me.key} | ({} if entries is ... else {"entries": entries})
    assert posted(as_ana, json.dumps(content)).status_code == 400


def posted(browser: Browser, raw: str) -> Any:
    """Post these characters to the outbox."""
    data = raw.encode("utf-8", "surrogatepass")
    return browser.client.post("/outbox/", data=data, content_type="application/json", headers=OURS)
