// What the form for thanks counts and compares, as the server does (tests/rules/recognition).

import assert from "node:assert/strict";
import { test } from "node:test";
import { isEffortOnly, ownWords, wordsOf } from "../../../../static/js/page/recognition/words.js";

const EFFORT = new Set(["great", "job", "thanks", "شكرا"]);
const BETWEEN = new Set(["you", "for", "the", "لك"]);

test("words are compared without case, marks and apostrophes", () => {
  assert.deepEqual(wordsOf("The LIST: it’s short – 6!"), ["the", "list", "its", "short", "6"]);
});

test("words of one's own are those that no win has, each once", () => {
  const wins = ["Cut the list", "From 14 to 6"];
  assert.deepEqual(ownWords("The LIST is short, so short: 6", wins), ["is", "short", "so"]);
});

test("praise of effort is noticed, in every language with a list", () => {
  assert.ok(isEffortOnly("Great job!", EFFORT, BETWEEN));
  assert.ok(isEffortOnly("شكرا لك", EFFORT, BETWEEN));
});

test("an outcome is none, and no words are none", () => {
  assert.ok(!isEffortOnly("Great: releases take an hour", EFFORT, BETWEEN));
  assert.ok(!isEffortOnly("", EFFORT, BETWEEN));
  assert.ok(!isEffortOnly("for the", EFFORT, BETWEEN));
});
