// A page that is open shows nothing of who signs in next, and nothing of a stranger's answer.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openPage } from "../../support/page.js";
import { openWholePhone } from "../../support/phone.js";

const phone = openWholePhone();
openPage();
let hear;
let led = [];
const shown = [];
Object.assign(globalThis, { window: globalThis, addEventListener() {}, setInterval() {}, scrollY: 0 });
Object.assign(navigator, {
  serviceWorker: { addEventListener: (_name, heard) => Object.assign(globalThis, { hear: heard }) },
});
Object.assign(document, { addEventListener() {}, hidden: false });
globalThis.BroadcastChannel = class {
  postMessage() {}
};
globalThis.DOMParser = class {
  parseFromString(person) {
    shown.push(person);
    return { body: { dataset: { person, rev: "1" } }, querySelector: () => null, querySelectorAll: () => [] };
  }
};
globalThis.location = { pathname: "/", href: "https://wins.example/", reload: () => led.push("again") };
const { putInPlace } = await import("../../../../static/js/page/outbox/newer.js");
const { hearWorker, makeOld, noteSeen, wireRenewal } = await import("../../../../static/js/page/outbox/renewal.js");
hearWorker();
hear = globalThis.hear;
wireRenewal(async () => {});

const answer = (person, more = {}) =>
  new Response(person, { headers: person ? { "Smallwins-Person": person } : {}, ...more });

beforeEach(() => {
  led = [];
  shown.length = 0;
});

test("a page of somebody else is not put in the place of this one", async () => {
  document.documentElement.dataset.from = "phone";
  assert.equal(await putInPlace("ben"), false);
  assert.deepEqual([led, document.documentElement.dataset.from], [["again"], "phone"]);
  assert.equal(await putInPlace("ana"), true);
  assert.deepEqual([led, document.documentElement.dataset.from], [["again"], "server"]);
});

test("when another page of this phone is somebody else's, this one is left", () => {
  noteSeen({ person: "ana", rev: 1 });
  assert.deepEqual(led, []);
  noteSeen({ person: "ben", rev: 1 });
  assert.deepEqual(led, ["again"]);
});

for (const [says, person, leads, draws] of [
  ["the same person's is shown", "ana", [], ["ana"]],
  ["somebody else's makes this page go", "ben", ["again"], []],
  ["a portal's is not looked at", "", [], []],
]) {
  test(`of the answers to a page that is asked for again, ${says}`, async () => {
    phone.answer = async () => answer(person);
    await makeOld();
    assert.deepEqual([led, shown], [leads, draws]);
  });
}

test("a late answer of nobody makes the page go", async () => {
  await hear({ data: { late: "nobody" } });
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(led, ["again"]);
});
