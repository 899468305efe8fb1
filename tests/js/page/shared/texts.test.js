// Words as they are pasted: the phone keeps what the server keeps (tests/rules/shared/test_text.py).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { tidy } from "../../../../static/js/page/shared/texts.js";

const CASES = JSON.parse(readFileSync(new URL("../../../texts.json", import.meta.url)));

test("pasted breaks become newlines, and joiners stay", () => {
  for (const [pasted, kept] of CASES.kept) assert.equal(tidy(pasted), kept, JSON.stringify(pasted));
});

test("characters that nobody sees are no words", () => {
  for (const unseen of CASES.nothing) assert.equal(tidy(unseen), "", JSON.stringify(unseen));
});
