// The row of a win, as the phone draws it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";

const said = { kind_quick: "Quick task", add_words: "Add words", add_change: "Add what it changed" };
const words = { ...said, number_format: { decimal: ".", group: ",", min_grouping: 1, minus: "\u2212" } };
openPage({ words, templates: { win: "{what}:{changed}:{before}:{after}|{hint}" } });
const { drawnWin } = await import("../../../../static/js/page/capture/win_row.js");

const row = (more) => drawnWin({ what: "Fixed", more: more ? JSON.stringify(more) : "" }).split("|")[0];
const drawnHint = (win) => drawnWin(win).split("|")[1];

test("a row shows the change on an indicator", () => {
  assert.equal(row({ before: 1400, after: 0 }), "Fixed:yes:1,400:0");
});

test("a row without both numbers shows no change", () => {
  assert.equal(row({ before: 14 }), "Fixed:::");
  assert.equal(row(null), "Fixed:::");
});

test("a win without words asks for them, another for what it changed", () => {
  const hint = (what) => drawnHint({ what, kind: "quick", more: "" });
  assert.deepEqual([hint("Quick task"), hint("Fixed it")], ["Add words", "Add what it changed"]);
});
