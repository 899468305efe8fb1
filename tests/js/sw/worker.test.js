// Whose pages the service worker keeps and shows, and what it lets go of.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { entry } from "../support/entries.js";
import { offline, openWholePhone } from "../support/phone.js";

const phone = openWholePhone();
const told = [];
Object.assign(globalThis, {
  self: globalThis,
  location: new URL("https://wins.example/"),
  clients: { get: async () => ({ postMessage: ({ late }) => told.push(late) }) },
  __VERSION__: "1",
  __SHELL__: [],
  __LANGUAGES__: ["en", "ar"],
});
const store = await import("../../../static/js/outbox/store.js");
const { sendInBackground } = await import("../../../static/js/sw/background.js");
const { cacheOlder, cachePages, cacheToday, seenOf } = await import("../../../static/js/sw/caching.js");
const { answerToForm } = await import("../../../static/js/sw/forms.js");
const { pageFor } = await import("../../../static/js/sw/navigation.js");

const ours = (person, words = "Today") => {
  const headers = { "Content-Type": "text/html", "Content-Language": "en", "Smallwins-Rev": "1" };
  return new Response(words, { headers: { ...headers, "Smallwins-Person": person, Date: new Date().toUTCString() } });
};
const PORTAL = async () => new Response("<p>Welcome</p>", { headers: { "Content-Type": "text/html" } });
const REDIRECT = { type: "opaqueredirect", status: 0, headers: new Headers() };

const missing = () => new Response("", { status: 404, headers: ours("ana").headers });

async function shown(path = "/") {
  const waiting = [];
  const event = { request: { url: `https://wins.example${path}` }, waitUntil: (work) => waiting.push(work) };
  const page = await pageFor(event);
  return { words: await page.text?.(), later: () => Promise.all(waiting) };
}

async function keep(person, path = "/") {
  phone.answer = async () => ours(person, `Today of ${person}`);
  await cachePages(path, ours(person, `Today of ${person}`), seenOf(ours(person), person, await deletions()));
}

const deletions = async () => (await store.readValue("deletions")) ?? 0;
const kept = () => [...phone.caches.keys()].filter((name) => name.startsWith("pages-"));

beforeEach(async () => {
  phone.caches.clear();
  phone.asked.length = 0;
  told.length = 0;
  for (const name of ["/offline", "/signed-out", "/not-sent"]) {
    const page = new Response(name, { headers: { "Smallwins-Plain": "1" } });
    await (await caches.open("shell-1")).put(`${name}?language=en`, page);
  }
  await store.writeValue("leaving", false);
  await store.removeSent();
  const made = await store.add({ ...entry(undefined), id: "sent" });
  await store.update([{ ...made, state: "sent" }]);
});

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

test("a portal's page is never shown: what is cached is, or that there is no connection", async () => {
  phone.answer = PORTAL;
  assert.equal((await shown()).words, "/offline");
  await keep("ana");
  phone.answer = PORTAL;
  assert.equal((await shown()).words, "Today of ana");
});

test("a page of nobody lets go of the pages and of what was sent", async () => {
  await keep("ana");
  phone.answer = async () => ours("nobody", "Sign in");
  const { words, later } = await shown();
  assert.equal(words, "Sign in");
  await later();
  assert.deepEqual([kept(), await store.sentOf("ana")], [[], []]);
});

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
  phone.answer = () => waiting;
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

test("as long as the server does not know that the person left, no page opens and no form goes", async () => {
  await keep("ana");
  await store.writeValue("leaving", true);
  phone.answer = offline;
  phone.asked.length = 0;
  assert.equal((await shown()).words, "/signed-out");
  assert.equal(await (await answerToForm({ url: "https://wins.example/goals/" })).text(), "/signed-out");
  assert.deepEqual([...new Set(phone.asked.map(({ request }) => request))], ["/sessions/current"]);
});

test("a portal's answer to a form is none; one of ours is", async () => {
  phone.answer = PORTAL;
  assert.equal(await (await answerToForm({ url: "https://wins.example/goals/" })).text(), "/not-sent");
  phone.answer = async () => ours("ana", "Give a name");
  assert.equal(await (await answerToForm({ url: "https://wins.example/goals/" })).text(), "Give a name");
});

test("without a person nothing is sent with the app closed", async () => {
  await store.writeValue("person", null);
  await sendInBackground();
  assert.deepEqual(phone.asked, []);
});
