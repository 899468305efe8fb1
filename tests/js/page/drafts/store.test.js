// Whose drafts are on the phone, and for how long.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openPage } from "../../support/page.js";
import { openWholePhone } from "../../support/phone.js";

const { kept } = openWholePhone();
openPage();
const { readDraft, removeDraft, removeOld, removeStored, writeDraft } = await import(
  "../../../../static/js/page/drafts/store.js"
);
const A_WEEK = 7 * 24 * 3_600_000;
const draft = (at, once = "") => ({ at, once, values: [["what", "Mine"]] });
const names = () => Object.keys(kept).sort();

beforeEach(() => {
  for (const name of names()) kept.removeItem(name);
  kept.setItem("shown-fold", "shut"); // of another part of the app
});

test("what was stored is not kept any more", () => {
  writeDraft("/goals/ 0", draft(Date.now()));
  assert.equal(readDraft("/goals/ 0").values[0][1], "Mine");
  removeDraft("/goals/ 0");
  assert.deepEqual(names(), ["shown-fold"]);
});

test("after a week it goes, whoever wrote it, and nothing else does", () => {
  kept.setItem("draft:ben:/goals/ 0", JSON.stringify(draft(Date.now() - A_WEEK - 1)));
  kept.setItem("draft:ben:/wins/ 0", JSON.stringify(draft(Date.now() - A_WEEK + 60_000)));
  removeOld();
  assert.deepEqual(names(), ["draft:ben:/wins/ 0", "shown-fold"]);
});

test("the server has stored a form of this person, and of no other", () => {
  writeDraft("/goals/ 0", draft(Date.now(), "id-1"));
  writeDraft("/goals/ 1", draft(Date.now(), "id-2"));
  kept.setItem("draft:ben:/goals/ 0", JSON.stringify(draft(Date.now(), "id-1")));
  removeStored("id-1");
  assert.deepEqual(names(), ["draft:ana:/goals/ 1", "draft:ben:/goals/ 0", "shown-fold"]);
});
