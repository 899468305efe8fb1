// Decisions about sending.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pauseAfter } from "../../../static/js/outbox/pace.js";
import {
  afterFailure,
  judged,
  meaningOf,
  nextBatch,
  outdated,
  released,
  retried,
} from "../../../static/js/outbox/plan.js";
import { entry } from "../support/entries.js";

const many = (count, more) => Array.from({ length: count }, (_, seq) => entry(seq, more));

test("a batch is the oldest hundred, in the order in which they were stored", () => {
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

test("what may still be taken back is not sent, and waits until it is released", () => {
  const held = entry(1, { verb: "undo", state: "held" });
  assert.deepEqual(nextBatch([held, entry(2)]), [entry(2)]);
  assert.deepEqual(released([held, entry(2)]), [entry(1, { verb: "undo" })]);
});

test("only verdicts for this person count as an answer", () => {
  const body = { person: "ana", verdicts: [] };
  assert.equal(meaningOf({ status: 200, body }, "ana"), "taken");
  assert.equal(meaningOf({ status: 200, body: null }, "ana"), "later"); // a captive portal
  assert.equal(meaningOf({ status: 200, body }, "ben"), "later");
});

test("each kind of failure has its meaning", () => {
  const meaning = (answer) => meaningOf(answer, "ana");
  assert.equal(meaning({ status: 401, isOurs: true }), "sign_in");
  assert.equal(meaning({ status: 403, isOurs: true }), "other_person");
  for (const status of [400, 413, 500]) assert.equal(meaning({ status }), "smaller");
  for (const status of [0, 429, 502, 503, 507]) assert.equal(meaning({ status }), "later");
});

test("only an echoed id changes an entry", () => {
  const verdicts = [
    { id: "id-1", verdict: "stored" },
    { id: "id-2", verdict: "refused", reason: "too long" },
    { id: "somebody", verdict: "stored" },
  ];
  const after = judged([entry(1), entry(2), entry(3)], { verdicts, rev: 9 });
  assert.deepEqual(
    after.map(({ id, state }) => [id, state]),
    [
      ["id-1", "sent"],
      ["id-2", "refused"],
    ],
  );
  assert.equal(after[1].reason, "too long");
});

test("pauses double from 2 s to an hour and obey Retry-After", () => {
  assert.equal(pauseAfter(1, null, 0.5), 2_000);
  assert.equal(pauseAfter(4, null, 0.5), 16_000);
  assert.equal(pauseAfter(40, null, 0.5), 3_600_000);
  assert.equal(pauseAfter(1, "120", 0.5), 120_000);
  assert.equal(pauseAfter(1, "Sun, 22 Nov 2026", 0.5), 2_000);
});

test("a batch that was too much is made smaller", () => {
  assert.deepEqual(
    nextBatch(many(5), 2).map(({ seq }) => seq),
    [0, 1],
  );
});

test("letters count as the bytes they are sent as", () => {
  const arabic = { fields: { what: "\u0623".repeat(60_000) } }; // 120 kB each
  assert.equal(nextBatch(many(3, arabic)).length, 1);
});

test("choosing a batch leaves the entries as they were", () => {
  const entries = many(3).reverse();
  nextBatch(entries);
  assert.deepEqual(
    entries.map(({ seq }) => seq),
    [2, 1, 0],
  );
});

test("an answer without verdicts, or under another status, is none", () => {
  assert.equal(meaningOf({ status: 200, body: { person: "ana" } }, "ana"), "later");
  assert.equal(meaningOf({ status: 200, body: { person: "ana", verdicts: {} } }, "ana"), "later");
  assert.equal(meaningOf({ status: 502, body: { person: "ana", verdicts: [] } }, "ana"), "later");
});

test("a verdict this phone does not know leaves the entry waiting", () => {
  const before = entry(1);
  const [after] = judged([before], { verdicts: [{ id: "id-1", verdict: "postponed" }], rev: 9 });
  assert.equal(after, before);
});

test("what was seen before counts as sent, with the revision that holds it", () => {
  const [after] = judged([entry(1)], { verdicts: [{ id: "id-1", verdict: "seen" }], rev: 9 });
  assert.deepEqual([after.state, after.rev], ["sent", 9]);
});

test("phones are spread by a quarter around the pause, never below Retry-After", () => {
  assert.deepEqual(
    [0, 1].map((chance) => pauseAfter(2, null, chance)),
    [3_000, 5_000],
  );
  assert.equal(pauseAfter(2, "4", 0), 4_000);
});

test("of what was sent the last 200 stay, to bring cached pages up to date", () => {
  assert.deepEqual(
    outdated(many(203)).map(({ seq }) => seq),
    [0, 1, 2],
  );
  assert.deepEqual(outdated(many(200)), []);
});

test("an entry the server cannot take 50 times is stuck, however often the phone was offline", () => {
  const tired = entry(1, { tries: 49, since: 0 });
  assert.deepEqual(afterFailure(tired, 500, 1).state, "stuck");
  assert.equal(afterFailure(tired, 0, 1).state, "saved");
  for (const status of [401, 429, 503]) assert.equal(afterFailure(tired, status, 1).state, "saved");
});

test("an entry that could not be sent for 30 days is stuck, and can be tried again", () => {
  const month = 30 * 24 * 3_600_000;
  const failed = afterFailure(entry(1, { at: 0 }), 0, month); // tapped by a clock that said 1970
  assert.equal(afterFailure(failed, 0, 2 * month).state, "saved");
  const stuck = afterFailure(failed, 0, 2 * month + 1);
  assert.equal(stuck.state, "stuck");
  assert.equal(afterFailure(retried(stuck), 0, 9 * month).state, "saved");
});
