// The worker is installed although a download failed: the page itself tries again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";

openPage();
document.body.dataset.person = "";
const { registerServiceWorker } = await import("../../../../static/js/page/site/service_worker.js");

/** A worker that is being installed and then says how it went. */
function installing(state) {
  const worker = new EventTarget();
  setImmediate(() => {
    worker.state = state;
    worker.dispatchEvent(new Event("statechange"));
  });
  return worker;
}

/** Let the page register against these outcomes, one a try; returns how often it was tried. */
async function tries(t, ...outcomes) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let count = 0;
  const register = async () => {
    const outcome = outcomes[count++];
    if (outcome === "unreachable") throw new TypeError("a dead line");
    const registration = Object.assign(new EventTarget(), { active: null, waiting: null, installing: null });
    if (outcome === "active") registration.active = {};
    else registration.installing = installing(outcome);
    return registration;
  };
  Object.defineProperty(globalThis, "navigator", { value: { serviceWorker: { register } }, configurable: true });
  let isOver = false;
  registerServiceWorker().then(() => (isOver = true));
  for (let step = 0; step < 50 && !isOver; step++) {
    await new Promise(setImmediate);
    t.mock.timers.tick(60_000);
  }
  return isOver ? count : undefined;
}

test("one that is there is not asked for again", async (t) => assert.equal(await tries(t, "active"), 1));

test("one that installs is not asked for again", async (t) => assert.equal(await tries(t, "installed"), 1));

test("after a dead line and a failed download it is asked for again", async (t) => {
  assert.equal(await tries(t, "unreachable", "redundant", "installed"), 3);
});
