// Rows that come into lists, and rows that are drawn again.

import htmx from "htmx.org";
import { element } from "./draw.js";

/**
 * Add a row at the start or end of a list, unless it is there. A row that a tap has put there before older ones
 * came (`tapped`) moves past them; if htmx has not put it there yet, nothing is done.
 * @param {Element} list
 * @param {"prepend" | "append"} where
 * @param {Element | null} shown  the row, if it is on the page
 * @param {boolean} tapped
 * @param {() => string} draw
 */
export function addRow(list, where, shown, tapped, draw) {
  if (shown && tapped) list[where](shown);
  if (shown || tapped) return;
  const row = element(draw());
  list[where](row);
  htmx.process(row);
}

/**
 * Put a fragment in the place of a row; returns its element.
 * @param {Element} row
 * @param {string} html
 */
export function replaceRow(row, html) {
  const fresh = element(html);
  row.replaceWith(fresh);
  htmx.process(fresh);
  return fresh;
}

/**
 * The list comes to the top, where the stone falls; or at least its row, where that is further down.
 * @param {HTMLElement | null} row
 */
export function showRow(row) {
  if (row) scrollTo(0, 0);
  row?.scrollIntoView({ block: "nearest" });
}
