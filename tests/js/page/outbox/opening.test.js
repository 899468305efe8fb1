// A page that is open while the person leaves, and one that Back brings, show nothing of theirs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "../../support/entries.js";
import { openPage } from "../../support/page.js";
import { openWholePhone } from "../../support/phone.js";

const { kept } = openWholePhone();
const listeners = {};
const listen = (name, listener) => Object.assign(listeners, { [name]: listener });
let hear;
globalThis.BroadcastChannel = class {
  set onmessage(heard) {
    hear = heard;
  }
};
Object.assign(globalThis, { addEventListener: listen, setInterval() {}, window: globalThis });
openPage({ elements: { status: { dataset: {}, replaceChildren() {} } } });
Object.assign(document, { addEventListener: listen, cookie: "", forms: [] });
const led = [];
globalThis.location = { replace: (path) => led.push(path), reload: () => led.push("again") };
const store = await import("../../../../static/js/outbox/store.js");
const { bringUpToDate, keepSending } = await import("../../../../static/js/page/outbox/opening.js");
keepSending();

test("a page that Back brings from memory is loaded again, another is not", () => {
  listeners.pageshow({ persisted: false });
  assert.deepEqual(led, []);
  listeners.pageshow({ persisted: true });
  assert.deepEqual(led, ["again"]);
});

test("a tab in which the person did not sign out leaves, too", () => {
  kept.setItem("draft:ana:/goals/ 0", "{}");
  led.length = 0;
  hear({ data: "left" });
  assert.deepEqual([led, Object.keys(kept)], [["/"], []]);
});

test("of what was sent the phone keeps the last 200", async () => {
  for (let number = 0; number < 202; number++) {
    const made = await store.add({ ...entry(undefined), id: `sent-${number}`, rev: 0 });
    await store.update([{ ...made, state: "sent" }]);
  }
  await bringUpToDate(() => {});
  assert.deepEqual((await store.sentOf("ana")).length, 200);
});
