// Rows of wins and check-ins open where they are: their details come in the row's place. One listener for all of them:
// with attributes of its own in each row, htmx took longer over a page of thirty than over all else.

import htmx from "htmx.org";
import { htmlAnswer } from "../shared/answers.js";
import { closest } from "../shared/dom.js";
import { canDraw } from "../shared/draw.js";
import { checkInIn, drawnCheckIn } from "./checkin_row.js";
import { filledForm } from "./form.js";
import { drawnWin, rowOfWin, winIn } from "./win_row.js";

/**
 * A sort of row that opens. `form`: the template of its form.
 * @typedef {object} Opening
 * @property {string} link
 * @property {string} form
 * @property {(row: HTMLElement) => string} filled  the HTML of the form
 * @property {(row: HTMLElement) => string} closed  the HTML of the row that the form came in the place of
 */

/** @type {Opening} */
const WIN = {
  link: ".win__open",
  form: "win-form",
  filled: (row) => filledForm("win-form", winIn(row)),
  closed: (row) => drawnWin(winIn(row)),
};
/** @type {Opening} */
const CHECK_IN = {
  link: ".checkin__open",
  form: "checkin-form",
  filled: (row) => filledForm("checkin-form", checkInIn(row)),
  closed: (row) => drawnCheckIn(checkInIn(row)),
};

/**
 * Return what a row of a win or check-in opens as.
 * @param {Element} row
 */
export function openingOf(row) {
  return row.matches("li.checkin") ? CHECK_IN : WIN;
}

/**
 * Open the details of a win, where they are its row.
 * @param {string} id
 */
export function openWin(id) {
  /** @type {HTMLElement | null | undefined} */
  const link = rowOfWin(id)?.querySelector(WIN.link);
  link?.click();
}

/** Let a tap on a row ask for its details; where the page can draw them, the phone answers. */
export function wireRows() {
  document.addEventListener("click", (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (closest(event, `${WIN.link}, ${CHECK_IN.link}`));
    const row = link?.closest("li");
    if (!link || !row || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    htmx.ajax("GET", link.pathname, { source: link, target: row, swap: "outerHTML" });
  });
  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    const row = /** @type {HTMLElement} */ (ctx.target);
    const opening = [WIN, CHECK_IN].find(({ link }) => ctx.sourceElement.matches(link));
    if (opening && canDraw(opening.form)) ctx.fetch = async () => htmlAnswer(opening.filled(row));
  });
}
