// What another page of this phone did to the answer that this one shows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "../../support/entries.js";
import { openPage } from "../../support/page.js";

openPage();
const { changesOf } = await import("../../../../static/js/page/capture/answer.js");

const correct = (seq, more) => entry(seq, { verb: "edit_check_in", fields: { target: "c-1", rating: seq }, ...more });
const numbers = (entries) => changesOf(entries).map(({ seq }) => seq);

test("corrections are shown in the order in which they were made", () => {
  assert.deepEqual(numbers([correct(3), entry(1, { verb: "check_in", fields: { rating: 7 } }), correct(2)]), [2, 3]);
});

test("a deletion that can be taken back, and what was refused, are not shown", () => {
  const undo = (seq, state) => entry(seq, { state, verb: "undo", fields: { target: "c-1" } });
  assert.deepEqual(numbers([correct(2, { state: "refused" }), undo(3, "held"), undo(4, "sent")]), [4]);
});
