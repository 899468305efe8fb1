// A check-in on the page: its row in the list, the form in its place, or the answer just given.

import { wallClock } from "../shared/calendar.js";
import { control, first } from "../shared/dom.js";
import { drawn } from "../shared/draw.js";
import { locale } from "../shared/words.js";
import { momentIn } from "../shared/zones.js";

/**
 * @import { Entry } from "../../outbox/types.js"
 *
 * What the template of a row has placeholders for. `at`: what the clock showed; `said`: what became of a change.
 * @typedef {object} CheckIn
 * @property {string} id
 * @property {string | number} rating
 * @property {string} note
 * @property {string} area
 * @property {string} at
 * @property {string} when
 * @property {string} said
 */

/**
 * Return the check-in's row, form or answer, if it is on this page.
 * @param {string} id
 */
export function rowOfCheckIn(id) {
  return document.getElementById(`checkin-${id}`);
}

/**
 * Return the values of a check-in on the page, as they were stored: what is typed does not count.
 * @param {HTMLElement} shown
 * @returns {CheckIn}
 */
export function checkInIn(shown) {
  const form = shown.querySelector("form");
  const note = form ? control(form, "note").defaultValue : first(shown, ".checkin__note").textContent;
  const { rating = "", at = "", when = "", area = first(shown, ".answer__about")?.textContent ?? "" } = shown.dataset;
  return { id: shown.id.slice("checkin-".length), rating, note, area, at, when, said: "" };
}

/**
 * Return the values of the check-in that an entry makes.
 * @param {Pick<Entry<"check_in">, "id" | "at" | "offset" | "fields">} entry
 * @returns {CheckIn}
 */
export function checkInOf({ id, at, offset, fields: { rating } }) {
  const when = momentIn(locale, at, offset);
  return { id, rating, note: "", area: "", at: wallClock(at, offset).wall_clock, when, said: "" };
}

/**
 * Return the HTML of a check-in's row.
 * @param {CheckIn} checkin
 */
export function drawnCheckIn(checkin) {
  return drawn("checkin-row", checkin);
}
