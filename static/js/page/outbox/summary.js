// What the person is to be shown about this phone's outbox. Pure.

import { isWaiting } from "../../outbox/entry.js";
import { thingsIn } from "../../outbox/things.js";

/**
 * @import { Entry, Trouble } from "../../outbox/types.js"
 * @typedef {"" | "saved" | "refused" | "stuck" | "sent" | "sign_in" | "other_person"} Shown
 */

/**
 * Return the most urgent state, and how many things wait for the network and how many for the person (refused or
 * stuck).
 * @param {Entry[]} entries
 * @param {Trouble} trouble  how the last attempt to send ended
 * @param {boolean} [hasWaited]  whether something has waited since the page was opened
 * @returns {{ state: Shown, waiting: number, stopped: number }}
 */
export function summaryOf(entries, trouble, hasWaited) {
  const waiting = thingsIn(entries.filter(isWaiting)).size;
  const stopped = thingsIn(entries.filter((entry) => !isWaiting(entry))).size;
  const ends = entries.some(({ state }) => state === "refused") ? "refused" : "stuck";
  return { state: stateOf(waiting, stopped && ends, trouble, hasWaited), waiting, stopped };
}

/**
 * @param {number} waiting
 * @param {"refused" | "stuck" | 0} stopped  how those ended that wait for the person
 * @param {Trouble} trouble
 * @param {boolean} [hasWaited]
 */
function stateOf(waiting, stopped, trouble, hasWaited) {
  if (waiting && (trouble === "sign_in" || trouble === "other_person")) return trouble;
  if (waiting) return "saved";
  if (stopped) return stopped;
  return hasWaited ? "sent" : "";
}
