// A new version of the app leaves nothing of the one before.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPhone } from "../support/browser.js";

Object.assign(globalThis, { __SHELL__: [], __VERSION__: "2" });
const stored = openPhone();
const { deleteOldShells } = await import("../../../static/js/sw/shell.js");

test("the shells of other versions go, and pages stay", async () => {
  for (const name of ["shell-1", "shell-2", "pages-ana.en"]) stored.set(name, new Map());
  await deleteOldShells();
  assert.deepEqual([...stored.keys()], ["shell-2", "pages-ana.en"]);
});
