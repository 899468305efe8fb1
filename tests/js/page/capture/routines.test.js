// The card of a routine comes with the win that made it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "../../support/entries.js";
import { openPage } from "../../support/page.js";

const near = [
  { id: "r-1", what: "Cleared the queue", preset: "" },
  { id: "r-2", what: "Cut rework", preset: "p-1" },
];
const cards = []; // those on the page
const momentum = { before: (card) => cards.push(card) };
openPage({
  templates: { routine: "<p>{id} {what}</p>" },
  elements: { momentum },
});
document.getElementById("draw-routine").dataset.near = JSON.stringify(near);
document.createElement = () => ({
  set innerHTML(html) {
    this.content = { firstElementChild: cardOf(html) };
  },
});
const { getElementById } = document;
document.getElementById = (id) => cards.find(({ html }) => id === `routine-${html.slice(3, 6)}`) ?? getElementById(id);
document.querySelector = (selector) => cards.find(({ dataset }) => selector === `[data-made="${dataset.made}"]`);

function cardOf(html) {
  const card = { html, dataset: {}, querySelector: () => null, remove: () => cards.splice(cards.indexOf(card), 1) };
  card.addEventListener = (_submit, listener) => Object.assign(card, { submit: listener });
  return card;
}

const { showRoutine, withdrawRoutine } = await import("../../../../static/js/page/capture/routines.js");

const win = (seq, fields) => entry(seq, { at: Date.now(), fields: { kind: "quick", ...fields } });
const shownBy = (one) => {
  showRoutine(one);
  return cards.map(({ html }) => html);
};

test("other words make no routine, nor do those of a preset that were typed", () => {
  assert.deepEqual(shownBy(win(1, { what: "Something else" })), []);
  assert.deepEqual(shownBy(win(2, { what: "Cut rework" })), []);
});

test("the win that makes a routine brings its card, once, and takes it along", () => {
  const card = "<p>r-1 Cleared the queue</p>";
  assert.deepEqual(shownBy(win(3, { what: "Cleared the queue" })), [card]);
  assert.deepEqual(shownBy(win(4, { what: "Cleared the queue" })), [card]);
  withdrawRoutine("id-3");
  assert.deepEqual(cards, []);
  assert.deepEqual(shownBy(win(5, { what: "Cleared the queue" })), [card]);
});

test("a card that was read does not come back with the next tap", () => {
  const [card] = cards;
  card.submit();
  card.remove();
  assert.deepEqual(shownBy(win(6, { what: "Cleared the queue" })), []);
});

test("a preset is known by itself, whatever it says by now", () => {
  assert.deepEqual(shownBy(win(7, { what: "Cut all rework", preset: "p-1" })), ["<p>r-2 Cut all rework</p>"]);
});
