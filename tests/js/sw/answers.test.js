// What an answer to the service worker is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answerOf } from "../../../static/js/sw/routes.js";

const ANSWERS = [
  ["theirs", { type: "basic", status: 200, person: "ana" }],
  ["theirs", { type: "basic", status: 404, person: "ana" }],
  ["theirs", { type: "basic", status: 422, person: "ana" }],
  ["nobody", { type: "basic", status: 200, person: "nobody" }],
  ["nobody", { type: "basic", status: 404, person: "nobody" }],
  ["redirect", { type: "opaqueredirect", status: 0, person: null }],
  ["redirect", { type: "opaqueredirect", status: 0, person: "ana" }],
  ["foreign", { type: "basic", status: 200, person: null }], // a captive portal
  ["foreign", { type: "basic", status: 502, person: null }], // a proxy's own page
  ["foreign", { type: "basic", status: 511, person: "" }],
  ["down", { type: "basic", status: 500, person: "ana" }],
  ["down", { type: "basic", status: 503, person: "nobody" }],
];

for (const [meaning, answer] of ANSWERS) {
  test(`${answer.type} ${answer.status} of ${answer.person || "no one we know"} is ${meaning}`, () => {
    assert.equal(answerOf(answer), meaning);
  });
}
