// What a person deletes on "On this phone" is not sent any more, and a single tap deletes nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "../../support/entries.js";
import { openPage } from "../../support/page.js";
import { openWholePhone } from "../../support/phone.js";

openWholePhone();
const listeners = {};
const main = { addEventListener: (name, listener) => Object.assign(listeners, { [name]: listener }) };
openPage({ elements: { held: { addEventListener() {} }, main } });
globalThis.Element = class {};
const store = await import("../../../../static/js/outbox/store.js");
const { wireUnsent } = await import("../../../../static/js/page/outbox/unsent.js");
wireUnsent({ changed() {}, send() {} });

test("two taps delete an entry and what is about it, and no other", async () => {
  await store.add({ ...entry(undefined), id: "one" });
  await store.add({ ...entry(undefined), id: "edit", verb: "edit_win", fields: { target: "one", what: "y" } });
  await store.add({ ...entry(undefined), id: "other" });
  const button = Object.assign(new Element(), { dataset: { do: "remove" }, id: "" });
  const row = { id: "held-one" };
  button.closest = (selector) => (selector === "li" ? row : button);
  const ids = async () => (await store.entriesOf("ana")).map(({ id }) => id);
  await listeners.click({ target: button });
  assert.deepEqual(await ids(), ["one", "edit", "other"]);
  await listeners.click({ target: button });
  assert.deepEqual(await ids(), ["other"]);
});
