// What an entry is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, isWaiting, makeEntry, subject, wallClock, wire } from "../../../static/js/outbox/entry.js";

const NOON = Date.parse("2026-11-22T12:00+01:00");
const FOUR = 4 * 60;
const tap = { id: "id-1", person: "ana", at: NOON, offset: 60, zone: "Europe/Berlin" };
const at = (text) => ({ instant: Date.parse(text), offset: minutes(text) });

test("a new entry holds the tap and waits to be sent", () => {
  const entry = makeEntry("log_win", { what: "x", kind: "quick" }, tap);
  assert.deepEqual(entry, {
    v: 1,
    id: "id-1",
    person: "ana",
    verb: "log_win",
    at: NOON,
    offset: 60,
    zone: "Europe/Berlin",
    fields: { what: "x", kind: "quick" },
    state: "saved",
    tries: 0,
  });
  assert.ok(isWaiting(entry));
});

test("the store gives the number, the entry does not", () => {
  assert.ok(!("seq" in makeEntry("undo", {}, { ...tap, seq: 9 })));
});

test("what is sent says nothing about the person or about sending", () => {
  const kept = { ...makeEntry("undo", { target: "id-0" }, tap), seq: 5, state: "refused", reason: "x" };
  assert.deepEqual(wire(kept), {
    v: 1,
    id: "id-1",
    seq: 5,
    verb: "undo",
    at: NOON,
    offset: 60,
    zone: "Europe/Berlin",
    fields: { target: "id-0" },
  });
});

test("only an entry that is saved waits", () => {
  const waiting = ["saved", "sent", "refused", ""].filter((state) => isWaiting({ state }));
  assert.deepEqual(waiting, ["saved"]);
});

test("an edit is about its target, a tap about itself", () => {
  assert.equal(subject(makeEntry("edit_win", { target: "id-0" }, tap)), "id-0");
  assert.equal(subject(makeEntry("log_win", { what: "x" }, tap)), "id-1");
});

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
