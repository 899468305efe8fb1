// Which wins of today are in the list, and which are folded.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openPage } from "../../support/page.js";
import { foldOf, listOf } from "../../support/rows.js";

const elements = {};
const words = { refused: "Not accepted", stuck: "Could not be sent" };
const idsFrom = (first, last) => Array.from({ length: first - last + 1 }, (_, n) => `win-${first - n}`);
let list;
let fold;
const lookUp = (id) => elements[id] ?? null;

openPage({ words });
const { foldWins, noteStopped, rowAfter } = await import("../../../../static/js/page/today/fold.js");
beforeEach(() => {
  list = listOf("todays-wins", ...idsFrom(40, 11)); // thirty, the newest first
  fold = foldOf(...idsFrom(10, 1));
  Object.assign(elements, { "todays-wins": list, earlier: fold, ask: undefined });
  Object.assign(globalThis.document, {
    getElementById: lookUp,
    querySelector: () => fold.list.rows[0],
    activeElement: null,
  });
});

test("a new row takes the place of the oldest one, which is folded and counted", () => {
  list.prepend(listOf("", "win-41").rows[0]);
  foldWins();
  assert.deepEqual([list.ids, fold.ids], [idsFrom(41, 12), idsFrom(11, 1)]);
  assert.equal(fold.summary.textContent, "11 earlier wins today");
});

test("a row that is taken back makes room for the newest one that is folded", () => {
  list.rows.shift();
  foldWins();
  assert.deepEqual([list.ids, fold.ids], [idsFrom(39, 10), idsFrom(9, 1)]);
  fold.list.rows.splice(0);
  fold.list.append(listOf("", "win-9").rows[0]);
  foldWins();
  assert.equal(fold.summary.textContent, "1 earlier win today");
});

test("wins that only the log has are counted, and keep the fold", () => {
  fold.dataset.more = "70";
  foldWins();
  assert.equal(fold.summary.textContent, "80 earlier wins today");
  fold.list.rows.splice(0);
  foldWins();
  assert.equal(fold.isGone, false);
});

test("an empty fold goes", () => {
  fold.list.rows.splice(0);
  foldWins();
  assert.equal(fold.isGone, true);
});

test("a row with the focus, or in which somebody types, is not moved", () => {
  globalThis.document.activeElement = list.rows.at(-1);
  list.prepend(listOf("", "win-41").rows[0]);
  foldWins();
  assert.equal(list.ids.length, 31);
  globalThis.document.activeElement = null;
  list.rows.at(-1).matches = (selector) => selector === ".win--edit";
  foldWins();
  assert.equal(list.ids.length, 31);
});

test("the fold says that rows in it were not accepted, beside their number", () => {
  const marks = [
    [fold.list.rows[0], { state: "stuck" }],
    [fold.list.rows[1], { state: "refused" }],
    [fold.list.rows[2], { state: "saved" }],
    [list.rows[0], { state: "refused" }],
  ];
  noteStopped(new Map(marks));
  assert.equal(fold.summary.textContent, "10 earlier wins today · Not accepted: 2");
  noteStopped(new Map(marks.slice(2)));
  assert.equal(fold.summary.textContent, "10 earlier wins today");
});

test("after the last row of the list comes the first that is folded", () => {
  const row = list.rows.at(-1);
  row.nextElementSibling = null;
  assert.equal(rowAfter(row).id, "win-10");
  fold.list.rows.at(-1).nextElementSibling = null;
  assert.equal(rowAfter(fold.list.rows.at(-1)), null);
});
