import assert from "node:assert/strict";
import { test } from "node:test";
import { instantOf, momentIn, offsetIn, offsetName } from "../../../../static/js/page/shared/zones.js";

const at = (text) => Date.parse(text);
const inZone = (zone) => (moment) => offsetIn(zone, moment);

for (const [zone, moment, offset] of [
  ["Europe/Berlin", "2026-11-22T11:00:00Z", 60],
  ["Europe/Berlin", "2026-07-01T00:00:00Z", 120],
  ["Europe/Berlin", "2026-10-25T00:59:59.999Z", 120],
  ["Europe/Berlin", "2026-10-25T01:00:00Z", 60],
  ["Asia/Kathmandu", "2026-11-22T18:14:59Z", 345],
  ["Pacific/Apia", "2026-11-22T10:30:00Z", 780],
  ["America/St_Johns", "2026-11-22T03:29:59Z", -210],
  ["Australia/Lord_Howe", "2026-04-04T15:00:00Z", 630],
]) {
  test(`${zone} is ${offset} minutes east at ${moment}`, () => assert.equal(offsetIn(zone, at(moment)), offset));
}

for (const [zone, wallClock, moment] of [
  ["Europe/Berlin", "2026-11-22T09:30", "2026-11-22T08:30:00Z"],
  ["Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00Z"], // shown twice: the first time
  ["Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30:00Z"], // skipped: 03:30
  ["America/New_York", "2026-11-01T01:30", "2026-11-01T05:30:00Z"],
  ["Pacific/Auckland", "2026-11-22T00:10", "2026-11-21T11:10:00Z"],
]) {
  test(`${wallClock} in ${zone}`, () => assert.equal(instantOf(wallClock, inZone(zone)), at(moment)));
}

test("an offset has a name as the server reads it", () => {
  assert.deepEqual([0, 60, 345, -210, -600].map(offsetName), ["+00:00", "+01:00", "+05:45", "-03:30", "-10:00"]);
});

test("a moment has 24 hours and the day as elsewhere, in both languages", () => {
  const at = Date.UTC(2026, 10, 28, 23, 17);
  assert.match(momentIn("en-US", at, 60), /Sun.*29.*00:17$/);
  assert.match(momentIn("ar-u-nu-latn", at, 60), /الأحد، 29 نوفمبر.*00:17$/);
});
