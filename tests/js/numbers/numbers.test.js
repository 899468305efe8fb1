// Numbers as people type them: the phone reads and writes them as the server does.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { formatted, typed } from "../../../static/js/numbers/format.js";
import { readNumber } from "../../../static/js/numbers/read.js";

const CASES = JSON.parse(readFileSync(new URL("../../numbers.json", import.meta.url)));
const { formats } = CASES;

function read(text, language, signs) {
  const { value, says, first, second } = readNumber(text, formats[language], signs);
  return says === "unclear" ? [first, second] : (says ?? value);
}

test("a number is read as the page writes it, or asked", () => {
  for (const [languages, text, expected] of CASES.read) {
    for (const language of languages.split(" ")) {
      assert.deepEqual(read(text, language), expected, `${language}: ${JSON.stringify(text.slice(0, 60))}`);
    }
  }
});

test("a field holds all that is known of a number; what is shown is as on the server, and read as it", () => {
  for (const [language, value, shown, field] of CASES.write) {
    assert.equal(typed(value, formats[language]), field);
    assert.equal(formatted(value, formats[language]), shown);
    assert.deepEqual([read(shown, language), read(field, language)], [value, value]);
  }
});

test("both numbers that are offered can be typed", () => {
  const offered = CASES.read.filter(([, , expected]) => Array.isArray(expected));
  for (const [languages, text] of offered) {
    for (const one of read(text, languages.split(" ")[0]))
      assert.equal(typeof read(one, languages.split(" ")[0]), "number");
  }
});

test("a sign is refused where something else is counted", () => {
  for (const text of ["12 %", "\u20ac12", "$ 12", "12 \u00a3"]) {
    assert.equal(read(text, "en", "\u00a5"), "no_sign");
    assert.equal(read(text, "en"), 12);
  }
  assert.equal(read("12", "en", ""), 12);
  assert.equal(read("12 \u20ac", "en", "%\u20ac"), 12);
});

test("a sentence about a number repeats what was typed, and shortens it", () => {
  assert.equal(readNumber(" many ", formats.de).typed, "many");
  assert.equal(readNumber("many ".repeat(100), formats.de).typed.length, 40);
  assert.equal(readNumber("many", formats.de).example, "12,5");
});
