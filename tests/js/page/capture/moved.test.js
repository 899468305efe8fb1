// A win that was given another day leaves the list of the day it was on.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "../../support/entries.js";
import { openPage } from "../../support/page.js";

const NOON = Date.parse("2026-11-27T12:00Z");
const HOUR = 3_600_000;
const row = { dataset: { happened: String(NOON), offset: "60" } };
openPage({ elements: { "win-w-1": row } });
const { dayMovedTo } = await import("../../../../static/js/page/capture/moved.js");

const edit = (happened, target = "w-1") =>
  entry(1, {
    verb: "edit_win",
    fields: { target, ...(happened && { happened: { offset: 60, zone: "", ...happened } }) },
  });

test("another day is where it goes", () => {
  assert.equal(dayMovedTo(edit({ at: NOON - 24 * HOUR })), "2026-11-26");
});

test("at another time of the same day it stays, in the night before the day starts, too", () => {
  assert.equal(dayMovedTo(edit({ at: NOON + 11 * HOUR })), "");
  assert.equal(dayMovedTo(edit({ at: NOON + 14 * HOUR })), "");
  assert.equal(dayMovedTo(edit({ at: NOON + 16 * HOUR })), "2026-11-28");
});

test("without a new time, or a row, nothing moves", () => {
  assert.equal(dayMovedTo(edit()), "");
  assert.equal(dayMovedTo(edit({ at: 0 }, "w-2")), "");
});
