// A phone that cannot open its storage signs out by the plain form, and forgets what was typed all the same.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";
import { openWholePhone } from "../../support/phone.js";

const { kept } = openWholePhone();
globalThis.indexedDB = {
  open() {
    throw new Error("refused");
  },
};
openPage();
const listeners = {};
document.addEventListener = (name, listener) => Object.assign(listeners, { [name]: listener });
const { wireSignOut } = await import("../../../../static/js/page/account/sign_out.js");
wireSignOut(() => {});

test("its drafts are gone as the form is sent", async () => {
  kept.setItem("draft:ana:/goals/ 0", "{}");
  const left = await new Promise((resolve) => {
    const submit = () => resolve(Object.keys(kept));
    listeners.submit({ target: { id: "sign-out", submit }, preventDefault() {} });
  });
  assert.deepEqual(left, []);
});
