// What the service worker makes of answers that come late, or say that something went wrong.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { keep, kept, missing, ours, phone, REDIRECT, reset, shown, store, told } from "../support/worker.js";

beforeEach(reset);

for (const [says, late, tells] of [
  ["redirect to sign-in", REDIRECT, ["nobody"]],
  ["page of nobody", ours("nobody"), ["nobody"]],
]) {
  test(`a late ${says} lets go of them too, and the page is told`, async () => {
    await keep("ana");
    await answeredLate(late);
    assert.deepEqual([kept(), await store.sentOf("ana"), told], [[], [], tells]);
  });
}

test("a late page that is not found is not shown in the place of the one that was kept", async () => {
  await keep("ana");
  await answeredLate(missing());
  assert.deepEqual(told, []);
});

async function answeredLate(late) {
  let arrive;
  const waiting = new Promise((resolve) => {
    arrive = resolve;
  });
  phone.answer = async (request) => (request === "/offline" ? ours("nobody") : waiting);
  const { words, later } = await shown();
  assert.equal(words, "Today of ana");
  arrive(late);
  await later();
}

test("a page that is not found is not kept", async () => {
  phone.answer = async () => missing();
  await (await shown("/goals/")).later();
  assert.deepEqual(kept(), []);
});

test("a server that fails does not hide the page that is kept", async () => {
  await keep("ana");
  phone.answer = async () => new Response("Wrong", { status: 500, headers: ours("ana").headers });
  assert.equal((await shown()).words, "Today of ana");
});
