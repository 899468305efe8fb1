// What is under a finger does not change until the finger has gone.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const page = new EventTarget();
globalThis.addEventListener = page.addEventListener.bind(page);
const { followHands, handsOff, isHandDown } = await import("../../../../static/js/page/shared/hands.js");
followHands();

/** Resolves with whether the hands are off by now. */
async function areOff(waiting) {
  const soon = new Promise((resolve) => setImmediate(resolve, false));
  return Promise.race([waiting.then(() => true), soon.then(() => new Promise((r) => setTimeout(r, 5, false)))]);
}

beforeEach(() => page.dispatchEvent(new Event("pointerup")));

test("without a finger nothing waits", async () => {
  assert.equal(await areOff(handsOff()), true);
});

for (const end of ["pointerup", "pointercancel"]) {
  test(`while a finger is down it waits, until ${end}`, async () => {
    page.dispatchEvent(new Event("pointerdown"));
    const waiting = handsOff();
    assert.equal(await areOff(waiting), false);
    page.dispatchEvent(new Event(end));
    assert.equal(await areOff(waiting), true);
  });
}

test("after a touch it waits until the click has come, which is in a later task", async () => {
  page.dispatchEvent(new Event("pointerdown"));
  page.dispatchEvent(Object.assign(new Event("pointerup"), { pointerType: "touch" }));
  const waiting = handsOff();
  assert.equal(await areOff(waiting), false);
  page.dispatchEvent(new Event("click"));
  assert.equal(await areOff(waiting), true);
});

test("a touch that makes no click holds nothing up", async () => {
  page.dispatchEvent(new Event("pointerdown"));
  page.dispatchEvent(Object.assign(new Event("pointerup"), { pointerType: "touch" }));
  await handsOff();
  assert.equal(isHandDown(), false);
});

test("what must not move is asked while a finger is down", () => {
  const seen = ["pointerdown", "pointerup"].map((name) => {
    page.dispatchEvent(new Event(name));
    return isHandDown();
  });
  assert.deepEqual(seen, [true, false]);
});

test("a finger that never leaves holds nothing up for longer than two seconds", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  page.dispatchEvent(new Event("pointerdown"));
  const waiting = handsOff();
  t.mock.timers.tick(2_000);
  await waiting;
});
