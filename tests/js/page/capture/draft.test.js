// What something shared by another app means as a win.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { draftOf } from "../../../../static/js/page/capture/draft.js";

const CASES = JSON.parse(readFileSync(new URL("../../../support/shares.json", import.meta.url)));

for (const [given, what, evidence] of CASES) {
  test(`${JSON.stringify(given)} becomes "${what}" with "${evidence}"`, () => {
    assert.deepEqual(draftOf(given), { what, evidence });
  });
}

test("what is too long is cut so that it can be logged", () => {
  const draft = draftOf({ text: "🌱".repeat(2001), url: `https://example.org/${"x".repeat(2000)}` });
  assert.deepEqual([[...draft.what].length, draft.evidence], [2000, ""]);
});
