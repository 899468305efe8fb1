// What a person counts: things, not the entries about them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { listed, thingsIn, withWhatFollows } from "../../../static/js/outbox/things.js";
import { entry } from "../support/entries.js";

const kinds = (...entries) => [...thingsIn(entries).values()];
const edit = (seq, target, more = {}) => entry(seq, { verb: "edit_win", fields: { target, what: "y" }, ...more });
const undo = (seq, target) => entry(seq, { verb: "undo", fields: { target } });
const check = (seq) => entry(seq, { verb: "check_in", fields: { rating: 7 } });

test("a win that waits with its corrections is one win", () => {
  assert.deepEqual(kinds(entry(1), edit(2, "id-1"), edit(3, "id-1"), check(4)), ["win", "check_in"]);
});

test("the correction of a win that was sent is that win", () => {
  assert.deepEqual(kinds(edit(2, "sent")), ["win"]);
});

test("criteria of one goal, and that it is met, are one goal", () => {
  const tick = (seq) => entry(seq, { verb: "tick_criterion", fields: { target: "g-1" } });
  assert.deepEqual(kinds(tick(1), tick(2), entry(3, { verb: "meet_goal", fields: { target: "g-1" } })), ["goal"]);
});

test("what was taken back before it was sent is no win any more, but waits", () => {
  assert.deepEqual(kinds(entry(1), undo(2, "id-1"), entry(3)), ["other", "win"]);
  assert.deepEqual(kinds(undo(2, "sent")), ["other"]);
});

test("a step that was taken back belongs to the decision that it was a step of", () => {
  const decided = entry(1, { verb: "decide", fields: { target: "d-1", outcome: "Yes" } });
  assert.deepEqual(kinds(decided, undo(2, "id-1")), ["decision"]);
});

test("a corrected win is listed once, with what was said last", () => {
  const [shown, ...more] = listed([entry(1), edit(2, "id-1")]);
  assert.deepEqual([shown.verb, shown.fields.what, more], ["log_win", "y", []]);
});

test("a win that was taken back is listed as that, with its words", () => {
  const [shown, ...more] = listed([entry(1), undo(2, "id-1")]);
  assert.deepEqual([shown.verb, shown.fields.what, more], ["undo", "x", []]);
});

test("what the server refused is listed by itself", () => {
  const refused = edit(2, "id-1", { state: "refused" });
  assert.deepEqual(listed([entry(1), refused, edit(3, "id-1")]).length, 2);
});

test("a win that is deleted from the phone takes its corrections along, and nothing else", () => {
  const entries = [entry(1), edit(2, "id-1"), undo(3, "id-1"), entry(4), edit(5, "id-4")];
  const ids = (of) => withWhatFollows(of, entries).map(({ seq }) => seq);
  assert.deepEqual([ids(entries[0]), ids(entries[4])], [[1, 2, 3], [5]]);
});
