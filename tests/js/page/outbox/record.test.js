// The way of a tap through htmx, on a phone that cannot store anything: Node has no IndexedDB.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";

openPage({ templates: { checkin: "{rating}" } });
const listeners = {};
document.addEventListener = (name, listener) => Object.assign(listeners, { [name]: listener });
const { takeOver } = await import("../../../../static/js/page/outbox/record.js");
takeOver({ tapped() {}, stored() {}, sentDirectly() {}, notSaved() {} });

function tap(rating) {
  const data = new FormData();
  data.set("rating", rating);
  const resets = [];
  const form = { dataset: { verb: "check_in" }, matches: () => false, reset: () => resets.push(rating) };
  const ctx = { sourceElement: form, request: { body: data, submitter: null } };
  listeners["htmx:config:request"]({ detail: { ctx } });
  return { resets, answer: ctx.fetch("/checkins/", { method: "POST" }) };
}

test("after an answer the same number can be tapped again", async () => {
  globalThis.fetch = async () => new Response("", { headers: { "Smallwins-Person": "ana" } });
  const { resets, answer } = tap("7");
  assert.deepEqual(resets, [], "the second tap of a double tap is no second answer");
  await answer;
  assert.deepEqual(resets, ["7"]);
});

test("the answer of a portal is none: what the phone cannot store was not saved", async () => {
  globalThis.fetch = async () => new Response("<h1>Welcome to the hotel</h1>");
  await assert.rejects(tap("7").answer);
});

test("after an answer that was not saved the same number can be tapped again", async () => {
  globalThis.fetch = async () => Promise.reject(new Error("no network"));
  const { resets, answer } = tap("7");
  await assert.rejects(answer);
  assert.deepEqual(resets, ["7"]);
});

for (const [says, answer] of [
  ["a failing server's", new Response("", { status: 500 })],
  ["a sign-in page", Object.defineProperty(new Response("Sign in"), "redirected", { value: true })],
]) {
  test(`${says} answer has not saved it`, async () => {
    globalThis.fetch = async () => answer;
    await assert.rejects(tap("7").answer);
  });
}
