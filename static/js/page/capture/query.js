// What is looked for in the log, and which wins it fits: as in webapp/rules/capture/searches.py and
// webapp/storage/capture/searches.py. The moment and the start of the day are arguments.

import { dayOf } from "../shared/calendar.js";
import { folded, foldedWords } from "../shared/folding.js";
import { WIN_FIELDS } from "./fields.js";
import { extrasIn } from "./win.js";

/**
 * @import { Win } from "./win.js"
 *
 * A search as its form says it. `period`: "week", "weeks" or "year"; `from` and `to`: ISO days.
 * @typedef {Partial<Record<"q" | "period" | "from" | "to" | Attribute, string>>} Search
 * @typedef {"kind" | "area" | "visibility" | "counted" | "objective"} Attribute
 *
 * `begin` and `end`: ISO days, or "" for no limit.
 * @typedef {{ words: string[], begin: string, end: string, attributes: Partial<Record<Attribute, string>> }} Query
 */

const A_DAY = 86_400_000; // ms

/**
 * Return what a search looks for at a moment.
 * @param {Search} search
 * @param {{ at: number, offset: number }} now
 * @param {number} dayStart
 * @returns {Query}
 */
export function queryOf({ q = "", period = "", from = "", to = "", ...attributes }, { at, offset }, dayStart) {
  const begin = from || (to ? "" : beginOf(period, at, offset, dayStart));
  return { words: foldedWords(q), begin, end: to, attributes };
}

/**
 * Return whether a win fits a query.
 * @param {Win} win
 * @param {Query} query
 * @param {number} dayStart
 */
export function fits(win, { words, begin, end, attributes }, dayStart) {
  const more = extrasIn(win.more);
  const { kind, area, visibility, counted, objective } = attributes;
  const day = dayOf(Number(win.happened), Number(win.offset), dayStart);
  const text = folded(searchedIn({ ...more, ...win }).join("\n"));
  return (
    words.every((word) => text.includes(word)) &&
    (!kind || win.kind === kind) &&
    (!area || win.area === area) &&
    (!visibility || (more.visibility ?? WIN_FIELDS.visibility.usual) === visibility) &&
    (!counted || (win.counted === "yes") === (counted === "yes")) &&
    (!objective || (more.objectives ?? "").includes(objective)) &&
    (!begin || day >= begin) &&
    (!end || day <= end)
  );
}

/**
 * Return the ISO day on which a period begins, or "".
 * @param {string} period
 * @param {number} at
 * @param {number} offset
 * @param {number} dayStart
 */
function beginOf(period, at, offset, dayStart) {
  const today = dayOf(at, offset, dayStart);
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  if (period === "year") return `${today.slice(0, 4)}-01-01`;
  if (period === "week") return dayOf(at - sinceMonday * A_DAY, offset, dayStart);
  return period === "weeks" ? dayOf(at - 27 * A_DAY, offset, dayStart) : "";
}

/**
 * Return the texts of a win in which words are looked for.
 * @param {Record<string, unknown>} win
 */
function searchedIn(win) {
  return Object.keys(WIN_FIELDS).flatMap((name) => (WIN_FIELDS[name].searched ? [win[name] ?? ""] : []));
}
