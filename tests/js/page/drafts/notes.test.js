// What a form says before one types, without a connection.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";

openPage({ words: { needs_connection: "Needs it; stays here.", needs_connection_only: "Needs it." } });
document.createElement = () => ({ classList: { add() {} } });
const { sayNeedsConnection } = await import("../../../../static/js/page/drafts/notes.js");

/** Return what is said on a form that has these elements. */
function saidOn(...selectors) {
  const said = [];
  const querySelector = (selector) => (selectors.includes(selector) ? {} : null);
  sayNeedsConnection({ querySelector, prepend: ({ textContent }) => said.push(textContent) });
  return said;
}

test("a form says that it needs a connection, and that words stay on the phone", () => {
  assert.deepEqual(saidOn(), ["Needs it; stays here."]);
});

test("a form with a password does not say that what one types stays: a password is kept nowhere", () => {
  assert.deepEqual(saidOn("[type=password]"), ["Needs it."]);
});

test("it is said once", () => {
  assert.deepEqual(saidOn(".form-note--offline"), []);
});
