// A page from another day.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";

const ROWS = "#todays-wins > li:not(.win--edit), #earlier, .routine";
const heading = { dataset: {}, textContent: "" };
const rows = [];
openPage({ elements: { "shown-day": heading }, found: { [ROWS]: rows } });
const { isToday, turnPage } = await import("../../../../static/js/page/capture/day.js");

/** Draw the page of a day with a row, and open it at a moment; the person's day begins at four. */
function openAt(context, day, moment) {
  context.mock.timers.enable({ apis: ["Date"], now: Date.parse(moment) });
  Object.assign(heading, { dataset: { day }, textContent: "as drawn" });
  rows.splice(0, rows.length, { remove: () => rows.pop() });
  turnPage();
}

const offset = -new Date(2026, 10, 23, 12).getTimezoneOffset();

test("on the day it was drawn for, a page stays as it is", (context) => {
  openAt(context, "2026-11-22", new Date(2026, 10, 23, 3, 59).toISOString());
  assert.deepEqual([heading.textContent, rows.length], ["as drawn", 1]);
});

test("when the person's day has begun, it shows that day without the old rows", (context) => {
  openAt(context, "2026-11-22", new Date(2026, 10, 23, 4, 0).toISOString());
  assert.deepEqual([heading.dataset.day, rows.length], ["2026-11-23", 0]);
  assert.equal(heading.textContent, "Monday 23 November");
});

test("what happened before the day began is of yesterday", (context) => {
  openAt(context, "2026-11-23", new Date(2026, 10, 23, 12).toISOString());
  const moment = (hour, minute) => ({ at: new Date(2026, 10, 23, hour, minute).getTime(), offset });
  assert.ok(isToday(moment(4, 0)));
  assert.ok(!isToday(moment(3, 59)));
});
