// Reminders that arrive on a phone: always shown, never twice, quietly when all is done; a tap opens the place for it.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { entry } from "../support/entries.js";
import { phone, reset, store } from "../support/worker.js";

const shown = [];
const windows = [];
const opened = [];
Object.assign(globalThis, {
  registration: { showNotification: async (title, options) => void shown.push({ title, ...options }) },
  clients: { matchAll: async () => windows, openWindow: async (path) => void opened.push(path) },
});
const { openPush, showPush } = await import("../../../static/js/sw/push.js");
const { shownFor, withTag } = await import("../../../static/js/sw/push_message.js");

const ORIGIN = "https://wins.example";
const SAID = {
  web_push: 8030,
  app_badge: 1,
  notification: {
    ...{ title: "Time to check in", body: "How confident are you?", lang: "en", dir: "ltr", tag: "t1" },
    navigate: "https://wins.example/checkins/new",
    actions: [
      { action: "open", title: "Check in", navigate: "https://wins.example/checkins/new" },
      { action: "later", title: "Later", navigate: "https://wins.example/reminders/" },
    ],
    data: { device: "d1", kind: "check_in", what: "check_in", day: "2026-11-30", number: 1, done: "Done already." },
  },
};
const arrives = (said = SAID) => showPush({ data: { text: () => JSON.stringify(said) } });
const asked = () => phone.asked.map(({ request, options }) => `${options.method} ${request} ${options.body}`);

beforeEach(async () => {
  await reset();
  for (const list of [shown, windows, opened]) list.length = 0;
  await store.writeValue("pushed", []);
  await store.writeValue("person", "ana");
  await store.remove(await store.sentOf("ana"));
  phone.answer = async () => new Response(null, { status: 204 });
});

test("a push is shown as it says, in its language and direction", async () => {
  await arrives();
  const [{ title, body, lang, dir, tag, actions, silent }] = shown;
  assert.deepEqual([title, body, lang, dir, tag], ["Time to check in", "How confident are you?", "en", "ltr", "t1"]);
  assert.deepEqual(actions, [
    { action: "open", title: "Check in" },
    { action: "later", title: "Later" },
  ]);
  assert.equal(silent, undefined);
});

test("the server learns that it was shown", async () => {
  await arrives();
  assert.deepEqual(asked(), ["PATCH /reminders/devices/d1 event=shown"]);
});

for (const [what, data] of [
  ["nothing", null],
  ["no JSON", { text: () => "Hello" }],
  ["JSON of others", { text: () => "[1]" }],
  ["null", { text: () => "null" }],
]) {
  test(`a push with ${what} is shown all the same`, async () => {
    await showPush({ data });
    assert.equal(shown[0].title, "Small Wins");
    assert.equal(shown[0].data.path, "/");
  });
}

test("what is delivered twice replaces itself without a sound", async () => {
  await arrives();
  await arrives();
  assert.deepEqual(
    shown.map(({ tag, silent }) => [tag, silent]),
    [
      ["t1", undefined],
      ["t1", true],
    ],
  );
});

for (const state of ["waiting", "sent"]) {
  test(`a check-in that is ${state} on this phone makes its reminder calm`, async () => {
    const made = await store.add({ ...entry(undefined), id: `c-${state}`, verb: "check_in", at: Date.now() });
    if (state === "sent") await store.update([{ ...made, state: "sent" }]);
    await arrives();
    assert.deepEqual([shown[0].body, shown[0].silent, shown[0].actions], ["Done already.", true, []]);
    await store.remove([made]);
  });
}

test("a phone whose storage fails still shows it", async () => {
  const { open } = indexedDB;
  const broken = { data: { text: () => JSON.stringify(SAID) } };
  indexedDB.open = () => {
    throw new Error("no storage");
  };
  try {
    await showPush(broken);
  } finally {
    indexedDB.open = open;
  }
  assert.equal(shown[0].title, "Time to check in");
});

const tapped = (action = "") => {
  const { title, options } = shownFor(JSON.stringify(SAID), ORIGIN);
  const closed = [];
  const notification = { title, ...options, close: () => closed.push(title) };
  return openPush({ notification, action }).then(() => closed.length === 1);
};

for (const action of ["", "open"]) {
  test(`a tap on ${action || "it"} opens the check-in, and the server learns of it`, async () => {
    assert.equal(await tapped(action), true);
    assert.deepEqual(opened, ["/checkins/new"]);
    assert.deepEqual(asked(), ["PATCH /reminders/devices/d1 event=opened"]);
  });
}

test("an open window of the app is used", async () => {
  const led = [];
  windows.push({ focus: async () => {}, navigate: async (path) => void led.push(path) });
  await tapped();
  assert.deepEqual([led, opened], [["/checkins/new"], []]);
});

test("Later asks the server for a snooze and opens nothing", async () => {
  await tapped("later");
  assert.deepEqual(asked(), ["POST /snoozes/ what=check_in&day=2026-11-30&number=1"]);
  assert.deepEqual([opened, shown], [[], []]);
});

test("Later without a connection leaves the notification there", async () => {
  phone.answer = async () => {
    throw new TypeError("no connection");
  };
  await tapped("later");
  assert.deepEqual([shown[0].tag, shown[0].silent], ["t1", true]);
});

for (const [address, path] of [
  ["https://wins.example/checkins/new", "/checkins/new"],
  ["https://other.example/wins/?a=1", "/wins/?a=1"], // the server's own name for this app
  ["javascript:alert(1)", "/"],
  ["//evil.example/x", "/x"],
  [undefined, "/"],
]) {
  test(`${address} leads to ${path} of this app`, () => {
    const said = { ...SAID, notification: { ...SAID.notification, navigate: address } };
    assert.equal(shownFor(JSON.stringify(said), ORIGIN).options.data.path, path);
  });
}

test("the last twenty tags are remembered", () => {
  const many = Array.from({ length: 25 }, (_, number) => `t${number}`);
  const tags = many.reduce(withTag, []);
  assert.deepEqual([tags.length, tags[0], tags.at(-1)], [20, "t5", "t24"]);
});
