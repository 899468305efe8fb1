// A page that is open while the person leaves, and one that Back brings, show nothing of theirs.

import assert from "node:assert/strict";
import { test } from "node:test";
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
openPage();
Object.assign(document, { addEventListener: listen, cookie: "", forms: [] });
const led = [];
globalThis.location = { replace: (path) => led.push(path), reload: () => led.push("again") };
const { keepSending } = await import("../../../../static/js/page/outbox/opening.js");
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
