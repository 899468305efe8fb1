// What the service worker shows without a connection in place of a team's page.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { phone, reset, shown } from "../support/worker.js";

const PAGE = '<p data-of="page">Not yet</p><p data-of="team" hidden>Of others</p>';

beforeEach(async () => {
  await reset();
  const page = new Response(PAGE, { headers: { "Smallwins-Plain": "1" } });
  await (await caches.open("shell-1")).put("/offline?language=en", page);
  phone.answer = () => Promise.reject(new TypeError("no connection"));
});

for (const path of ["/teams/", "/teams/17", "/teams/17/goals/?after=1", "/organisations/4/wins"]) {
  test(`${path} says that words of others are not on this phone`, async () => {
    assert.equal((await shown(path)).words, '<p hidden>Not yet</p><p data-of="team">Of others</p>');
  });
}

test("any other page says that it is not there yet", async () => {
  assert.equal((await shown("/teamsters")).words, PAGE);
  assert.equal((await shown("/wins/17/edit?x=/teams/17")).words, PAGE);
});
