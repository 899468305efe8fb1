// After signing out no draft is written any more, not even by the page that goes away.

import assert from "node:assert/strict";
import { test } from "node:test";
import { formOf, openPage } from "../../support/page.js";
import { openWholePhone } from "../../support/phone.js";

const { kept } = openWholePhone();
const listeners = {};
const listen = (name, listener) => Object.assign(listeners, { [name]: listener });
globalThis.HTMLFormElement = class {};
globalThis.HTMLSelectElement = class {};
globalThis.addEventListener = listen;
openPage();
const fold = { open: false };
const words = { name: "what", type: "text", value: "Mine", defaultValue: "", closest: () => fold };
const form = Object.assign(new HTMLFormElement(), formOf([words]), { method: "post", isConnected: true });
form.getAttribute = () => "/goals/";
Object.assign(document, { forms: [form], cookie: "", referrer: "", addEventListener: listen });
const { bringBack, forgetDrafts, wireDrafts } = await import("../../../../static/js/page/drafts/index.js");
const names = () => Object.keys(kept).filter((name) => name.startsWith("draft:"));

test("what hides words that the browser has brought back is opened", () => {
  document.createElement = () => ({});
  form.prepend = () => {};
  wireDrafts();
  assert.equal(fold.open, true);
});

test("what is typed into a field that stands elsewhere and names the form is kept", () => {
  listeners.input({ target: { form } });
  listeners.pagehide();
  assert.deepEqual(names(), ["draft:ana:/goals/ 0"]);
});

test("words come back into a form of a row that has come later", () => {
  const later = { ...words, value: "" };
  document.forms = [Object.assign(new HTMLFormElement(), form, formOf([later]), { contains: () => true })];
  document.createElement = () => ({ append() {} });
  bringBack();
  assert.equal(later.value, "Mine");
  document.forms = [form];
});

test("what is typed is kept under the person, and gone at sign-out for good", () => {
  const type = () => listeners.input({ target: form });
  type();
  listeners.pagehide();
  assert.deepEqual(names(), ["draft:ana:/goals/ 0"]);
  type();
  forgetDrafts();
  listeners.pagehide();
  assert.deepEqual(names(), []);
});
