// Days and clock times.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, wallClock } from "../../../../static/js/page/shared/calendar.js";

const FOUR = 4 * 60;
const at = (text) => ({ instant: Date.parse(text), offset: minutes(text) });

// The same days as in tests/rules/shared/test_moments.py: phone and server must agree.
const DAYS = [
  ["2026-11-22T01:30+01:00", FOUR, "2026-11-21"],
  ["2026-11-22T03:59:59.999+01:00", FOUR, "2026-11-21"],
  ["2026-11-22T04:00+01:00", FOUR, "2026-11-22"],
  ["2026-11-22T00:00+01:00", FOUR, "2026-11-21"],
  ["2026-11-21T23:59+01:00", 0, "2026-11-21"],
  ["2026-11-22T00:00+01:00", 0, "2026-11-22"],
  ["2026-11-22T11:59+01:00", 720, "2026-11-21"],
  ["2026-11-22T12:00+01:00", 720, "2026-11-22"],
  ["2027-01-01T02:00+01:00", FOUR, "2026-12-31"],
  ["2028-03-01T02:00+01:00", FOUR, "2028-02-29"],
  ["2026-11-22T09:00+14:00", FOUR, "2026-11-22"],
  ["2026-11-21T07:00-12:00", FOUR, "2026-11-21"],
  ["2026-11-22T03:30+05:45", FOUR, "2026-11-21"],
  ["2026-11-22T03:59-03:30", FOUR, "2026-11-21"],
  ["2026-03-29T03:59+02:00", FOUR, "2026-03-28"],
  ["2026-03-29T04:00+02:00", FOUR, "2026-03-29"],
  ["2026-10-25T02:30+02:00", FOUR, "2026-10-24"],
  ["2026-10-25T02:30+01:00", FOUR, "2026-10-24"],
  ["2026-10-25T04:00+01:00", FOUR, "2026-10-25"],
];

for (const [text, dayStart, day] of DAYS) {
  test(`with days from ${dayStart / 60}:00 ${text} belongs to ${day}`, () => {
    const { instant, offset } = at(text);
    assert.equal(dayOf(instant, offset, dayStart), day);
  });
}

const CLOCKS = [
  ["2026-11-22T09:30+01:00", "09:30", "2026-11-22T09:30"],
  ["2026-11-22T00:00+14:00", "00:00", "2026-11-22T00:00"],
  ["2026-11-21T23:59-12:00", "23:59", "2026-11-21T23:59"],
  ["2026-11-22T12:15+05:45", "12:15", "2026-11-22T12:15"],
  ["2026-11-22T12:15:59.999-03:30", "12:15", "2026-11-22T12:15"],
  ["1970-01-01T00:30+01:00", "00:30", "1970-01-01T00:30"],
];

for (const [text, time, wall_clock] of CLOCKS) {
  test(`the clock at ${text} shows ${time}`, () => {
    const { instant, offset } = at(text);
    assert.deepEqual(wallClock(instant, offset), { time, wall_clock });
  });
}

function minutes(text) {
  const [, sign, hours, rest] = text.match(/([+-])(\d\d):(\d\d)$/);
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(rest));
}
