// What an entry is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isWaiting, makeEntry, payloadOf, subjectOf } from "../../../static/js/outbox/entry.js";

const NOON = Date.parse("2026-11-22T12:00+01:00");
const tap = { id: "id-1", person: "ana", at: NOON, offset: 60, zone: "Europe/Berlin" };

test("a new entry holds the tap and waits to be sent", () => {
  const entry = makeEntry("log_win", { what: "x", kind: "quick" }, tap);
  assert.deepEqual(entry, {
    v: 1,
    id: "id-1",
    person: "ana",
    verb: "log_win",
    at: NOON,
    offset: 60,
    zone: "Europe/Berlin",
    fields: { what: "x", kind: "quick" },
    state: "saved",
    tries: 0,
  });
  assert.ok(isWaiting(entry));
});

test("the store gives the number, the entry does not", () => {
  assert.ok(!("seq" in makeEntry("undo", {}, { ...tap, seq: 9 })));
});

test("what is sent says nothing about the person or about sending", () => {
  const kept = { ...makeEntry("undo", { target: "id-0" }, tap), seq: 5, state: "refused", reason: "x" };
  assert.deepEqual(payloadOf(kept), {
    v: 1,
    id: "id-1",
    seq: 5,
    verb: "undo",
    at: NOON,
    offset: 60,
    zone: "Europe/Berlin",
    fields: { target: "id-0" },
  });
});

test("only an entry that is saved waits", () => {
  const waiting = ["saved", "sent", "refused", ""].filter((state) => isWaiting({ state }));
  assert.deepEqual(waiting, ["saved"]);
});

test("an edit is about its target, a tap about itself", () => {
  assert.equal(subjectOf(makeEntry("edit_win", { target: "id-0" }, tap)), "id-0");
  assert.equal(subjectOf(makeEntry("log_win", { what: "x" }, tap)), "id-1");
});
