// The request of the outbox: with our own cookie, to nowhere else, and stored by no cache.

import assert from "node:assert/strict";
import { test } from "node:test";
import { meaningOf } from "../../../static/js/outbox/plan.js";
import { post } from "../../../static/js/outbox/request.js";
import { entry } from "../support/entries.js";

test("a batch goes to our own address only, and follows no redirect", async () => {
  const asked = [];
  const fetch = async (...given) => {
    asked.push(given);
    return Response.json({});
  };
  await post(fetch, "ana", [entry(1)]).answer;
  const [path, { method, redirect, credentials, cache, body }] = asked[0];
  assert.deepEqual(
    [path, method, redirect, credentials, cache],
    ["/outbox/", "POST", "manual", "same-origin", "no-store"],
  );
  assert.equal(JSON.parse(body).person, "ana");
});

test("a refusal is ours if it says what the problem is", async () => {
  const said = async (answer) => (await post(async () => answer, "ana", [entry(1)]).answer).isOurs;
  assert.equal(await said(Response.json({ problem: "Sign in to go on." }, { status: 401 })), true);
  assert.equal(await said(Response.json({ error: "Blocked" }, { status: 403 })), false);
  assert.equal(await said(new Response("<h1>Hotel</h1>", { status: 401 })), false);
});

test("only an answer with 200 has verdicts", async () => {
  const { answer } = post(async () => Response.json({ verdicts: [] }, { status: 403 }), "ana", [entry(1)]);
  assert.equal((await answer).body, null);
});

test("who is signed in is said by our server alone: not by a portal, a filter or a redirect", () => {
  for (const status of [0, 401, 403, 407, 511]) assert.equal(meaningOf({ status, isOurs: false }, "ana"), "later");
});
