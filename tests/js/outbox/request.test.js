// The request of the outbox: with our own cookie, to nowhere else, and stored by no cache.

import assert from "node:assert/strict";
import { test } from "node:test";
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

test("only an answer with 200 has verdicts", async () => {
  const { answer } = post(async () => Response.json({ verdicts: [] }, { status: 403 }), "ana", [entry(1)]);
  assert.equal((await answer).body, null);
});
