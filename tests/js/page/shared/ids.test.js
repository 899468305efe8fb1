// New ids.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newId, uuidOf } from "../../../../static/js/page/shared/ids.js";

const VERSION_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test("an id is a random UUID, each time another", () => {
  assert.match(newId(), VERSION_4);
  assert.notEqual(newId(), newId());
});

test("where the browser makes none, 16 random bytes do", () => {
  assert.equal(uuidOf(new Uint8Array(16)), "00000000-0000-4000-8000-000000000000");
  assert.equal(uuidOf(new Uint8Array(16).fill(255)), "ffffffff-ffff-4fff-bfff-ffffffffffff");
});
