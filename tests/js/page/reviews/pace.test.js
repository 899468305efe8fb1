// How often a phone asks whether a review has changed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pauseFor } from "../../../../static/js/page/reviews/pace.js";

const NOON = 43_200_000;

test("every second and a half while something changes, every five seconds after three quiet minutes", () => {
  const pauses = [0, 180_000, 180_001].map((quiet) => pauseFor({ hidden: false, now: NOON, changed: NOON - quiet }));
  assert.deepEqual(pauses, [1_500, 1_500, 5_000]);
});

test("a page that is not seen does not ask", () => {
  assert.equal(pauseFor({ hidden: true, now: NOON, changed: NOON }), null);
});
