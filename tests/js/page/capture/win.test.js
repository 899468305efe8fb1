// The values that rows are drawn from. What needs a document is tested in the browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";

openPage();
const { edited, isCounted, winOf } = await import("../../../../static/js/page/capture/win.js");

const NOON = Date.parse("2026-11-22T12:00+01:00");
const HOUR = 3_600_000;
const tap = {
  id: "id-1",
  at: NOON,
  offset: 60,
  zone: "Europe/Berlin",
  fields: { what: "Fixed it", kind: "quick" },
};

test("a new win is drawn from the tap alone", () => {
  assert.deepEqual(winOf(tap), {
    id: "id-1",
    kind: "quick",
    what: "Fixed it",
    impact: "",
    next_step: "",
    happened: NOON,
    offset: 60,
    zone: "Europe/Berlin",
    time: "12:00",
    wall_clock: "2026-11-22T12:00",
    area: "",
    evidence: "",
    host: "",
    counted: "",
    verified: "",
    more: "",
  });
});

test("a win that was forgotten is drawn for when it happened", () => {
  const happened = { at: NOON - 24 * HOUR, offset: 60, zone: "Europe/Berlin" };
  const { happened: at, wall_clock } = winOf({ ...tap, fields: { ...tap.fields, happened } });
  assert.deepEqual([at, wall_clock], [happened.at, "2026-11-21T12:00"]);
});

test("a new win shows the details that came with the tap", () => {
  const fields = { ...tap.fields, impact: "Saves an hour", next_step: "Tell Ben" };
  const { impact, next_step } = winOf({ ...tap, fields });
  assert.deepEqual([impact, next_step], ["Saves an hour", "Tell Ben"]);
});

test("a preset's tap is drawn as the counted win that it makes", () => {
  const fields = {
    ...tap.fields,
    impact: "2 hours",
    area: "Support",
    objectives: ["o-1", "o-2"],
    visibility: "private",
  };
  const { counted, area, more } = winOf({ ...tap, fields });
  assert.deepEqual([counted, area, JSON.parse(more)], ["yes", "Support", { area: "Support", objectives: "o-1 o-2" }]);
});

test("a win of a met goal stays verified until it names another goal", () => {
  const more = JSON.stringify({ goal: "g-1", objectives: "o-1" });
  const win = { ...winOf(tap), more, verified: "yes" };
  const same = edited(win, { target: "id-1", what: "Fixed all of it", goal: "g-1" });
  assert.deepEqual([same.verified, same.counted], ["yes", "yes"]);
  const other = edited(win, { target: "id-1", goal: "g-2" });
  assert.deepEqual([other.verified, other.counted], ["", ""]);
});

test("words are kept that are also values of other fields", () => {
  for (const word of ["private", "quick", "yes", "none"]) {
    const given = { what: word, impact: word, area: word, next_step: word, approach: word, visibility: "private" };
    const { what, area, more } = winOf({ ...tap, fields: { ...tap.fields, ...given } });
    assert.deepEqual([what, area, JSON.parse(more)], [word, word, { area: word, approach: word }]);
  }
});

test("an edit adds to what a row carries, and takes away", () => {
  const first = edited(winOf(tap), { target: "id-1", area: "Support", measurable: true, after: 0 });
  const { more, area } = edited(first, { target: "id-1", area: "", kind: "process" });
  assert.deepEqual([area, JSON.parse(more)], ["", { measurable: true, after: 0 }]);
});

test("a row carries every described field, whatever it is, and no other", () => {
  const { more } = winOf({ ...tap, fields: { ...tap.fields, mood: "Proud", unknown: "x", visibility: "private" } });
  assert.deepEqual(JSON.parse(more), { mood: "Proud" });
});

test("whether a win is counted follows its details", () => {
  const served = { objectives: "o-1" };
  const counted = (impact, extras) => isCounted(impact, extras);
  assert.deepEqual([counted("٣ hours", served), counted("", { ...served, measurable: true })], [true, true]);
  assert.deepEqual([counted("3 hours", {}), counted("Fewer questions", served)], [false, false]);
});

test("a row leads to the web and nowhere else", () => {
  const led = (evidence) => {
    const { evidence: to, host } = winOf({ ...tap, fields: { ...tap.fields, evidence } });
    return [to, host];
  };
  assert.deepEqual(led("https://docs.example.org/a?b=c"), ["https://docs.example.org/a?b=c", "docs.example.org"]);
  for (const bad of ["javascript:alert(1)", "data:text/html,x", "not a link"]) assert.deepEqual(led(bad), ["", ""]);
});

test("an edit changes what it names and nothing else", () => {
  const before = winOf(tap);
  const after = edited(before, { target: "id-1", what: "Fixed the flaky test", impact: "" });
  assert.deepEqual(after, { ...before, what: "Fixed the flaky test" });
});

test("an edit of the time moves the clock with it", () => {
  const happened = { at: NOON - HOUR, offset: -720, zone: "Etc/GMT+12" };
  const after = edited(winOf(tap), { target: "id-1", happened });
  assert.equal(after.what, "Fixed it");
  assert.deepEqual(
    [after.happened, after.offset, after.zone, after.time, after.wall_clock],
    [NOON - HOUR, -720, "Etc/GMT+12", "22:00", "2026-11-21T22:00"],
  );
});

test("an edit leaves the values it was made from as they were", () => {
  const before = Object.freeze(winOf(tap));
  edited(before, { target: "id-1", what: "Other words" });
  assert.equal(before.what, "Fixed it");
});

test("a link without https:// is a link in the row at once", () => {
  const { evidence, host } = winOf({ ...tap, fields: { ...tap.fields, evidence: "example.org/report" } });
  assert.deepEqual([evidence, host], ["https://example.org/report", "example.org"]);
});

test("what is no link leads nowhere", () => {
  const { evidence, host } = winOf({ ...tap, fields: { ...tap.fields, evidence: "https:\\\\evil.example" } });
  assert.deepEqual([evidence, host], ["", ""]);
});
