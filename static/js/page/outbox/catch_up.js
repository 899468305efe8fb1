// A page from the cache may be older than what was done since: the entries that it was drawn without are applied to it.

import { subjectOf } from "../../outbox/entry.js";
import { showGoal } from "../goals/rows.js";
import { all } from "../shared/dom.js";
import { rowOf, verbOf } from "./verbs.js";

/**
 * @import { Entry, NewEntry } from "../../outbox/types.js"
 */

const ADDING = new Set(["log_win", "open_decision"]);

/**
 * Apply, in order, every entry that the page was drawn without. What was tapped on the page meanwhile shows already; it
 * is applied again only where an older entry came late. Returns those about rows that a person is typing in: they stay
 * as they are until that is over.
 * @param {Entry[]} entries
 * @param {NewEntry[]} tapped
 */
export function catchUp(entries, tapped) {
  const inUse = rowsInUse();
  const put = [];
  for (const { entry, isTapped } of toApply(entries, tapped)) {
    if (inUse.length && inUse.includes(rowOf(entry))) {
      put.push(entry);
      continue;
    }
    verbOf(entry.verb)?.apply?.(entry, isTapped);
    showGoal(entry);
  }
  return put;
}

/**
 * Return the rows that are open, or have words in them that were not sent.
 * @returns {(Element | null)[]}
 */
function rowsInUse() {
  const rows = [...all(document, ".win--edit, .checkin--edit, .decision")];
  return rows.filter((row) => row.matches("[class*=--edit]") || [...row.querySelectorAll("input")].some(isTyped));
}

/** @param {HTMLInputElement} field */
function isTyped({ value, defaultValue }) {
  return value !== defaultValue;
}

/**
 * Return which entries to apply to a page, in their order, and which of them were tapped on it.
 * @param {Entry[]} entries
 * @param {NewEntry[]} tapped
 */
export function toApply(entries, tapped) {
  const ours = new Set(tapped.map(({ id }) => id));
  const missing = entries.filter(({ id }) => !ours.has(id));
  const late = oldestIn(missing);
  const again = tapped.filter(isStored).filter((entry) => entry.seq > (late.get(changedBy(entry)) ?? Infinity));
  const inOrder = [...missing, ...again].sort((a, b) => a.seq - b.seq);
  return inOrder.map((entry) => ({ entry, isTapped: ours.has(entry.id) }));
}

/**
 * Return, by what entries change, the `seq` of the oldest.
 * @param {Entry[]} entries
 */
function oldestIn(entries) {
  /** @type {Map<string, number>} */
  const oldest = new Map();
  for (const entry of entries) {
    const changed = changedBy(entry);
    oldest.set(changed, Math.min(entry.seq, oldest.get(changed) ?? entry.seq));
  }
  return oldest;
}

/**
 * Return whether a page shows what an entry did.
 * @param {Entry} entry
 */
export function isShown({ state, verb }) {
  return state !== "refused" || ADDING.has(verb);
}

/**
 * Return what an entry changes: a list that rows are added to, else one row.
 * @param {NewEntry} entry
 */
function changedBy(entry) {
  return ADDING.has(entry.verb) ? entry.verb : subjectOf(entry);
}

/**
 * @param {NewEntry} entry
 * @returns {entry is Entry}
 */
function isStored(entry) {
  return "seq" in entry;
}
