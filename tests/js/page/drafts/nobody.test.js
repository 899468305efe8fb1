// Words of people who are not signed in are kept as long as the tab is open only.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";
import { openWholePhone } from "../../support/phone.js";

const { kept, tab } = openWholePhone();
openPage();
document.body.dataset.person = "";
const { writeDraft } = await import("../../../../static/js/page/drafts/store.js");

test("a draft of nobody is not stored on the phone", () => {
  writeDraft("/people/ 0", { at: 0, once: "", values: [] });
  assert.deepEqual([Object.keys(kept), Object.keys(tab)], [[], ["draft::/people/ 0"]]);
});
