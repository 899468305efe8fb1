// Which entries are applied to a page that was drawn without them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "../../support/entries.js";
import { openPage } from "../../support/page.js";

openPage();
const { isShown, toApply } = await import("../../../../static/js/page/outbox/catch_up.js");

const edit = (seq, target, more) => entry(seq, { verb: "edit_win", fields: { target }, ...more });
const applied = (entries, tapped) => toApply(entries, tapped).map(({ entry: { seq }, isTapped }) => [seq, isTapped]);

test("what the page does not know is applied in the order in which it was stored", () => {
  assert.deepEqual(applied([entry(3), entry(1), entry(2)], []), [
    [1, false],
    [2, false],
    [3, false],
  ]);
});

test("what was tapped on the page shows already", () => {
  assert.deepEqual(applied([entry(1), entry(2)], [entry(1), entry(2)]), []);
});

test("a tap is applied again over an older entry about the same win that comes late", () => {
  const late = edit(1, "w-1");
  const tap = edit(2, "w-1");
  assert.deepEqual(applied([late, tap], [tap, edit(3, "w-2")]), [
    [1, false],
    [2, true],
  ]);
});

test("a new win moves past an older one that comes late: both are rows of one list", () => {
  assert.deepEqual(applied([entry(1)], [entry(2)]), [
    [1, false],
    [2, true],
  ]);
});

test("what is newer than everything here moves no row: with hundreds waiting each would be laid out again", () => {
  assert.deepEqual(applied([entry(1), entry(2), entry(3)], [entry(1), entry(2)]), [[3, false]]);
});

test("a tap that is not stored yet is not applied", () => {
  const { seq: _, ...tap } = entry(2);
  assert.deepEqual(applied([entry(1)], [tap]), [[1, false]]);
});

test("a refused entry shows only where it made something", () => {
  const refused = { state: "refused" };
  assert.ok(isShown(entry(1, refused)));
  assert.ok(!isShown(edit(1, "w-1", refused)));
  assert.ok(isShown(edit(1, "w-1")));
});
