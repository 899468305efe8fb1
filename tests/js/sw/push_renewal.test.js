// With each page the phone's subscription and what the server knows are compared, and made equal.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { phone, reset, store } from "../support/worker.js";

const KEY = btoa("the server's key").replaceAll("=", "");
const OTHER = btoa("another key").replaceAll("=", "");
let current = null;
let made = 0;
const bytes = (key) => Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0)).buffer;
const subscriptionTo = (endpoint, key) => ({
  endpoint,
  options: { applicationServerKey: bytes(key) },
  toJSON: () => ({ endpoint, keys: { p256dh: "p", auth: "a" } }),
  unsubscribe: async () => {
    current = null;
  },
});
globalThis.registration = {
  pushManager: {
    getSubscription: async () => current,
    subscribe: async ({ applicationServerKey, userVisibleOnly }) => {
      assert.equal(userVisibleOnly, true);
      made += 1;
      current = subscriptionTo(`https://push.example/${made}`, applicationServerKey);
      return current;
    },
  },
};
const { compareSubscriptions } = await import("../../../static/js/sw/push_renewal.js");

const json = (said, status = 200) => new Response(JSON.stringify(said), { status });
const serverKnows = (state, key = KEY) => {
  phone.answer = async (_, { method = "GET" }) =>
    method === "GET" ? json({ person: "ana", state, key }) : json({ id: "d2" }, 201);
};
const told = () =>
  phone.asked.filter(({ options }) => options.method === "POST").map(({ options }) => `${options.body}`);

beforeEach(async () => {
  await reset();
  made = 0;
  current = subscriptionTo("https://push.example/0", KEY);
  await store.writeValue("person", "ana");
  await store.writeValue("push", { person: "ana", id: "d1", endpoint: "https://push.example/0" });
  serverKnows("on");
});

test("where all is equal nothing is sent", async () => {
  await compareSubscriptions();
  assert.deepEqual([made, told()], [0, []]);
});

test("where nobody switched reminders on nothing is asked", async () => {
  await store.writeValue("push", null);
  await compareSubscriptions();
  assert.deepEqual(phone.asked, []);
});

test("a subscription that the browser changed is told, and replaces the one before", async () => {
  current = subscriptionTo("https://push.example/changed", KEY);
  await compareSubscriptions();
  assert.deepEqual(told(), ["endpoint=https%3A%2F%2Fpush.example%2Fchanged&p256dh=p&auth=a&replaced=d1&chosen="]);
  assert.equal((await store.readValue("push")).id, "d2");
});

test("a subscription that the browser lost is made again", async () => {
  current = null;
  await compareSubscriptions();
  assert.deepEqual([made, told().length], [1, 1]);
});

test("a device that the server forgot is told again", async () => {
  serverKnows("unknown");
  await compareSubscriptions();
  assert.deepEqual([made, told().length], [0, 1]);
});

test("with another key of the server the phone subscribes again", async () => {
  serverKnows("on", OTHER);
  await compareSubscriptions();
  assert.deepEqual([made, told().length], [1, 1]);
  assert.equal(current.endpoint, "https://push.example/1");
});

test("a device that was switched off elsewhere lets go of its subscription", async () => {
  serverKnows("off");
  await compareSubscriptions();
  assert.deepEqual([current, await store.readValue("push"), told()], [null, null, []]);
});

test("after signing out nothing of the subscription stays", async () => {
  await store.writeValue("person", null);
  await compareSubscriptions();
  assert.deepEqual([current, await store.readValue("push")], [null, null]);
});

test("the next person on the phone is not subscribed for the one before", async () => {
  await store.writeValue("person", "ben");
  await compareSubscriptions();
  assert.deepEqual(phone.asked, []);
});

for (const [says, answer] of [
  ["no connection", async () => Promise.reject(new TypeError("no connection"))],
  ["a page that asks to sign in", async () => ({ type: "opaqueredirect", status: 0 })],
  ["a captive portal", async () => new Response("<p>Welcome</p>")],
  ["a portal that answers with JSON", async () => json({ state: "off", key: KEY })],
]) {
  test(`${says} changes nothing`, async () => {
    phone.answer = answer;
    await compareSubscriptions();
    assert.notEqual(current, null);
    assert.equal((await store.readValue("push")).id, "d1");
  });
}
