// How many things wait, in words.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";

openPage();
const { countedIn } = await import("../../../../static/js/page/shared/counts.js");

const win = { one: "{n} win", other: "{n} wins" };
const check_in = { one: "{n} check-in", other: "{n} check-ins" };
const place = { dataset: { things: JSON.stringify({ win, check_in }) } };
const of = (...kinds) => new Map(kinds.map((kind, at) => [`id-${at}`, kind]));

test("each kind has its number and its plural", () => {
  assert.equal(countedIn(of("check_in", "win", "win", "win"), place), "3 wins, 1 check-in");
  assert.equal(countedIn(of("win"), place), "1 win");
});

test("where nothing waits nothing is said", () => {
  assert.equal(countedIn(of(), place), "");
});
