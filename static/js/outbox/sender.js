// Sending what waits: one request at a time on this phone. Used by pages, by the service worker, and by the
// simulated phones of tests/faults, which bring a store and a clock of their own.

import { afterFailure, judged, MOST_ENTRIES, meaningOf, nextBatch, pauseAfter } from "./plan.js";
import { post } from "./request.js";

/**
 * @import { Answer, Entry, Listeners, Delivery, Store, Trouble } from "./types.js"
 * @typedef {(work: () => Promise<Trouble>) => Promise<Trouble>} Lock  runs one work at a time on this phone
 */

const STALE = 1_000; // ms
const SOON = 1_500; // ms

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
   * younger one is given up too if it is not answered soon: the old line may be dead.
   */
  wake(onNewLine = false) {
    this.#notBefore = 0;
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
    for (;;) {
      const waiting = (await this.#store.entriesOf(person)).filter(({ id }) => !aside.has(id));
      const batch = nextBatch(waiting, most);
      if (batch.length === 0) return aside.size ? "later" : "";
      const meaning = await this.#sendBatch(person, batch, listeners);
      if (meaning === "smaller" && batch.length === 1) aside.add(batch[0].id);
      else if (meaning !== "smaller" && meaning !== "taken") return meaning;
      most = meaning === "taken" ? MOST_ENTRIES : Math.ceil(batch.length / 2);
    }
  }

  /**
   * @param {string} person
   * @param {Entry[]} batch
   * @param {Listeners} listeners
   */
  async #sendBatch(person, batch, { sending, changed }) {
    sending?.(batch);
    const answer = await this.#post(person, batch);
    const meaning = meaningOf(answer, person);
    if (meaning === "smaller" && batch.length > 1) return meaning;
    if (meaning === "taken" && (await this.#storeVerdicts(batch, answer, changed))) return meaning;
    await this.#backOff(batch, answer);
    return meaning === "taken" ? "later" : meaning;
  }

  /**
   * @param {string} person
   * @param {Entry[]} batch
   */
  async #post(person, batch) {
    const { answer, abort } = post(this.#fetch, person, batch);
    this.#request = { since: this.#now(), abort };
    return answer.finally(() => {
      this.#request = undefined;
    });
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
   * @param {Entry[]} batch
   * @param {Answer} answer
   */
  async #backOff(batch, { status, retryAfter }) {
    this.#failures += 1;
    this.#notBefore = this.#now() + pauseAfter(this.#failures, retryAfter, this.#chance());
    await this.#store.update(batch.map((entry) => afterFailure(entry, status, this.#now())));
  }
}
