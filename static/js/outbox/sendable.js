// The entries on the phone that the next request may carry.

import { read } from "./database.js";

/**
 * @import { Entry } from "./types.js"
 */

/**
 * Return the oldest entries of a person that may be sent, at most `most`, in their order, without those whose ids are in
 * `aside`. Those behind them are not read: with hundreds waiting, each tap would read them all.
 * @param {string} person
 * @param {number} most
 * @param {Set<string>} [aside]
 * @returns {Promise<Entry[]>}
 */
export async function sendable(person, most, aside = new Set()) {
  /** @type {Entry[]} */
  const found = [];
  for (let last = 0, rest = true; rest && found.length < most; ) {
    /** @type {Entry[]} */
    const next = await read("entries", (entries) => entries.getAll(IDBKeyRange.lowerBound(last, true), most));
    found.push(...next.filter((one) => one.person === person && one.state === "saved" && !aside.has(one.id)));
    last = next.at(-1)?.seq ?? last;
    rest = next.length === most;
  }
  return found.slice(0, most);
}
