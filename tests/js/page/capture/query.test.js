// Which wins a search on the phone finds: the cases that the server's own search has, too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";

openPage();
const { fits, hitsElsewhere, queryOf } = await import("../../../../static/js/page/capture/query.js");

const FOUR = 4 * 60;
const NOW = { at: Date.parse("2026-11-25T12:00+01:00"), offset: 60 }; // a Wednesday
const win = (more) => ({
  id: "w-1",
  kind: "quick",
  what: "Fixed the flaky test",
  impact: "",
  next_step: "",
  happened: String(NOW.at),
  offset: "60",
  counted: "",
  area: "",
  more: "",
  ...more,
});
const finds = (search, more) => fits(win(more), queryOf(search, NOW, FOUR), FOUR);
const on = (text) => ({ happened: String(Date.parse(text)) });

test("every word has to be in one of the texts, in any case", () => {
  assert.ok(finds({ q: "FLAKY test" }));
  assert.ok(finds({ q: "flaky hour" }, { impact: "Saves an hour" }));
  assert.ok(finds({ q: "patience" }, { more: JSON.stringify({ mood: "Patience" }) }));
  assert.ok(!finds({ q: "flaky hour" }));
});

test("fields that are not described as searched are not looked through", () => {
  assert.ok(!finds({ q: "support" }, { area: "Support", more: JSON.stringify({ area: "Support" }) }));
});

test("a letter written in two ways is one letter", () => {
  assert.ok(finds({ q: "cafe\u0301" }, { what: "Caf\u00e9 opened" }));
});

test("words are found as people type them", () => {
  assert.ok(finds({ q: "resume" }, { what: "Sent my r\u00e9sum\u00e9" }));
  assert.ok(finds({ q: "don't" }, { impact: "They don\u2019t wait" }));
});

test("a hit in a field that the row leaves out is named, unless the row shows the word", () => {
  const more = JSON.stringify({ approach: "With patience, in hours", mood: "fine" });
  assert.deepEqual(hitsElsewhere(win({ more }), ["patience"]), [["approach", "With patience, in hours"]]);
  assert.deepEqual(hitsElsewhere(win({ more, impact: "Saves hours" }), ["hours", "fine"]), [["mood", "fine"]]);
  assert.deepEqual(hitsElsewhere(win({ more }), []), []);
});

test("a search for nothing finds everything", () => {
  assert.ok(finds({}) && finds({ q: "", kind: "", from: "", to: "" }));
});

test("this week begins on Monday at the hour at which the person's day begins", () => {
  assert.ok(finds({ period: "week" }, on("2026-11-23T04:00+01:00")));
  assert.ok(!finds({ period: "week" }, on("2026-11-23T03:59+01:00")));
});

test("four weeks are 28 days with today, a year begins in January", () => {
  assert.ok(finds({ period: "weeks" }, on("2026-10-29T12:00+01:00")));
  assert.ok(!finds({ period: "weeks" }, on("2026-10-28T12:00+01:00")));
  assert.ok(!finds({ period: "year" }, on("2025-12-31T12:00+01:00")));
});

test("days that are given count instead of a period, the last one included", () => {
  const days = { period: "week", from: "2026-11-01", to: "2026-11-02" };
  assert.ok(finds(days, on("2026-11-02T23:00+01:00")));
  assert.ok(!finds(days, on("2026-11-03T12:00+01:00")));
  assert.ok(finds({ period: "week", to: "2026-11-02" }, on("2020-01-01T12:00+01:00")));
});

test("a win is private, whatever it said before it could name a team", () => {
  for (const more of ["", JSON.stringify({ visibility: "team" })]) {
    assert.ok(finds({ visibility: "private" }, { more }));
    assert.ok(!finds({ visibility: "team" }, { more }));
  }
});

test("kind, area, evidence and objective have to be as asked", () => {
  const more = JSON.stringify({ objectives: "o-1 o-2" });
  const full = { kind: "process", area: "Support", counted: "yes", more };
  assert.ok(finds({ kind: "process", area: "Support", counted: "yes", objective: "o-2" }, full));
  for (const wrong of [{ kind: "quick" }, { area: "Sales" }, { counted: "no" }, { objective: "o-3" }]) {
    assert.ok(!finds(wrong, full), JSON.stringify(wrong));
  }
});
