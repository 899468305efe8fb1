// The day so far: number, stones and today's dot.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";
import { classesOf, foldOf, listOf } from "../../support/rows.js";

const [won, number] = [{ textContent: "" }, { textContent: "" }];
const dot = {
  classList: classesOf(),
  parentElement: { querySelectorAll: () => [...Array(3), ...dot.classList.names] }, // three earlier days, and today
};
const says = JSON.stringify({ one: "{n} win today", other: "{n} wins today" });
const momentum = { classList: classesOf(), dataset: { says }, hidden: false };
const list = listOf("todays-wins");
const [ask, answer] = [{ hidden: true }, { childElementCount: 0 }];
const stones = Array.from({ length: 7 }, () => stoneOf());
const elements = { "today-dot": dot, won, number, momentum, "todays-wins": list, ask, answer };
openPage({ elements, found: { "#cairn rect": stones } });
const { showMomentum } = await import("../../../../static/js/page/today/momentum.js");

function stoneOf() {
  return { classList: classesOf(), setAttribute: () => {} };
}

/** Return what else is said of the stones that show. */
const shown = () => {
  const names = stones.map(({ classList }) => [...classList.names]).filter((of) => of.includes("stone"));
  return names.map((of) => of.filter((name) => name !== "stone"));
};

function logs() {
  list.prepend(listOf("", "row").rows[0]);
  showMomentum(true);
}

test("the first win of the day fills the dot, counts, and lays a stone", () => {
  logs();
  assert.deepEqual([[...dot.classList.names], won.textContent], [["dot--won"], "4"]);
  assert.equal(number.textContent, "1 win today");
  assert.deepEqual(shown(), [["stone--new", "falls"]]);
});

test("another win lays another stone; what lies stays", () => {
  won.textContent = "as it was";
  logs();
  assert.deepEqual([number.textContent, won.textContent], ["2 wins today", "as it was"]);
  assert.deepEqual(shown(), [[], ["stone--new", "falls"]]);
});

test("while the question is open nothing of it shows", () => {
  ask.hidden = false;
  showMomentum();
  assert.equal(momentum.hidden, true);
  answer.childElementCount = 1;
  showMomentum();
  assert.equal(momentum.hidden, false);
});

test("the dot and the stones go when the wins are taken back", () => {
  list.rows.pop();
  showMomentum();
  assert.deepEqual(shown(), [["stone--new"]]);
  list.rows.pop();
  showMomentum();
  assert.deepEqual([dot.classList.names.size, won.textContent, shown()], [0, "3", []]);
});

test("after seven wins the stones stay, and the number goes on, folded wins included", () => {
  const fold = foldOf(...Array.from({ length: 7 }, (_, n) => `win-${n}`));
  elements.earlier = fold;
  document.getElementById = (id) => elements[id] ?? null;
  fold.dataset.more = "3";
  logs();
  assert.equal(number.textContent, "11 wins today");
  assert.deepEqual(shown(), [[], [], [], [], [], [], []]);
});
