// Plural forms of sentences that scripts show.

import assert from "node:assert/strict";
import { test } from "node:test";
import { formFor } from "../../../../static/js/page/shared/plurals.js";

const ARABIC = { zero: "0", one: "1", two: "2", few: "3-10", many: "11-99", other: "100" };

test("a sentence without forms is itself", () => {
  assert.equal(formFor("Sent", 3, "en-GB"), "Sent");
});

test("English has two forms", () => {
  assert.deepEqual(
    [0, 1, 2].map((n) => formFor({ one: "one", other: "many" }, n, "en-GB")),
    ["many", "one", "many"],
  );
});

test("Arabic has six", () => {
  const said = [0, 1, 2, 3, 10, 11, 99, 100, 103].map((n) => formFor(ARABIC, n, "ar-u-nu-latn"));
  assert.deepEqual(said, ["0", "1", "2", "3-10", "3-10", "11-99", "11-99", "100", "3-10"]);
});

test("a form that a language was not given falls back", () => {
  assert.equal(formFor({ one: "one", other: "many" }, 2, "ar"), "many");
});
