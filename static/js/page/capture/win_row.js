// The row of a win on the page.

import { wallClock } from "../shared/calendar.js";
import { control, first } from "../shared/dom.js";
import { drawn } from "../shared/draw.js";
import { shownNumber } from "../shared/numbers.js";
import { say } from "../shared/words.js";
import { complete, extrasIn } from "./win.js";

/**
 * @import { Extras, Win } from "./win.js"
 */

const LINK = /<a class="win__evidence".*?<\/a>/s; // words in it are escaped

/**
 * Return the row of a win, if it is on this page.
 * @param {string} id
 */
export function rowOfWin(id) {
  return document.getElementById(`win-${id}`);
}

/**
 * Return the values behind a win's row on the page, or behind the form in its place.
 * @param {HTMLElement} row
 * @returns {Win}
 */
export function winIn(row) {
  const { happened = "", offset = "", zone = "", kind = "", verified = "", more } = row.dataset;
  const form = row.querySelector("form");
  const words = form ? wordsInForm(form) : wordsInRow(row);
  const id = row.id.slice("win-".length);
  const win = { id, kind, verified, ...words, happened, offset, zone, ...wallClock(Number(happened), Number(offset)) };
  return complete(win, extrasIn(more));
}

/**
 * Return whether a win was logged without words, so that it has those of its kind.
 * @param {{ what: string, kind: string }} win
 */
export function isBare({ what, kind }) {
  return what === say(`kind_${kind}`);
}

/**
 * Return the HTML of a win's row.
 * @param {Win} win
 */
export function drawnWin(win) {
  const hint = say(isBare(win) ? "add_words" : "add_change");
  const values = { ...win, kind_name: say(`kind_${win.kind}`), hint, ...changeIn(extrasIn(win.more)), hit: "" };
  const row = drawn("win", values);
  return win.evidence ? row : row.replace(LINK, "");
}

/**
 * Return what a win changed on its indicator, all "" without both numbers.
 * @param {Extras} extras
 */
function changeIn({ before, after }) {
  if (typeof before !== "number" || typeof after !== "number") return { changed: "", before: "", after: "" };
  return { changed: "yes", before: shownNumber(before), after: shownNumber(after) };
}

/** @param {HTMLElement} row */
function wordsInRow(row) {
  const text = (/** @type {string} */ part) => first(row, `.win__${part}`).textContent ?? "";
  return { what: text("what"), impact: text("impact"), next_step: text("next") };
}

/** @param {HTMLFormElement} form */
function wordsInForm(form) {
  const text = (/** @type {string} */ name) => control(form, name).defaultValue;
  return { what: text("what"), impact: text("impact"), next_step: text("next_step") };
}
