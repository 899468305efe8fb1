// Signing out with unsent entries: discarding them is final.

import assert from "node:assert/strict";
import { test } from "node:test";
import { askTwice } from "../../../../static/js/page/account/ask_twice.js";

test("the first tap on Discard says how many things go, the second discards them", () => {
  const prevented = [];
  const button = { dataset: { says: "Discard", sure: "Sure" } };
  askTwice(button, 3);
  assert.equal(button.textContent, "Discard");
  button.onclick({ preventDefault: () => prevented.push(1) });
  assert.deepEqual([button.textContent, prevented.length], ["Sure: 3", 1]);
  assert.equal(button.onclick, null, "the second tap goes through");
});

test("a dialog that is opened again asks from the start", () => {
  const button = { dataset: { says: "Discard", sure: "Sure" } };
  askTwice(button, 3);
  button.onclick({ preventDefault() {} });
  askTwice(button, 2);
  assert.equal(button.textContent, "Discard");
  assert.ok(button.onclick);
});
