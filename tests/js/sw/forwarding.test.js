// A request of a page leaves the service worker as it came (decision 24): made new, it would say that it is ours.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const FOLDER = new URL("../../../static/js/sw", import.meta.url).pathname;
const MAKES_ANEW = /\bfetch\(\s*(?:\w+\.)?request\s*,|\bnew Request\(|\brequest\.url\s*,\s*\{/;

const scripts = readdirSync(FOLDER).filter((name) => name.endsWith(".js"));

test("no script of the service worker creates a page's request again", () => {
  const makers = scripts.filter((name) => MAKES_ANEW.test(readFileSync(join(FOLDER, name), "utf8")));
  assert.deepEqual(makers, []);
});

for (const line of ["fetch(request, { signal })", "fetch(event.request, {})", "fetch(new Request(request))"]) {
  test(`${line} would be seen`, () => assert.match(line, MAKES_ANEW));
}
