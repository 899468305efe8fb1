// What the person is shown about the outbox.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Tally } from "../../../../static/js/page/outbox/summary.js";
import { entry } from "../../support/entries.js";

const summaryOf = (entries, ...more) => new Tally(entries).summary(...more);

test("the person is shown the most urgent state", () => {
  const refused = entry(2, { state: "refused" });
  assert.deepEqual(summaryOf([entry(1), entry(3), refused], ""), { state: "saved", waiting: 2, stopped: 1 });
  assert.equal(summaryOf([entry(1)], "sign_in").state, "sign_in");
  assert.equal(summaryOf([entry(1)], "other_person").state, "other_person");
  assert.equal(summaryOf([refused], "sign_in", true).state, "refused");
  assert.equal(summaryOf([entry(1, { state: "stuck" })], "").state, "stuck");
  assert.equal(summaryOf([entry(1, { state: "stuck" }), refused], "").state, "refused");
});

test("a win and its corrections are one that waits", () => {
  const edit = entry(2, { verb: "edit_win", fields: { target: "id-1", what: "y" } });
  assert.equal(summaryOf([entry(1), edit], "").waiting, 1);
});

test("that all is sent is shown only where something waited before", () => {
  assert.equal(summaryOf([], "", true).state, "sent");
  assert.equal(summaryOf([], "", false).state, "");
});

test("what may still be taken back waits too", () => {
  assert.deepEqual(summaryOf([entry(1, { verb: "undo", state: "held" })], "", false).state, "saved");
});

test("a tap is counted without the others: it, its correction and its Undo", () => {
  const tally = new Tally([entry(1), entry(2)]);
  tally.add(entry(3));
  assert.deepEqual([tally.summary("").waiting, tally.things.size], [3, 3]);
  tally.add(entry(4, { verb: "edit_win", fields: { target: "id-3", what: "y" } }));
  tally.add(entry(5, { verb: "undo", fields: { target: "id-3" } }));
  assert.deepEqual([tally.summary("").waiting, [...tally.things.values()]], [3, ["win", "win", "other"]]);
});
