// The things that the entries on this phone are about: a win and its corrections are one. Pure.

import { isWaiting, subjectOf } from "./entry.js";

/**
 * @import { Entry, Verb } from "./types.js"
 * @typedef {"win" | "check_in" | "goal" | "decision" | "other"} Thing
 */

/** Those that are not here are of something else. @type {Partial<Record<Verb, Thing>>} */
const KINDS = {
  log_win: "win",
  edit_win: "win",
  check_in: "check_in",
  edit_check_in: "check_in",
  meet_goal: "goal",
  tick_criterion: "goal",
  open_decision: "decision",
  decide: "decision",
  reopen_decision: "decision",
};

/**
 * The kind of each thing that entries are about, by its id. What was taken back before it was sent is "other": there is
 * no win any more, but something waits. Grows by one entry at a time, so that a tap does not go through all that wait.
 */
export class Things {
  /** @type {Map<string, Thing>} */
  kinds = new Map();
  /** @type {Map<string, Entry>} */
  #made = new Map();

  /**
   * Add an entry; they are added in their order.
   * @param {Entry} entry
   */
  add(entry) {
    this.#made.set(entry.id, entry);
    const undone = entry.verb === "undo" ? this.#made.get(entry.fields.target) : undefined;
    const id = subjectOf(undone ?? entry);
    if (entry.verb !== "undo" || undone?.id === id || !this.kinds.has(id))
      this.kinds.set(id, KINDS[entry.verb] ?? "other");
  }
}

/**
 * Return the kind of each thing that entries are about, by its id; see Things.
 * @param {Entry[]} entries  in their order
 */
export function thingsIn(entries) {
  const things = new Things();
  for (const entry of entries) things.add(entry);
  return things.kinds;
}

/**
 * Return the entries as they are listed: what waits together with its corrections is one entry, with what was said
 * last, or with the Undo that takes it back.
 * @param {Entry[]} entries  in their order
 */
export function listed(entries) {
  /** @type {Map<string, Entry>} */
  const shown = new Map();
  for (const entry of entries) {
    const id = subjectOf(entry);
    const first = shown.get(id);
    const isOne = first && isWaiting(first) && isWaiting(entry) && (isEdit(entry) || entry.verb === "undo");
    if (isOne) shown.set(id, merged(first, entry));
    else shown.set(entry.id, entry);
  }
  return [...shown.values()];
}

/**
 * Return an entry with those that make no sense without it: corrections of the win that it logs, and its Undo.
 * @param {Entry} entry
 * @param {Entry[]} entries
 */
export function withWhatFollows(entry, entries) {
  return entries.filter((one) => one.id === entry.id || subjectOf(one) === entry.id);
}

/** @param {Entry} entry */
function isEdit({ verb }) {
  return verb === "edit_win" || verb === "edit_check_in";
}

/**
 * @param {Entry} first
 * @param {Entry} then
 * @returns {Entry}
 */
function merged(first, then) {
  const { verb } = isEdit(then) ? first : then;
  return /** @type {Entry} */ ({ ...first, verb, fields: { ...first.fields, ...then.fields } });
}
