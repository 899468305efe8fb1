// A deletion that is taken back is not sent.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "../../support/entries.js";
import { openPage } from "../../support/page.js";
import { openWholePhone } from "../../support/phone.js";

openWholePhone();
openPage();
const store = await import("../../../../static/js/outbox/store.js");
const { takeBack } = await import("../../../../static/js/page/capture/deletion.js");

test("what is held back goes, and what is on its way stays", async () => {
  await store.add({ ...entry(undefined), id: "held", verb: "undo", state: "held" });
  await store.add({ ...entry(undefined), id: "on its way", verb: "undo" });
  for (const id of ["held", "on its way"]) await takeBack(id);
  assert.deepEqual(
    (await store.entriesOf("ana")).map(({ id }) => id),
    ["on its way"],
  );
});
