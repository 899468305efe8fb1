// How far a goal is, as its criteria are ticked: the bar, the main button, the number of one more.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";

openPage({ words: { number_format: { decimal: ".", group: ",", min_grouping: 1, minus: "-" } } });
const { bringUpToDate } = await import("../../../../static/js/page/goals/progress.js");

/** Return a mark: one to tick, or with `max` a number. */
function mark(criterion, at, max) {
  const bar = max && { max, getAttribute: () => String(at) };
  const tick = at ? {} : null;
  return { dataset: { criterion }, querySelector: (selector) => (selector === "progress" ? bar : !max && tick) };
}

/** Return a goal with these marks, whose bar has a segment of each length. */
function goal(marks, segments) {
  const states = new Map();
  const more = { dataset: { criterion: marks[0].dataset.criterion }, querySelector: () => more.field, field: {} };
  const bar = { dataset: { label: "{done} of {all}" }, querySelectorAll: () => segments };
  return {
    bar,
    more,
    states,
    dataset: {},
    hasAttribute: (name) => states.get(name) ?? false,
    toggleAttribute: (name, is) => states.set(name, is),
    querySelector: () => bar,
    querySelectorAll: (selector) => ({ ".mark": marks, ".mark-add": [more] })[selector] ?? [],
  };
}

const segment = (of, start = 0, max = 1) => ({ dataset: { of, start: String(start) }, max, value: 0 });

test("each ticked line fills its segment, and the last one makes the goal ready", () => {
  const segments = [segment("1"), segment("2")];
  const half = goal([mark("1", 1), mark("2", 0)], segments);
  bringUpToDate(half);
  assert.deepEqual([half.bar.ariaLabel, half.states.get("data-ready")], ["1 of 2", false]);
  assert.deepEqual(
    segments.map(({ value }) => value),
    [1, 0],
  );
  const whole = goal([mark("1", 1), mark("2", 1)], segments);
  bringUpToDate(whole);
  assert.deepEqual([whole.bar.ariaLabel, whole.states.get("data-ready")], ["2 of 2", true]);
});

test("a number fills the segments of its units, and one more follows from it", () => {
  const segments = [segment("1", 0), segment("1", 1), segment("1", 2)];
  const calls = goal([mark("1", 1.5, 3)], segments);
  bringUpToDate(calls);
  assert.deepEqual(
    segments.map(({ value }) => value),
    [1, 0.5, 0],
  );
  assert.deepEqual([calls.bar.ariaLabel, calls.more.field.value], ["1 of 3", "2.5"]);
});

test("beyond its target a number is met, and still counts on", () => {
  const calls = goal([mark("1", 4, 3)], [segment("1", 0, 3)]);
  bringUpToDate(calls);
  assert.deepEqual([calls.states.get("data-ready"), calls.more.field.value], [true, "5"]);
});

test("what is said already is not written again: each writing is a change that is looked at", () => {
  const calls = goal([mark("1", 1, 3)], [segment("1", 0, 3)]);
  let written = 0;
  const field = {
    get value() {
      return "2";
    },
    set value(_said) {
      written += 1;
    },
  };
  calls.more.field = field;
  bringUpToDate(calls);
  assert.equal(written, 0);
});
