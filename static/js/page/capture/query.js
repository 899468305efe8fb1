// What is looked for in the log, and which wins it fits: as in webapp/rules/capture/searches.py and
// webapp/storage/capture/searches.py. The moment and the start of the day are arguments.

import { excerpt } from "../../searching/excerpts.js";
import { finds, foldedWords } from "../../searching/folding.js";
import { dayOf } from "../shared/calendar.js";
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
  const texts = searchedIn({ ...more, ...win }).map(([, text]) => text);
  return (
    finds(texts.join("\n"), words) &&
    (!kind || win.kind === kind) &&
    (!area || win.area === area) &&
    (!visibility || visibility === WIN_FIELDS.visibility.usual) && // no entry names a team
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
 * Return [field, excerpt] where a row does not show why a search for folded words found it: of fields that a row leaves
 * out, with words that are not in what it shows.
 * @param {Win} win
 * @param {string[]} words
 * @returns {[string, string][]}
 */
export function hitsElsewhere(win, words) {
  const all = searchedIn({ ...extrasIn(win.more), ...win });
  const shown = all.map(([name, text]) => (WIN_FIELDS[name].in_row ? text : "")).join(" ");
  const lacking = words.filter((word) => !finds(shown, [word]));
  return all
    .filter(([name, text]) => !WIN_FIELDS[name].in_row && lacking.some((word) => finds(text, [word])))
    .map(([name, text]) => [name, excerpt(text, lacking)]);
}

/**
 * Return [field, text] of a win in which words are looked for.
 * @param {Record<string, unknown>} win
 * @returns {[string, string][]}
 */
function searchedIn(win) {
  const names = Object.keys(WIN_FIELDS).filter((name) => WIN_FIELDS[name].searched);
  return names.map((name) => [name, String(win[name] ?? "")]);
}
