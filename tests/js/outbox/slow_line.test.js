// A line that cannot carry a whole batch in time gets smaller ones, down to one entry.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesAfter, FIRST_BYTES, mostAfter } from "../../../static/js/outbox/pace.js";
import { MOST_BYTES, nextBatch } from "../../../static/js/outbox/plan.js";
import { Sender } from "../../../static/js/outbox/sender.js";
import { entry, sendableOf } from "../support/entries.js";

/** Return a sender of `count` entries on a line that carries `bearable` at most, and the sizes that it tried. */
function senderOn(bearable, count, t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const kept = new Map(Array.from({ length: count }, (_, n) => [n + 1, entry(n + 1)]));
  const sizes = [];
  let clock = 0;
  const store = {
    sendable: async (_person, most, aside) => sendableOf(kept, most, aside),
    update: async (changed) => {
      for (const one of changed) kept.set(one.seq, one);
    },
  };
  const fetch = (_url, { body, signal }) => {
    const { entries } = JSON.parse(body);
    sizes.push(entries.length);
    if (entries.length <= bearable) {
      clock += 5_000; // slow, but in time
      const verdicts = entries.map(({ id }) => ({ id, verdict: "stored" }));
      return Promise.resolve(Response.json({ person: "ana", rev: 1, verdicts }));
    }
    return new Promise((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      setImmediate(() => t.mock.timers.tick(8_000));
    });
  };
  const sender = new Sender({ store, fetch, now: () => clock, chance: () => 0.5, lock: (work) => work() });
  const send = () => sender.send("ana", { force: true });
  return { send, sizes, left: () => [...kept.values()].filter(({ state }) => state !== "sent").length };
}

test("a batch that is late is halved until it goes, and that size stays", async (t) => {
  const { send, sizes, left } = senderOn(30, 100, t);
  assert.equal(await send(), "");
  assert.deepEqual(sizes, [100, 50, 25, 25, 25, 25]);
  assert.equal(left(), 0);
});

test("on a dead line it pauses after three, and goes on with smaller ones", async (t) => {
  const { send, sizes } = senderOn(0, 100, t);
  assert.equal(await send(), "later");
  assert.deepEqual(sizes, [100, 50, 25]);
  assert.equal(await send(), "later");
  assert.deepEqual(sizes.slice(3), [10, 5, 3]);
});

test("a single entry on such a line has half a minute", async (t) => {
  const { send, sizes } = senderOn(0, 2, t);
  let isOver = false;
  const sent = send().then((trouble) => {
    isOver = true;
    return trouble;
  });
  await until(() => sizes.length === 2);
  await settled();
  assert.equal(isOver, false); // the first eight seconds are over
  t.mock.timers.tick(22_000);
  assert.equal(await sent, "later");
});

test("an answer that comes soon lets the next one be twice as large, up to a hundred", () => {
  assert.equal(mostAfter(4, { sent: 4, late: false, took: 100 }), 8);
  assert.equal(mostAfter(64, { sent: 64, late: false, took: 100 }), 100);
  assert.equal(mostAfter(4, { sent: 4, late: false, took: 7_000 }), 4);
});

async function until(isTrue) {
  while (!isTrue()) await settled();
}

function settled() {
  return new Promise(setImmediate);
}

test("a hundred entries of 2,000 characters go in requests that 64 kbit/s carry in time", () => {
  const long = (n) => entry(n, { fields: { what: "x".repeat(2_000), kind: "quick" } });
  const waiting = Array.from({ length: 100 }, (_, n) => long(n + 1));
  let took = 0;
  while (waiting.length) {
    const sent = waiting.splice(0, nextBatch(waiting, 100, FIRST_BYTES).length);
    const seconds = JSON.stringify(sent).length / 8_000 + 0.8;
    assert.ok(seconds < 8, "else it is given up");
    took += seconds;
  }
  assert.ok(took < 60);
});

test("a quick line gets more bytes at a time, up to 200 kB; a slow one as many as before", () => {
  assert.deepEqual([bytesAfter(FIRST_BYTES, 500), bytesAfter(FIRST_BYTES, 5_000)], [2 * FIRST_BYTES, FIRST_BYTES]);
  assert.equal(bytesAfter(MOST_BYTES, 500), MOST_BYTES);
});

test("a failure that says nothing new about entries writes none of them again", async () => {
  let writes = 0;
  const kept = new Map([[1, entry(1)]]);
  const store = {
    sendable: async (_person, most, aside) => sendableOf(kept, most, aside),
    update: async (changed) => {
      writes += 1;
      for (const one of changed) kept.set(one.seq, one);
    },
  };
  const fetch = () => Promise.reject(new Error("no network"));
  const sender = new Sender({ store, fetch, lock: (work) => work() });
  for (let tap = 0; tap < 3; tap++) await sender.send("ana", { force: true });
  assert.equal(writes, 1);
});
