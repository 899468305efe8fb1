// The worker is installed although a download failed: the page itself tries again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";

const button = {};
const note = { hidden: true, querySelector: () => button };
openPage({ elements: { update: note } });
const { registerServiceWorker } = await import("../../../../static/js/page/site/service_worker.js");

/** A worker that is being installed and then says how it went; one that is installed waits. */
function installing(state, registration) {
  const worker = new EventTarget();
  setImmediate(() => {
    worker.state = state;
    if (state === "installed") registration.waiting = worker;
    worker.dispatchEvent(new Event("statechange"));
  });
  return worker;
}

/** Let the page register against these outcomes, one a try; returns how often it was tried, and what it posted. */
async function tried(t, controller, ...outcomes) {
  const posted = [];
  const active = { postMessage: (message) => posted.push(message) };
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let count = 0;
  const register = async () => {
    const outcome = outcomes[count++];
    if (outcome === "unreachable") throw new TypeError("a dead line");
    const registration = Object.assign(new EventTarget(), { active: null, waiting: null, installing: null });
    if (outcome === "active" || outcome === "replaced") registration.active = {};
    if (outcome === "replaced") registration.waiting = {};
    if (!registration.active) registration.installing = installing(outcome, registration);
    return registration;
  };
  const serviceWorker = { register, controller, ready: Promise.resolve({ active }) };
  Object.defineProperty(globalThis, "navigator", { value: { serviceWorker }, configurable: true });
  let isOver = false;
  registerServiceWorker().then(() => (isOver = true));
  for (let step = 0; step < 50 && !isOver; step++) {
    await new Promise(setImmediate);
    t.mock.timers.tick(60_000);
  }
  return { tries: isOver ? count : undefined, posted };
}

test("one that is there is not asked for again", async (t) => {
  assert.equal((await tried(t, {}, "active")).tries, 1);
});

test("one that installs is not asked for again", async (t) => {
  assert.equal((await tried(t, {}, "installed")).tries, 1);
});

test("after a dead line and a failed download it is asked for again", async (t) => {
  assert.equal((await tried(t, {}, "unreachable", "redundant", "installed")).tries, 3);
});

test("a page that was on its way while the worker became active asks to be claimed", async (t) => {
  assert.deepEqual((await tried(t, null, "active")).posted, ["claim pages"]);
});

test("a page that has its worker asks for nothing", async (t) => {
  assert.deepEqual((await tried(t, {}, "active")).posted, []);
});

test("the first worker is no new version", async (t) => {
  await tried(t, null, "installed");
  assert.equal(note.hidden, true);
});

test("a newer one that waits is offered", async (t) => {
  await tried(t, {}, "replaced");
  assert.equal(note.hidden, false);
});
