// htmx as it is built: without what no page uses.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { withoutUnused } from "../../tools/assets/htmx.mjs";

const HTMX = readFileSync(new URL("../../node_modules/htmx.org/dist/htmx.esm.js", import.meta.url), "utf8");

test("a method that is taken out is still there, and does nothing", () => {
  assert.match(withoutUnused(HTMX), /^ {8}#morph\(.*\) \{ {2}\}$/m);
});

test("what is used stays as it is", () => {
  const swap = /^ {8}async swap\(ctx\) \{.*?^ {8}\}$/ms;
  assert.equal(withoutUnused(HTMX).match(swap)?.[0], HTMX.match(swap)?.[0]);
});

test("an htmx without such a method stops the build", () => {
  assert.throws(() => withoutUnused(HTMX.replace("#morph(oldNode", "#blend(oldNode")), /htmx has no morph/);
});
