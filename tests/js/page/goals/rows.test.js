// What was tapped about a goal, on its row and on its line of Today.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "../../support/entries.js";
import { openPage } from "../../support/page.js";

const line = { dataset: {}, querySelector: () => null };
openPage({
  found: {
    "#goal-g1.goal, #goal-line-g1": line,
    ':is(.goal, .goal-line)[data-met~="id-1"]': line,
  },
});
const { showGoal } = await import("../../../../static/js/page/goals/rows.js");

const meeting = (period) => entry(1, { verb: "meet_goal", fields: { target: "g1", since: 0, period } });

test("a goal met on this phone is met on its line of Today, until that is taken back", () => {
  line.dataset = { period: "" };
  showGoal(meeting(""));
  assert.equal(line.dataset.met, "id-1");
  showGoal(entry(2, { verb: "undo", fields: { target: "id-1" } }));
  assert.ok(!("met" in line.dataset));
});

test("a goal that two tabs have met is taken back in both", () => {
  line.dataset = { period: "" };
  showGoal(meeting(""));
  showGoal({ ...meeting(""), id: "id-2" });
  assert.deepEqual(showGoal(entry(3, { verb: "undo", fields: { target: "id-1" } })), ["id-2"]);
  assert.ok(!("met" in line.dataset));
});

test("a goal that was met for an earlier day is open on the line of the next", () => {
  line.dataset = { period: "2026-11-30" };
  showGoal(meeting("2026-11-29"));
  assert.ok(!("met" in line.dataset));
});
