// What is kept out of the console, and what is not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isOvertaken } from "../../../../static/js/page/site/quiet.js";

test("a view transition that a person overtook is no error", () => {
  assert.ok(isOvertaken(new DOMException("Transition was skipped", "AbortError")));
  assert.ok(isOvertaken(new DOMException("Transition was aborted because of invalid state", "InvalidStateError")));
});

test("everything else is one", () => {
  for (const reason of [new DOMException("The user aborted a request.", "AbortError"), new Error("x"), undefined, "x"])
    assert.ok(!isOvertaken(reason));
});
