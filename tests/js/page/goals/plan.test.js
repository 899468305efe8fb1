// The form of a plan: what is said under its fields, and lines that are pasted into its criteria.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";

const fields = { statement: { removeAttribute: (name) => removed.push(name) } };
const removed = [];
openPage({ elements: fields });
const { show } = await import("../../../../static/js/page/goals/checks.js");
const { linesOf } = await import("../../../../static/js/page/goals/criteria.js");

function place(says, hint) {
  return { dataset: { says, ...(hint && { hint }) }, textContent: "before" };
}

function shown(answer) {
  const places = [place("statement", "An example"), place("criteria"), place("objectives")];
  show({ querySelectorAll: () => places }, answer);
  return places.map(({ textContent, dataset }) => [textContent, dataset.state]);
}

test("a field says what the server says, or its own words again", () => {
  assert.deepEqual(shown({ criteria: { state: "missing", text: "Name one" } }), [
    ["An example", ""],
    ["Name one", "missing"],
    ["", ""],
  ]);
});

test("what is wrong with a new objective stands where objectives are chosen", () => {
  const [, , objectives] = shown({ new_objective: { state: "problem", text: "At most ten" } });
  assert.deepEqual(objectives, ["At most ten", "problem"]);
});

test("a field that was refused is right again as soon as the server says so", () => {
  removed.length = 0;
  shown({ statement: { state: "problem", text: "Too long" } });
  assert.deepEqual(removed, []);
  shown({});
  assert.deepEqual(removed, ["aria-invalid"]);
});

test("lines of a list lose their signs, and what is no sign stays", () => {
  assert.deepEqual(linesOf("- Sent\r\n\n* Read by 3\n2. Answered\n3 calls\n-5 %"), [
    "Sent",
    "Read by 3",
    "Answered",
    "3 calls",
    "-5 %",
  ]);
});
