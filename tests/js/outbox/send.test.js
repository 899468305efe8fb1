// Sending, over a store in memory and a network that a test makes up.

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeSender } from "../../../static/js/outbox/send.js";

const entry = (seq) => ({
  v: 1,
  id: `id-${seq}`,
  seq,
  person: "ana",
  verb: "log_win",
  at: 0,
  offset: 0,
  zone: "UTC",
  fields: { what: "x" },
  state: "saved",
  tries: 0,
});

function storeOf(...entries) {
  const kept = new Map(entries.map((one) => [one.seq, one]));
  return {
    kept,
    entriesOf: async () => [...kept.values()].filter(({ state }) => state !== "sent"),
    update: async (changed) => {
      for (const one of changed) kept.set(one.seq, one);
    },
  };
}

const answer = (entries) =>
  Response.json({
    person: "ana",
    rev: 1,
    verdicts: entries.map(({ id }) => ({ id, verdict: "stored" })),
  });

function senderOf(store, fetch, now = () => 0) {
  return makeSender({ store, fetch, now, chance: () => 0.5, lock: (work) => work() });
}

test("an entry that the server fails on is set aside, and the others are sent", async () => {
  const store = storeOf(...[1, 2, 3, 4, 5].map(entry));
  const fetch = async (_url, { body }) => {
    const { entries } = JSON.parse(body);
    return entries.some(({ id }) => id === "id-3") ? new Response("", { status: 500 }) : answer(entries);
  };
  assert.equal(await senderOf(store, fetch).send("ana"), "later");
  const states = [...store.kept.values()].map(({ state }) => state);
  assert.deepEqual(states, ["sent", "sent", "saved", "sent", "sent"]);
  assert.equal(store.kept.get(3).tries, 1);
});

test("after a failure it waits, unless it is woken", async () => {
  let asked = 0;
  const sender = senderOf(storeOf(entry(1)), async () => {
    asked += 1;
    throw new TypeError("offline");
  });
  await sender.send("ana");
  await sender.send("ana");
  assert.equal(asked, 1);
  sender.wake();
  await sender.send("ana");
  assert.equal(asked, 2);
});

const hangs = (_url, { signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });

test("a request that has hung for more than a second is given up when the phone wakes", async () => {
  let clock = 0;
  const sender = senderOf(storeOf(entry(1)), hangs, () => clock);
  const sent = sender.send("ana");
  await new Promise(setImmediate);
  clock = 1_001;
  sender.wake();
  assert.equal(await sent, "later");
});

test("on a new line a younger one is given up a little later", { timeout: 5_000 }, async () => {
  const sender = senderOf(storeOf(entry(1)), hangs);
  const sent = sender.send("ana");
  await new Promise(setImmediate);
  sender.wake(true);
  assert.equal(await sent, "later");
});
