// The values of a win: what its row is drawn from, and its form filled.

import { happenedOf } from "../../outbox/entry.js";
import { wallClock } from "../shared/calendar.js";
import { addressOf, hostOf } from "../shared/links.js";
import { WIN_FIELDS } from "./fields.js";

/**
 * @import { FieldsOf, NewEntry, Value, WinFields } from "../../outbox/types.js"
 *
 * What a row carries besides its words, where it has it; see WinRow.extras in webapp/domain/capture/wins.py.
 * `objectives`: ids, separated by spaces.
 * @typedef {Omit<WinFields, "what" | "kind" | "impact" | "next_step" | "objectives">
 *   & { objectives?: string, before?: Value, after?: Value }} Extras
 *
 * What the template `draw-win` has placeholders for. `happened`: ms; `offset`: minutes; `more`: Extras as JSON, or "".
 * @typedef {object} Win
 * @property {string} id
 * @property {string} kind
 * @property {string} what
 * @property {string} impact
 * @property {string} next_step
 * @property {number | string} happened
 * @property {number | string} offset
 * @property {string} zone
 * @property {string} time
 * @property {string} wall_clock
 * @property {string} area
 * @property {string} host
 * @property {string} evidence
 * @property {string} counted
 * @property {string} verified "yes": it came of a goal that was met by its criteria, says the server
 * @property {string} more
 */

/**
 * Return the values of the win that an entry logs.
 * @param {Pick<NewEntry<"log_win">, "id" | "at" | "offset" | "zone" | "fields">} entry
 * @returns {Win}
 */
export function winOf({ id, fields, ...tapped }) {
  const { what, kind, impact = "", next_step = "" } = fields;
  const { at, offset, zone } = happenedOf({ ...tapped, fields });
  const win = { id, kind, what, impact, next_step, verified: "", happened: at, offset, zone, ...wallClock(at, offset) };
  return complete(win, extrasOf(fields));
}

/**
 * Return a win's values after an edit.
 * @param {Win} win
 * @param {FieldsOf["edit_win"]} fields
 * @returns {Win}
 */
export function edited(win, { happened, target: _target, ...given }) {
  const { what, impact, next_step, kind } = { ...win, ...given };
  const before = extrasIn(win.more);
  const extras = extrasOf({ ...before, ...given });
  const verified = extras.goal === before.goal ? win.verified : "";
  const words = { ...win, what, impact, next_step, kind, verified };
  if (!happened) return complete(words, extras);
  const { at, offset, zone } = happened;
  return complete({ ...words, happened: at, offset, zone, ...wallClock(at, offset) }, extras);
}

/**
 * Return the extras in a row's data-more.
 * @param {string} [more]
 * @returns {Extras}
 */
export function extrasIn(more) {
  return more ? JSON.parse(more) : {};
}

/**
 * Return whether a win counts as evidence: the same rule as in webapp/rules/capture/wins.py.
 * @param {string} impact
 * @param {Extras} extras
 * @param {string} [verified]
 */
export function isCounted(impact, { objectives, indicator, measurable }, verified = "") {
  return Boolean(objectives && (measurable || verified || indicator || /\p{Nd}/u.test(impact)));
}

/**
 * Return the values of a win with those that follow from its extras.
 * @param {Omit<Win, "area" | "host" | "evidence" | "counted" | "more">} win
 * @param {Extras} extras
 * @returns {Win}
 */
export function complete(win, extras) {
  const { area = "", evidence: typed = "" } = extras;
  const evidence = addressOf(typed); // the server checks it when it arrives; until then it leads nowhere else
  return {
    ...win,
    area,
    host: hostOf(evidence),
    evidence,
    counted: isCounted(win.impact, extras, win.verified) ? "yes" : "",
    more: Object.keys(extras).length ? JSON.stringify(extras) : "",
  };
}

/**
 * @param {Partial<Omit<WinFields, "objectives">> & { objectives?: string | string[] }} fields
 * @returns {Extras}
 */
function extrasOf(fields) {
  /** @type {Record<string, unknown>} */
  const extras = {};
  for (const [name, { in_row, usual }] of Object.entries(WIN_FIELDS)) {
    const given = /** @type {Record<string, unknown>} */ (fields)[name];
    const value = Array.isArray(given) ? given.join(" ") : given;
    if (!in_row && (value || value === 0) && value !== usual) extras[name] = value;
  }
  return extras;
}
