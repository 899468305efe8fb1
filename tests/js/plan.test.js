// Decisions about sending.

import assert from "node:assert/strict";
import { test } from "node:test";
import { judged, meaningOf, nextBatch, pauseAfter, summaryOf } from "../../static/js/outbox/plan.js";

const entry = (seq, more = {}) => ({
  v: 1, id: `id-${seq}`, seq, person: "ana", verb: "log_win", at: 0, offset: 0, zone: "UTC",
  fields: { what: "x" }, state: "saved", tries: 0, ...more,
});
const many = (count, more) => Array.from({ length: count }, (_, seq) => entry(seq, more));

test("a batch is the oldest hundred, in the order they were made", () => {
  const batch = nextBatch(many(130).reverse());
  assert.deepEqual([batch.length, batch[0].seq, batch[99].seq], [100, 0, 99]);
});

test("a batch stays under 200 kB but is never empty", () => {
  const long = { fields: { what: "x".repeat(90_000) } };
  assert.equal(nextBatch(many(5, long)).length, 2);
  assert.equal(nextBatch([entry(1, { fields: { what: "x".repeat(300_000) } })]).length, 1);
});

test("refused and sent entries are not sent again", () => {
  assert.deepEqual(nextBatch([entry(1, { state: "refused" }), entry(2, { state: "sent" })]), []);
});

test("only verdicts for this person count as an answer", () => {
  const body = { person: "ana", verdicts: [] };
  assert.equal(meaningOf({ status: 200, body }, "ana"), "taken");
  assert.equal(meaningOf({ status: 200, body: null }, "ana"), "later"); // a captive portal
  assert.equal(meaningOf({ status: 200, body }, "ben"), "later");
});

test("each kind of failure has its meaning", () => {
  const meaning = (answer) => meaningOf(answer, "ana");
  assert.equal(meaning({ status: 401 }), "sign_in");
  assert.equal(meaning({ status: 0, type: "opaqueredirect" }), "sign_in");
  assert.equal(meaning({ status: 403 }), "other_person");
  assert.equal(meaning({ status: 413 }), "smaller");
  for (const status of [0, 429, 500, 503, 507]) assert.equal(meaning({ status }), "later");
});

test("only an echoed id changes an entry", () => {
  const verdicts = [
    { id: "id-1", verdict: "stored" },
    { id: "id-2", verdict: "refused", reason: "too long" },
    { id: "somebody", verdict: "stored" },
  ];
  const after = judged([entry(1), entry(2), entry(3)], { verdicts, rev: 9 });
  assert.deepEqual(after.map(({ id, state }) => [id, state]), [["id-1", "sent"], ["id-2", "refused"]]);
  assert.equal(after[1].reason, "too long");
});

test("pauses double from 2 s to an hour and obey Retry-After", () => {
  assert.equal(pauseAfter(1, null, 0.5), 2_000);
  assert.equal(pauseAfter(4, null, 0.5), 16_000);
  assert.equal(pauseAfter(40, null, 0.5), 3_600_000);
  assert.equal(pauseAfter(1, "120", 0.5), 120_000);
  assert.equal(pauseAfter(1, "Sun, 22 Nov 2026", 0.5), 2_000);
});

test("the person is told the most urgent thing", () => {
  assert.equal(summaryOf([entry(1), entry(2)], "").waiting, 2);
  assert.equal(summaryOf([entry(1)], "sign_in").state, "sign_in");
  assert.equal(summaryOf([entry(1, { state: "refused" })], "").state, "refused");
  assert.equal(summaryOf([entry(1, { state: "sent" })], "").state, "sent");
  assert.equal(summaryOf([], "").state, "");
});
