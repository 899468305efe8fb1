// Whose pages the service worker keeps and shows, and what it lets go of.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { entry } from "../support/entries.js";
import { offline } from "../support/phone.js";
import { deletions, keep, kept, missing, ours, phone, reset, shown, store } from "../support/worker.js";

const { sendInBackground } = await import("../../../static/js/sw/background.js");
const { cacheOlder, cachePages, cacheToday, seenOf } = await import("../../../static/js/sw/caching.js");
const { answerToForm } = await import("../../../static/js/sw/forms.js");

beforeEach(reset);

test("a page of the next person replaces the pages and sent entries of the one before", async () => {
  await keep("ana");
  assert.equal((await store.sentOf("ana")).length, 1);
  await keep("ben");
  assert.deepEqual(kept(), ["pages-ben.en"]);
  assert.deepEqual(await store.sentOf("ana"), []);
});

test("a page of another person is not cached behind the page that was shown", async () => {
  phone.answer = async () => ours("ben");
  await cacheOlder(seenOf(ours("ana"), "ana", await deletions()));
  assert.deepEqual(kept(), []);
});

for (const [says, page] of [
  ["a page of nobody", ours("nobody")],
  ["a page that is not found", missing()],
]) {
  test(`${says} is not cached as Today`, async () => {
    phone.answer = async () => page;
    await cacheToday();
    assert.deepEqual(kept(), []);
  });
}

test("a page that was asked for before the person left is not cached", async () => {
  const before = await deletions();
  await store.writeValue("deletions", before + 1);
  await cachePages("/", ours("ana"), seenOf(ours("ana"), "ana", before));
  assert.deepEqual(kept(), []);
});

test("a page of nobody lets go of the pages and of what was sent", async () => {
  await keep("ana");
  phone.answer = async () => ours("nobody", "Sign in");
  const { words, later } = await shown();
  assert.equal(words, "Sign in");
  await later();
  assert.deepEqual([kept(), await store.sentOf("ana")], [[], []]);
});

test("the front page is for strangers: where somebody was signed in it leads to sign-in", async () => {
  phone.answer = async () => ours("nobody", "What the app is");
  assert.equal((await shown()).words, "What the app is");
  await store.writeValue("person", null); // as signing out leaves it
  assert.equal((await shown()).location, "https://wins.example/sessions/new");
  assert.equal((await shown("/help/")).words, "What the app is");
});

test("as long as the server does not know that the person left, no page opens and no form goes", async () => {
  await keep("ana");
  await store.writeValue("leaving", true);
  phone.answer = offline;
  phone.asked.length = 0;
  assert.equal((await shown()).words, "/signed-out");
  assert.equal(await (await answerToForm({ url: "https://wins.example/goals/" })).text(), "/signed-out");
  assert.deepEqual([...new Set(phone.asked.map(({ request }) => request))], ["/sessions/current"]);
});

test("without a person nothing is sent with the app closed, whoever's it is", async () => {
  await store.writeValue("person", null);
  const waiting = [null, "ana"].map((person) => ({ ...entry(undefined), id: `of ${person}`, person }));
  for (const one of waiting) await store.add(one);
  await sendInBackground();
  await store.remove(waiting.map(({ id }) => id));
  assert.deepEqual(phone.asked, []);
});

test("pages that an older version of the app cached are cached again", async () => {
  await keep("ana");
  await keep("ana", "/wins/");
  globalThis.__VERSION__ = "2";
  await cachePages("/", ours("ana", "Newer"), seenOf(ours("ana"), "ana", await deletions()));
  globalThis.__VERSION__ = "1";
  const asked = phone.asked.map(({ request }) => request);
  assert.equal(asked.includes("/wins/?kept=200"), true);
});
