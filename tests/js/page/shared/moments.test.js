// Yesterday at the same time of day, over a change of the clocks: as the server (tests/rules/shared/test_moments.py).

import assert from "node:assert/strict";
import { test } from "node:test";

process.env.TZ = "Europe/Berlin";
globalThis.document = { body: { dataset: {} }, cookie: "" };
const { me } = await import("../../../../static/js/page/shared/me.js");
const { momentYesterday } = await import("../../../../static/js/page/shared/moments.js");

for (const [now, before, offset] of [
  ["2026-11-22T09:30+01:00", "2026-11-21T09:30+01:00", 60],
  ["2026-10-25T09:30+01:00", "2026-10-24T09:30+02:00", 120], // the clock went back at night
  ["2026-03-30T00:30+02:00", "2026-03-29T00:30+01:00", 60], // 23 hours
  ["2026-03-30T02:30+02:00", "2026-03-29T03:30+02:00", 120], // that time was skipped
]) {
  for (const zone of ["", "Europe/Berlin"]) {
    test(`a day before ${now}, in ${zone || "the phone's zone"}`, (t) => {
      t.mock.timers.enable({ apis: ["Date"], now: Date.parse(now) });
      me.zone = zone;
      assert.deepEqual(momentYesterday(), { at: Date.parse(before), offset, zone: "Europe/Berlin" });
    });
  }
}
