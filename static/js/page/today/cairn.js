// The stones for the wins of the day: as templates/today/_cairn.html draws them, kept up to date.

import { all } from "../shared/dom.js";

/**
 * Show a stone for each win, as many as there are.
 * @param {number} number  of wins today
 * @param {boolean} tapped  whether a tap was made: the stone that it has brought falls into its place
 */
export function showCairn(number, tapped) {
  const stones = [...all(document, "#cairn rect")];
  const before = stones.filter(({ classList }) => classList.contains("stone")).length;
  if (before === Math.min(number, stones.length)) return;
  layStones(stones, number);
  /** @type {Element | null | undefined} */
  let row = document.getElementById("todays-wins")?.lastElementChild;
  for (const [at, stone] of stones.entries()) {
    stone.classList.toggle("falls", tapped && at === before && at === number - 1);
    if (number <= stones.length) stone.setAttribute("fill", isOfGoal(row) ? "url(#vein)" : "currentColor");
    row = row?.previousElementSibling;
  }
}

/**
 * Show the first ones, the newest darker.
 * @param {Element[]} stones
 * @param {number} number
 */
export function layStones(stones, number) {
  for (const [at, stone] of stones.entries()) {
    stone.classList.toggle("stone", at < number);
    stone.classList.toggle("stone--new", at === number - 1);
  }
}

/** @param {Element | null | undefined} row  of a win */
function isOfGoal(row) {
  const { more } = /** @type {HTMLElement | null | undefined} */ (row)?.dataset ?? {};
  return Boolean(more && JSON.parse(more).goal);
}
