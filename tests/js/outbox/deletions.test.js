// A page of somebody who has left is never cached, however late it comes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPhone } from "../support/browser.js";

const stored = openPhone();
const { deletePages, deletionsSoFar, unlessDeleted } = await import("../../../static/js/outbox/deletions.js");

async function cache() {
  await (await caches.open("pages-ana.en")).put("/", "Today of Ana");
}

test("a page that nobody left in between is cached", async () => {
  await unlessDeleted(await deletionsSoFar(), cache);
  assert.deepEqual([...stored.keys()], ["pages-ana.en"]);
});

test("deleting takes pages and leaves the shell", async () => {
  await caches.open("shell-1");
  await deletePages();
  assert.deepEqual([...stored.keys()], ["shell-1"]);
});

test("a page that was asked for before the deletion is not cached after it", async () => {
  const before = await deletionsSoFar();
  await deletePages();
  await unlessDeleted(before, cache);
  assert.deepEqual([...stored.keys()], ["shell-1"]);
});

test("a page that is being written when the person leaves is deleted", async () => {
  await Promise.all([unlessDeleted(await deletionsSoFar(), cache), deletePages()]);
  assert.deepEqual([...stored.keys()], ["shell-1"]);
});
