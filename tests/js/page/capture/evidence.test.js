// The evidence after an answer: made of what the page was drawn with and what was done on the phone since.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "../../support/entries.js";
import { openPage } from "../../support/page.js";
import { classesOf } from "../../support/rows.js";

let shown = [];
const list = { replaceChildren: (...lines) => (shown = lines.map(({ textContent }) => textContent)) };
const heading = { textContent: "Since your last check-in" };
const stones = Array.from({ length: 7 }, () => ({ classList: classesOf() }));
const place = {
  hidden: true,
  dataset: { says: JSON.stringify({ one: "{n} win since", other: "{n} wins since" }) },
  querySelector: (part) => (part === "ul" ? list : heading),
  querySelectorAll: () => stones,
};
const rows = [{ dataset: { win: "w-1", happened: "10" }, textContent: "Fixed it" }];
openPage({
  elements: { evidence: place, "wins-since": { querySelectorAll: () => rows } },
  found: { "#answer > .answer": { id: "checkin-c-1" } },
});
document.createElement = () => ({});
const { evidenceOf, foldedLines, showEvidence } = await import("../../../../static/js/page/capture/evidence.js");

const { folded } = await import("../../../../static/js/searching/folding.js");

const { me } = await import("../../../../static/js/page/shared/me.js");

const drawn = new Map([["w-1", { happened: 10, what: "Fixed it" }]]);
const log = (id, at, what = id) => entry(at, { id, at, fields: { what, kind: "quick" } });
const answer = (id, at) => entry(at, { id, at, verb: "check_in", fields: { rating: 7 } });
const undo = (at, target) => entry(at, { at, verb: "undo", fields: { target } });
const edit = (at, target, fields) => entry(at, { at, verb: "edit_win", fields: { target, ...fields } });
const seen = (...entries) => evidenceOf(drawn, entries, "c-1");

test("a win of a minute ago comes first", () => {
  assert.deepEqual(seen(log("Helped Ben", 20), answer("c-1", 30)), ["Helped Ben", "Fixed it"]);
});

test("a win that was taken back is no evidence, wherever it was", () => {
  assert.deepEqual(seen(log("w-2", 20), undo(21, "w-2"), undo(22, "w-1"), answer("c-1", 30)), []);
  assert.deepEqual(seen(answer("c-1", 30), undo(31, "w-1")), []);
});

test("a win says what it was changed to, and counts when it happened", () => {
  assert.deepEqual(seen(edit(20, "w-1", { what: "Corrected" }), answer("c-1", 30)), ["Corrected"]);
  const moved = edit(21, "w-2", { happened: { at: 5, offset: 0, zone: "UTC" } });
  assert.deepEqual(seen(log("w-2", 20), moved, answer("c-1", 30)), ["Fixed it", "w-2"]);
});

test("a win that was forgotten yesterday is no evidence of today's answer", () => {
  const late = log("w-2", 20);
  const forgotten = { ...late, fields: { ...late.fields, happened: { at: 5, offset: 0, zone: "UTC" } } };
  assert.deepEqual(seen(answer("c-0", 15), forgotten, answer("c-1", 30)), []);
});

test("wins before another answer of this phone are the evidence of that one", () => {
  assert.deepEqual(seen(answer("c-0", 15), log("w-2", 20), answer("c-1", 30)), ["w-2"]);
  assert.deepEqual(seen(answer("c-0", 15), undo(16, "c-0"), answer("c-1", 30)), ["Fixed it"]);
});

test("a win after the answer is the evidence of the next one", () => {
  assert.deepEqual(seen(answer("c-1", 30), log("w-2", 31)), ["Fixed it"]);
});

test("a page whose answer only the server has shows what it was drawn with", () => {
  assert.deepEqual(seen(), ["Fixed it"]);
});

test("equal words are one line, at most eight lines are shown", () => {
  assert.deepEqual(foldedLines(["Helped Ben", "Fixed it", "helped  ben"], folded), [
    { what: "Helped Ben", times: 2 },
    { what: "Fixed it", times: 1 },
  ]);
  assert.equal(foldedLines([..."abcdefghij"], folded).length, 8);
});

test("what is shown stays when the page is renewed around it: the page has the wins after it then", async () => {
  await showEvidence(() => []);
  assert.deepEqual([shown, place.hidden], [["Fixed it"], false]);
  assert.equal(heading.textContent, "1 win since");
  assert.equal(stones.filter(({ classList }) => classList.contains("stone")).length, 1);
  rows.length = 0;
  await showEvidence(() => []);
  assert.deepEqual([shown, place.hidden], [[], true]);
  rows.push({ dataset: { win: "w-1", happened: "10" }, textContent: "Fixed it" });
  await showEvidence(() => []);
  Object.assign(me, { rev: 2 });
  rows.length = 0;
  await showEvidence(() => []);
  assert.deepEqual([shown, place.hidden], [["Fixed it"], false]);
});
