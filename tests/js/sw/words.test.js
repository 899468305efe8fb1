// The sentences of scripts in cached pages (static/js/sw/words.js).

import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutWords, withWords } from "../../../static/js/sw/words.js";

const PAGE = `<body data-words='{"saved":"$& \\u0027saved\\u0027"}' data-rev="7"><p>it's here</p></body>`;

test("a page has its sentences again", () => {
  const [page, words] = withoutWords(PAGE);
  assert.equal(page, `<body data-words='' data-rev="7"><p>it's here</p></body>`);
  assert.equal(withWords(page, words), PAGE);
});

test("a page that was cached with its sentences keeps them", () => {
  assert.equal(withWords(PAGE, "{}"), PAGE);
});

test("a page without sentences stays as it is", () => {
  assert.deepEqual(withoutWords("<p>portal</p>"), ["<p>portal</p>", ""]);
});
