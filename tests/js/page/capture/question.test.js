// What the question shows once it is answered or put off.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";
import { foldOf, listOf } from "../../support/rows.js";

const fold = foldOf("Folded");
const list = listOf("todays-wins", "Shown");
const ask = { hidden: false, listeners: [], addEventListener: (_name, listener) => ask.listeners.push(listener) };
const answer = { childElementCount: 0, replaceChildren: () => (answer.childElementCount = 0) };
const link = { hidden: true, addEventListener: () => {}, focus: () => (link.hasFocus = true) };
const elements = { "todays-wins": list, earlier: fold, ask, answer, "check-in-link": link };
openPage({ elements });
globalThis.Element = class {};
const { closeQuestion, wireQuestion } = await import("../../../../static/js/page/capture/question.js");
const { foldWins } = await import("../../../../static/js/page/today/fold.js");

test("while the question is open the earlier wins of the day stay folded", () => {
  foldWins();
  assert.deepEqual([list.ids, fold.ids], [["Shown"], ["Folded"]]);
});

test("they are in the list once it is put off", () => {
  closeQuestion();
  assert.deepEqual([list.ids, fold.isGone, ask.hidden, link.hidden], [["Shown", "Folded"], true, true, false]);
});

test("nothing invites to another answer before Done, which brings back the way to it", () => {
  [ask.hidden, answer.childElementCount] = [false, 1];
  wireQuestion();
  assert.equal(link.hidden, true);
  const target = Object.assign(new Element(), { closest: (parts) => parts === "[data-done]" && {} });
  const event = { target, preventDefault: () => {} };
  for (const listener of ask.listeners) listener(event);
  assert.deepEqual([ask.hidden, link.hidden, answer.childElementCount, link.hasFocus], [true, false, 0, true]);
});
