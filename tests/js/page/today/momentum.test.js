// Today's dot.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";

const FIRST = "#todays-wins > li, #earlier";
const won = { textContent: "" };
const found = {};
const classes = new Set();
const dot = {
  classList: {
    contains: (name) => classes.has(name),
    toggle: (name, isOn) => (isOn ? classes.add(name) : classes.delete(name)),
  },
  parentElement: { querySelectorAll: () => [...Array(3), ...classes] }, // three earlier days, and today
};
openPage({ elements: { "today-dot": dot, won }, found });
const { showMomentum } = await import("../../../../static/js/page/today/momentum.js");

test("the first win of the day fills the dot and counts", () => {
  found[FIRST] = {};
  showMomentum();
  assert.deepEqual([classes.has("dot--won"), won.textContent], [true, "4"]);
});

test("another win changes nothing", () => {
  won.textContent = "as it was";
  showMomentum();
  assert.equal(won.textContent, "as it was");
});

test("the dot is empty again when the only win is taken back", () => {
  delete found[FIRST];
  showMomentum();
  assert.deepEqual([classes.size, won.textContent], [0, "3"]);
});
