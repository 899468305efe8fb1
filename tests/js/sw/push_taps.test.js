// A tap on a reminder opens the place for it, in this app only; "Later" asks for a snooze.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { asked, fresh, opened, openPush, SAID, shown, windows } from "../support/pushes.js";
import { phone } from "../support/worker.js";

const { shownFor, withTag } = await import("../../../static/js/sw/push_message.js");
const ORIGIN = "https://wins.example";

beforeEach(fresh);

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
