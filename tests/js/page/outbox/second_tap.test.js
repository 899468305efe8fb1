// The second tap of a double tap on a button of the dock logs no win without words.

import assert from "node:assert/strict";
import { test } from "node:test";

let click = () => {};
globalThis.document = { addEventListener: (_, listener) => (click = listener) };
globalThis.Element = class {};
const { wireSecondTap } = await import("../../../../static/js/page/outbox/second_tap.js");
wireSecondTap();

const box = { value: "" };
let team = null;
const button = { form: { elements: { namedItem: (name) => (name === "team" ? team : box) } } };
const target = Object.assign(new Element(), { closest: () => button });

/** Returns whether a tap goes on: the first tap after words takes them. */
function tap(detail, says = box.value) {
  box.value = says;
  let goesOn = true;
  click({ detail, target, preventDefault: () => (goesOn = false) });
  if (goesOn) box.value = "";
  return goesOn;
}

test("after words a double tap is one tap, and the next tap is one again", () => {
  assert.deepEqual([tap(1, "Forgotten"), tap(2), tap(3), tap(1)], [true, false, false, true]);
});

test("without words each tap counts, and so do words that were typed quickly", () => {
  assert.deepEqual([tap(1), tap(2), tap(2, "Another")], [true, true, true]);
});

test("a double tap for a team is one tap without words, too", () => {
  team = { value: "7" };
  assert.deepEqual([tap(1), tap(2), tap(1), tap(2, "Another")], [true, false, true, true]);
  team = null;
});

test("a tap elsewhere goes on", () => {
  const elsewhere = Object.assign(new Element(), { closest: () => null });
  click({ detail: 2, target: elsewhere, preventDefault: assert.fail });
});
