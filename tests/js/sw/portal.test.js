// What a captive portal answers in the server's place, to pages, forms and the switch of the language.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { HOTEL, keep, kept, ours, PORTAL, phone, REDIRECT, reset, shown, store, told } from "../support/worker.js";

const { answerToForm } = await import("../../../static/js/sw/forms.js");
const { switchLanguage } = await import("../../../static/js/sw/language.js");
const { pageFor } = await import("../../../static/js/sw/navigation.js");

beforeEach(reset);

test("a portal's page is never shown: what is cached is, or that there is no connection", async () => {
  phone.answer = PORTAL;
  assert.equal((await shown()).words, "/offline");
  await keep("ana");
  phone.answer = PORTAL;
  assert.equal((await shown()).words, "Today of ana");
});

for (const redirected of [0, 400]) {
  test(`the redirect of a portal after ${redirected} ms is no answer, and nothing is let go of`, async () => {
    await keep("ana");
    phone.answer = async (request) => {
      if (request === "/offline") return HOTEL;
      await new Promise((resolve) => setTimeout(resolve, redirected));
      return REDIRECT;
    };
    const { words, later } = await shown();
    await later();
    assert.deepEqual([words, kept(), told], ["Today of ana", ["pages-ana.en"], []]);
    assert.equal((await store.sentOf("ana")).length, 1);
  });
}

test("a redirect of ours leads on", async () => {
  phone.answer = async (request) => (request === "/offline" ? ours("nobody") : REDIRECT);
  const event = { request: { url: "https://wins.example/" }, waitUntil() {} };
  assert.equal((await pageFor(event)).type, "opaqueredirect");
});

for (const [path, says] of [
  ["/goals/", "/not-sent"],
  ["/sessions/", "/not-sent"],
]) {
  test(`the redirect of a portal is no answer to a form to ${path}`, async () => {
    phone.answer = async (request) => (request === "/offline" ? HOTEL : REDIRECT);
    assert.equal(await (await answerToForm({ url: `https://wins.example${path}` })).text(), says);
  });
}

test("a portal's page or redirect is no answer to the switch of the language", async () => {
  const request = { url: "https://wins.example/languages/", clone: () => new Request("https://wins.example/") };
  Response.redirect = (path) => `leads to ${path}`; // Node knows no page that a path is of
  for (const answer of [await PORTAL(), REDIRECT]) {
    phone.answer = async (asked) => (asked === "/offline" ? HOTEL : answer);
    assert.equal(await switchLanguage(request), "leads to /");
  }
});

test("a portal's answer to a form is none; one of ours is", async () => {
  phone.answer = PORTAL;
  assert.equal(await (await answerToForm({ url: "https://wins.example/goals/" })).text(), "/not-sent");
  phone.answer = async () => ours("ana", "Give a name");
  assert.equal(await (await answerToForm({ url: "https://wins.example/goals/" })).text(), "Give a name");
});

test("without an answer a kept page is shown for an address with a query, too", async () => {
  await keep("ana", "/settings/");
  phone.answer = async () => Promise.reject(new Error("no network"));
  assert.equal((await shown("/settings/?saved=theme")).words, "Today of ana");
  assert.equal((await shown("/settings/areas/edit")).words, "/offline");
});
