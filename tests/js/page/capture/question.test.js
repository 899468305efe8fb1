// What the question shows once it is answered or put off.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";

const given = {};
const earlier = { setAttribute: (name, value) => Object.assign(given, { [name]: value }) };
const [ask, link] = [{ hidden: false }, { hidden: true }];
openPage({ elements: { earlier, ask, "check-in-link": link } });
const { closeQuestion, offerAnother } = await import("../../../../static/js/page/capture/question.js");

for (const [what, answers] of Object.entries({ answer: offerAnother, "put off": closeQuestion })) {
  test(`the earlier wins of the day are shown after the question: ${what}`, () => {
    delete given.open;
    answers();
    assert.equal(given.open, "");
  });
}
