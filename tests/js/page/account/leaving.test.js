// A phone that was signed out holds nothing of the person, with a connection or without.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { entry } from "../../support/entries.js";
import { openPage } from "../../support/page.js";
import { offline, openWholePhone } from "../../support/phone.js";

const phone = openWholePhone();
const dialog = { addEventListener: (_name, close) => queueMicrotask(close), querySelector: () => ({ dataset: {} }) };
openPage({ elements: { unsent: dialog, "unsent-problem": {} } });
dialog.showModal = () => Object.assign(dialog, { returnValue: "discard" });
globalThis.window = globalThis;
const listeners = {};
document.addEventListener = (name, listener) => Object.assign(listeners, { [name]: listener });
const store = await import("../../../../static/js/outbox/store.js");
const { deletePages } = await import("../../../../static/js/outbox/deletions.js");
const { send } = await import("../../../../static/js/outbox/send.js");
const { finishSignOut } = await import("../../../../static/js/outbox/sign_out.js");
const { wireSignOut } = await import("../../../../static/js/page/account/sign_out.js");
const told = []; // what the phone remembers of a sign-out whenever it tells other tabs
wireSignOut(() => told.push(store.readValue("leaving")));

let badge;
const show = async (count = 0) => {
  badge = count;
};
Object.assign(navigator, { setAppBadge: show, clearAppBadge: () => show() });

const ENDED = async () => Response.json({ person: null });
const values = (...names) => Promise.all(names.map(store.readValue));

async function leave(answer) {
  phone.answer = answer;
  const led = new Promise((resolve) => {
    globalThis.location = { protocol: "https:", replace: resolve };
  });
  listeners.submit({ target: { id: "sign-out" }, preventDefault() {} });
  return led;
}

beforeEach(async () => {
  for (const id of ["sent", "waits"]) {
    const made = await store.add({ ...entry(undefined), id });
    if (id === "sent") await store.update([{ ...made, state: "sent" }]);
  }
  await store.writeValue("person", "ana");
  await store.writeValue("welcomed", "ana");
  await store.writeValue("leaving", false);
  badge = 2;
  phone.tab.setItem("form-page", "/goals/new?subject=ana");
  Object.assign(phone.kept, { "draft:ana:/goals/ 0": "{}", "draft:ben:/goals/ 0": "{}" });
  for (const name of ["pages-ana.en", "pages-ana.ar", "shell-1"]) await (await caches.open(name)).put("/", "Today");
});

async function assertNothingIsLeft() {
  assert.deepEqual([await store.entriesOf("ana"), await store.sentOf("ana")], [[], []]);
  assert.deepEqual(await values("person", "welcomed"), [null, null]);
  assert.deepEqual([...phone.caches.keys()], ["shell-1"]);
  assert.deepEqual(Object.keys(phone.kept), ["draft:ben:/goals/ 0"]);
  assert.deepEqual([Object.keys(phone.tab), badge], [[], 0]);
}

test("signed out offline, nothing is left, and the server is told later", async () => {
  assert.equal(await leave(offline), "/signed-out");
  await assertNothingIsLeft();
  assert.deepEqual(await values("leaving"), [true]);
  phone.answer = ENDED;
  assert.equal(await finishSignOut(), true);
  assert.deepEqual(await values("leaving"), [false]);
});

test("signed out with a connection, nothing is left, and other tabs are told", async () => {
  told.length = 0;
  assert.equal(await leave(ENDED), "/sessions/new");
  await assertNothingIsLeft();
  assert.deepEqual(await values("leaving"), [false]);
  // First while each page that they ask for ends the session, then once it has ended.
  assert.deepEqual(await Promise.all(told), [true, false]);
  const { redirect, cache } = phone.asked.at(-1).options;
  assert.deepEqual([redirect, cache], ["manual", "no-store"]); // a sign-in page is no answer, nor is an old one
});

for (const [says, answer] of [
  ["a portal's page", async () => new Response("<p>Welcome to the hotel</p>")],
  ["a portal's data", async () => Response.json({})],
  ["a failing server", async () => Response.json({ person: null }, { status: 503 })],
]) {
  test(`${says} is no end of the session`, async () => {
    assert.equal(await leave(answer), "/signed-out");
    assert.deepEqual(await values("leaving"), [true]);
  });
}

test("when the session has ended elsewhere, what was sent goes and what waits stays", async () => {
  phone.answer = async () => Response.json({ problem: "Sign in to go on." }, { status: 401 });
  assert.equal(await send("ana", { force: true }), "sign_in");
  assert.deepEqual(await store.sentOf("ana"), []);
  assert.equal((await store.entriesOf("ana")).length > 0, true);
});

test("the redirect of a portal ends no session: what was sent stays", async () => {
  phone.answer = async () => ({ type: "opaqueredirect", status: 0, headers: new Headers() });
  assert.equal(await send("ana", { force: true }), "later");
  assert.notDeepEqual(await store.sentOf("ana"), []);
});

test("each deletion of pages is counted", async () => {
  const [before] = await values("deletions");
  await deletePages();
  assert.deepEqual(await values("deletions"), [(before ?? 0) + 1]);
});
