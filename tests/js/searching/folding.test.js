// Words compared as people type them, as the server does (tests/rules/shared/test_folding.py).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { excerpt, pieces } from "../../../static/js/searching/excerpts.js";
import { finds, foldedWords } from "../../../static/js/searching/folding.js";

const CASES = JSON.parse(readFileSync(new URL("../../folding.json", import.meta.url)));
const has = (stored, asked) => finds(stored, foldedWords(asked));

test("words are found as people type them", () => {
  for (const [stored, asked] of CASES.alike) assert.ok(has(stored, asked), `${stored} / ${asked}`);
});

test("other words stay other words", () => {
  for (const [stored, asked] of CASES.apart) assert.ok(!has(stored, asked), `${stored} / ${asked}`);
});

test("a hit is marked in the words as they were written", () => {
  for (const [text, asked, marked] of CASES.marked) {
    const parts = pieces(text, foldedWords(asked)).map(([part, hit]) => (hit ? `[${part}]` : part));
    assert.equal(parts.join(""), marked);
  }
});

test("an excerpt shows the hit and what is around it", () => {
  for (const [text, asked, cut] of CASES.cut) assert.equal(excerpt(text, foldedWords(asked)), cut);
});
