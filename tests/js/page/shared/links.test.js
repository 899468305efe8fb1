// Links as people type them, as the server reads them (tests/rules/shared/test_links.py).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { addressOf, hostOf } from "../../../../static/js/page/shared/links.js";

const CASES = JSON.parse(readFileSync(new URL("../../../links.json", import.meta.url)));

test("a link leads to the host that is shown", () => {
  for (const [typed, address, host] of CASES.links) {
    assert.deepEqual([addressOf(typed), hostOf(address)], [address, host], typed);
    assert.equal(new URL(address).hostname, host, typed);
  }
});

test("no link is made of other words", () => {
  for (const typed of CASES.refused) assert.equal(addressOf(typed), "", typed);
});
