// What a search on the phone found, marked in rows as the server marks it (webapp/web/shared/hits.py).

import { pieces } from "../../searching/excerpts.js";
import { all, first } from "../shared/dom.js";
import { canDraw, drawn, element } from "../shared/draw.js";
import { hitsElsewhere } from "./query.js";
import { winIn } from "./win_row.js";

const SHOWN = ["what", "impact", "next"];

/**
 * Mark the hits of these folded words in the row of a win, and show those in fields that a row does not show.
 * @param {HTMLElement} row
 * @param {string[]} words
 */
export function showHits(row, words) {
  if (row.querySelector("form")) return; // its details are open
  for (const part of SHOWN) {
    const place = first(row, `.win__${part}`);
    if (words.length || place.querySelector("mark")) mark(place, place.textContent ?? "", words);
  }
  for (const line of row.querySelectorAll(".win__hit")) line.remove();
  for (const [field, text] of hitsElsewhere(winIn(row), words)) {
    if (canDraw(`hit-${field}`)) first(row, ".win__more").before(lineOf(field, text, words));
  }
}

/** Show days and months of which a win is shown, and hide the others. */
export function showDays() {
  for (const list of all(document, "#unsent-wins, #log ul")) {
    list.hidden = !list.querySelector("li.win:not([hidden])");
    const heading = /** @type {HTMLElement | null} */ (list.previousElementSibling);
    if (heading?.matches(".day")) heading.hidden = list.hidden;
  }
  for (const month of all(document, "#log .month")) month.hidden = !hasDays(month);
}

/** @param {Element} month */
function hasDays(month) {
  let next = month.nextElementSibling;
  while (next && !next.matches(".month, ul:not([hidden])")) next = next.nextElementSibling;
  return next?.matches("ul") ?? false;
}

/**
 * @param {string} field
 * @param {string} text
 * @param {string[]} words
 */
function lineOf(field, text, words) {
  const line = element(drawn(`hit-${field}`, { line: "" }));
  mark(first(line, "bdi"), text, words);
  return line;
}

/**
 * @param {HTMLElement} place
 * @param {string} text
 * @param {string[]} words
 */
function mark(place, text, words) {
  place.replaceChildren(...pieces(text, words).map(([part, hit]) => (hit ? marked(part) : part)));
}

/** @param {string} words */
function marked(words) {
  const hit = document.createElement("mark");
  hit.textContent = words;
  return hit;
}
