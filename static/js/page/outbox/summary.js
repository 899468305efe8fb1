// What the person is to be shown about this phone's outbox. Pure.

import { isWaiting } from "../../outbox/entry.js";
import { Things } from "../../outbox/things.js";

/**
 * @import { Entry, Trouble } from "../../outbox/types.js"
 * @typedef {"" | "saved" | "refused" | "stuck" | "sent" | "sign_in" | "other_person"} Shown
 */

/** The entries that have not reached the server, counted one by one: a tap adds its own, whatever waits besides. */
export class Tally {
  /** @type {Map<string, Entry>} */
  entries = new Map();
  #all = new Things();
  #waiting = new Things();
  #stopped = new Things();
  #isRefused = false;

  /** @param {Entry[]} [entries]  in their order */
  constructor(entries = []) {
    for (const entry of entries) this.add(entry);
  }

  /**
   * Add an entry that comes after all others.
   * @param {Entry} entry
   */
  add(entry) {
    this.entries.set(entry.id, entry);
    this.#all.add(entry);
    (isWaiting(entry) ? this.#waiting : this.#stopped).add(entry);
    this.#isRefused ||= entry.state === "refused";
  }

  /** The kinds of the things that the entries are about, by their ids. */
  get things() {
    return this.#all.kinds;
  }

  /**
   * Return the most urgent state, and how many things wait for the network and how many for the person (refused or
   * stuck).
   * @param {Trouble} trouble  how the last attempt to send ended
   * @param {boolean} [hasWaited]  whether something has waited since the page was opened
   * @returns {{ state: Shown, waiting: number, stopped: number }}
   */
  summary(trouble, hasWaited) {
    const [waiting, stopped] = [this.#waiting, this.#stopped].map(({ kinds }) => kinds.size);
    const ends = this.#isRefused ? "refused" : "stuck";
    return { state: stateOf(waiting, stopped && ends, trouble, hasWaited), waiting, stopped };
  }
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
