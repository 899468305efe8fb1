// What the question shows once it is answered or put off.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";
import { foldOf, listOf } from "../../support/rows.js";

const fold = foldOf("Folded");
const list = listOf("todays-wins", "Shown");
const [ask, answer, link] = [{ hidden: false }, { childElementCount: 0 }, { hidden: true }];
const elements = { "todays-wins": list, earlier: fold, ask, answer, "check-in-link": link };
openPage({ elements });
const { closeQuestion, offerAnother } = await import("../../../../static/js/page/capture/question.js");
const { foldWins } = await import("../../../../static/js/page/today/fold.js");

test("while the question is open the earlier wins of the day stay folded", () => {
  foldWins();
  assert.deepEqual([list.ids, fold.ids], [["Shown"], ["Folded"]]);
});

test("they are in the list once it is put off", () => {
  closeQuestion();
  assert.deepEqual([list.ids, fold.isGone, ask.hidden, link.hidden], [["Shown", "Folded"], true, true, false]);
});

test("after an answer another one is offered", () => {
  link.hidden = true;
  offerAnother();
  assert.equal(link.hidden, false);
});
