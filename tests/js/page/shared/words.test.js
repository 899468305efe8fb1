// Sentences that scripts show.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";

openPage({ words: { sent: "Sent", lost: { one: "{n} entry", other: "{n} entries" } } });
const { say } = await import("../../../../static/js/page/shared/words.js");

test("a sentence is shown as the page brings it", () => assert.equal(say("sent"), "Sent"));
test("a number is filled in, in its plural form", () => {
  assert.deepEqual([say("lost", 1), say("lost", 2)], ["1 entry", "2 entries"]);
});
test("a sentence that is missing shows its name, not nothing", () => assert.equal(say("new_one"), "new_one"));
