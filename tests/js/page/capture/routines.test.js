// The card of a routine comes with the win that made it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "../../support/entries.js";
import { openPage } from "../../support/page.js";

const near = [
  { id: "r-1", what: "Cleared the queue", preset: "" },
  { id: "r-2", what: "Cut rework", preset: "p-1" },
];
const cards = [];
const momentum = { before: (card) => cards.push(card) };
openPage({
  templates: { routine: "<p>{id} {what}</p>" },
  elements: { momentum },
});
document.getElementById("draw-routine").dataset.near = JSON.stringify(near);
document.createElement = () => ({
  set innerHTML(html) {
    this.content = { firstElementChild: { html, querySelector: () => null } };
  },
});
const { showRoutine, withdrawRoutine } = await import("../../../../static/js/page/capture/routines.js");

const win = (seq, fields) => entry(seq, { at: Date.now(), fields: { kind: "quick", ...fields } });
const shownBy = (one) => {
  cards.length = 0;
  showRoutine(one);
  return cards.map(({ html }) => html);
};

test("other words make no routine, nor do those of a preset that were typed", () => {
  assert.deepEqual(shownBy(win(1, { what: "Something else" })), []);
  assert.deepEqual(shownBy(win(2, { what: "Cut rework" })), []);
});

test("the win that makes a routine brings its card, once, and takes it along", () => {
  assert.deepEqual(shownBy(win(3, { what: "Cleared the queue" })), ["<p>r-1 Cleared the queue</p>"]);
  assert.deepEqual(shownBy(win(4, { what: "Cleared the queue" })), []);
  withdrawRoutine("id-3");
  assert.equal(shownBy(win(5, { what: "Cleared the queue" })).length, 1);
});

test("a preset is known by itself, whatever it says by now", () => {
  assert.deepEqual(shownBy(win(6, { what: "Cut all rework", preset: "p-1" })), ["<p>r-2 Cut all rework</p>"]);
});
