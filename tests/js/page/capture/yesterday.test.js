// "Yesterday": one tap for what was forgotten.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "../../support/entries.js";
import { formOf, openPage } from "../../support/page.js";

openPage({ templates: { win: "<li>{what}</li>" } });
const { WINS } = await import("../../../../static/js/page/capture/verbs.js");
const { placedWords } = await import("../../../../static/js/page/capture/moved.js");

const HOUR = 3_600_000;
const form = formOf([], { found: { ".kinds button": { textContent: "Quick task" } } });
const happened = { at: Date.parse("2026-11-21T12:00Z"), offset: 60, zone: "Europe/Berlin" };
const late = (what) => entry(1, { fields: { what, kind: "quick", happened } });

function given(what) {
  const data = new FormData();
  for (const [name, value] of [
    ["what", what],
    ["day", "yesterday"],
  ])
    data.set(name, value);
  return WINS.log_win.fields(form, data, { dataset: {}, textContent: " " });
}

test("it logs the words, or those of a quick task, for the same time of the day before", () => {
  const { happened: then, ...said } = given(" ");
  assert.deepEqual(said, { what: "Quick task", kind: "quick" });
  assert.ok(Math.abs(Date.now() - then.at - 24 * HOUR) <= HOUR + 60_000); // a clock may have changed
  assert.equal(given(" Told Ben ").what, "Told Ben");
});

test("it has no row in the list of today, and the toast says the day", () => {
  assert.equal(WINS.log_win.answer(late("Told Ben")), "");
  assert.equal(placedWords(late("Told Ben")), "Saturday 21 November:\nTold Ben");
});
