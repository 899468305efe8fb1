// Which answers to a page are the server's.

import assert from "node:assert/strict";
import { test } from "node:test";
import { askServer } from "../../../../static/js/page/shared/answers.js";

const OURS = { "Smallwins-Person": "ana", "Content-Type": "text/html" };

async function isTaken(headers, status = 200) {
  globalThis.fetch = async () => new Response("Hello", { status, headers });
  return askServer("/lessons/", {}).then(
    () => true,
    () => false,
  );
}

test("what names a person, or nobody, is the server's, an error too", async () => {
  assert.equal(await isTaken(OURS), true);
  assert.equal(await isTaken({ ...OURS, "Smallwins-Person": "nobody" }, 401), true);
});

for (const type of ["text/html", "text/plain", "application/json", ""]) {
  test(`a portal's answer as "${type}" is none`, async () =>
    assert.equal(await isTaken({ "Content-Type": type }), false));
}
