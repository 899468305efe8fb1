// Cookies of scripts: over https bound to this host, and sent by no other site.

import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.document = { cookie: "" };
const { cookie, removeCookie, setCookie } = await import("../../../../static/js/page/shared/cookies.js");

test("over https the name binds it to this host", () => {
  globalThis.location = { protocol: "https:" };
  setCookie("zone", "UTC");
  assert.equal(document.cookie, "__Host-zone=UTC; Path=/; Max-Age=31536000; SameSite=Lax; Secure");
  Object.assign(document, { cookie: "zone=Theirs; __Host-zone=UTC" });
  assert.equal(cookie("zone"), "UTC");
  removeCookie("zone");
  assert.equal(document.cookie, "__Host-zone=; Path=/; Max-Age=0; SameSite=Lax; Secure");
});

test("over plain http there is no such name", () => {
  globalThis.location = { protocol: "http:" };
  setCookie("zone", "UTC");
  assert.equal(document.cookie, "zone=UTC; Path=/; Max-Age=31536000; SameSite=Lax");
});
