// Sending what waits: one request at a time on this phone. Used by pages, by the service worker, and by the
// simulated phones of tests/faults, which bring a store and a clock of their own.

import { bytesAfter, FIRST_BYTES, mostAfter, pauseAfter } from "./pace.js";
import { afterFailures, judged, MOST_ENTRIES, meaningOf, nextBatch } from "./plan.js";
import { post, TIMEOUT } from "./request.js";

/**
 * @import { Answer, Entry, Listeners, Delivery, Store, Trouble } from "./types.js"
 * @typedef {(work: () => Promise<Trouble>) => Promise<Trouble>} Lock  runs one work at a time on this phone
 */

const STALE = 1_000; // ms
const SOON = 1_500; // ms
const LONG = 30_000; // ms, for a single entry on a line that carries no more
const FEW = 10; // entries, after a failure: without a connection each tap would read and pack a hundred
const MOST_LATE = 2; // batches in a row, each half as large: then there is a pause, since the line may be dead

export class Sender {
  #store;
  #fetch;
  #lock;
  #now;
  #chance;
  /** @type {{ since: number, abort: () => void } | undefined} */
  #request;
  #failures = 0;
  #notBefore = 0; // ms; until then nothing is sent
  #most = MOST_ENTRIES; // what this line carries in time
  #bytes = FIRST_BYTES;

  /**
   * Make a sender of what waits in `store`.
   * @param {{ store: Store, fetch: typeof globalThis.fetch, lock: Lock, now?: () => number, chance?: () => number }} parts
   */
  constructor({ store, fetch, lock, now = Date.now, chance = Math.random }) {
    this.#store = store;
    this.#fetch = fetch;
    this.#lock = lock;
    this.#now = now;
    this.#chance = chance;
  }

  /**
   * Send what waits of a person; resolves with what stopped it. `force` sends even during a pause after failures.
   * @param {string} person
   * @param {Listeners & { force?: boolean }} [options]
   * @returns {Promise<Trouble>}
   */
  async send(person, { force = false, ...listeners } = {}) {
    if (!force && this.#now() < this.#notBefore) return "later";
    return this.#lock(() => this.#sendAll(person, listeners));
  }

  /**
   * End the pause after failures, and give up a request that has hung for more than a second. On a new line a
   * younger one is given up too if it is not answered soon: the old line may be dead; and what failed before says
   * nothing.
   */
  wake(onNewLine = false) {
    this.#notBefore = 0;
    if (onNewLine) this.#failures = 0;
    const request = this.#request;
    if (!request) return;
    if (this.#now() - request.since > STALE) request.abort();
    else if (onNewLine) setTimeout(request.abort, SOON);
  }

  /**
   * @param {string} person
   * @param {Listeners} listeners
   * @returns {Promise<Trouble>}
   */
  async #sendAll(person, listeners) {
    const aside = new Set(); // ids of what the server fails on: the others must not wait for it
    let most = MOST_ENTRIES;
    let late = 0;
    for (;;) {
      const mostNow = Math.min(most, this.#most, this.#failures ? FEW : MOST_ENTRIES);
      const batch = nextBatch(await this.#store.sendable(person, mostNow, aside), mostNow, this.#bytes);
      if (batch.length === 0) return aside.size ? "later" : "";
      const meaning = await this.#sendBatch(person, batch, listeners, late < MOST_LATE);
      if (meaning === "late") late += 1;
      else if (meaning === "smaller" && batch.length === 1) aside.add(batch[0].id);
      else if (meaning !== "smaller" && meaning !== "taken") return meaning;
      most = meaning === "smaller" ? Math.ceil(batch.length / 2) : MOST_ENTRIES;
    }
  }

  /**
   * @param {string} person
   * @param {Entry[]} batch
   * @param {Listeners} listeners
   * @param {boolean} again  whether a smaller one may follow at once where this one is late
   */
  async #sendBatch(person, batch, { sending, changed, failed }, again) {
    sending?.(batch);
    const answer = await this.#post(person, batch);
    const meaning = meaningOf(answer, person);
    if (batch.length > 1 && (meaning === "smaller" || (meaning === "late" && again))) return meaning;
    if (meaning === "taken" && (await this.#storeVerdicts(batch, answer, changed))) return meaning;
    if (await this.#backOff(batch, answer)) failed?.();
    return meaning === "taken" || meaning === "late" ? "later" : meaning;
  }

  /**
   * @param {string} person
   * @param {Entry[]} batch
   */
  async #post(person, batch) {
    const since = this.#now();
    const { answer, abort } = post(this.#fetch, person, batch, this.#most === 1 ? LONG : TIMEOUT);
    this.#request = { since, abort };
    const came = await answer.finally(() => {
      this.#request = undefined;
    });
    const took = came.status === 200 ? this.#now() - since : Infinity;
    this.#most = mostAfter(this.#most, { sent: batch.length, late: Boolean(came.late), took });
    this.#bytes = bytesAfter(this.#bytes, took);
    return came;
  }

  /**
   * Resolves with whether any entry has changed: without that the same batch would be sent for ever.
   * @param {Entry[]} batch
   * @param {Answer} answer
   * @param {Listeners["changed"]} changed
   */
  async #storeVerdicts(batch, { body }, changed) {
    const after = judged(batch, /** @type {Delivery} */ (body));
    await this.#store.update(after);
    changed?.(after);
    this.#failures = 0;
    this.#notBefore = 0;
    return after.some((entry) => !batch.includes(entry));
  }

  /**
   * Resolves with whether any entry has changed.
   * @param {Entry[]} batch
   * @param {Answer} answer
   */
  async #backOff(batch, { status, retryAfter }) {
    this.#failures += 1;
    this.#notBefore = this.#now() + pauseAfter(this.#failures, retryAfter, this.#chance());
    const changed = afterFailures(batch, status, this.#now());
    if (changed.length) await this.#store.update(changed);
    return changed.length > 0;
  }
}
