// Sending, with a store in memory and a network that each test makes up.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Sender } from "../../../static/js/outbox/sender.js";
import { entry, sendableOf } from "../support/entries.js";

function storeOf(...entries) {
  const kept = new Map(entries.map((one) => [one.seq, one]));
  return {
    kept,
    sendable: async (_person, most, aside) => sendableOf(kept, most, aside),
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
  return new Sender({ store, fetch, now, chance: () => 0.5, lock: (work) => work() });
}

test("an entry that the server fails on is set aside, and the others are sent", async () => {
  const store = storeOf(...[1, 2, 3, 4, 5].map((seq) => entry(seq)));
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

test("an answer that judges nothing is not asked for again at once", async () => {
  let asked = 0;
  const sender = senderOf(storeOf(entry(1), entry(2)), async () => {
    asked += 1;
    return Response.json({ person: "ana", rev: 1, verdicts: [{ id: "id-2", verdict: "postponed" }] });
  });
  assert.equal(await sender.send("ana"), "later");
  assert.equal(asked, 1);
});

test("after a failure only a few are tried until one has gone, or until there is a new line", async () => {
  const store = storeOf(...Array.from({ length: 150 }, (_, n) => entry(n + 1)));
  const sizes = [];
  let isThere = false;
  const fetch = async (_url, { body }) => {
    const { entries } = JSON.parse(body);
    sizes.push(entries.length);
    if (!isThere) throw new TypeError("offline");
    return answer(entries);
  };
  const sender = senderOf(store, fetch);
  for (let tap = 0; tap < 2; tap++) await sender.send("ana", { force: true });
  sender.wake(true);
  await sender.send("ana");
  await sender.send("ana", { force: true });
  isThere = true;
  await sender.send("ana", { force: true });
  assert.deepEqual(sizes, [100, 10, 100, 10, 10, 100, 40]);
});
