// Sending what waits: one request at a time on this phone, none longer than 8 s. Used by pages, by
// the worker, and by the simulated phones of tests/faults, which hand in a store and clock of their own.

import { wire } from "./entry.js";
import { afterFailure, judged, MOST_ENTRIES, meaningOf, nextBatch, pauseAfter } from "./plan.js";

const LIMIT = 8_000;
const STALE = 1_000;
const SOON = 1_500;

/**
 * A sender over `store` ({entriesOf, update}). `lock(work)` runs one work at a time on this phone.
 * `send(person)` resolves with "", "sign_in", "other_person" or "later"; `wake()` forgets the
 * back-off and gives up a request that has hung for more than a second. After `wake(true)`, on a new
 * line, one that is younger is given up too if it is not answered soon: the old line may be dead.
 */
export function makeSender({ store, fetch, lock, now = Date.now, chance = Math.random }) {
  let current; // the request in flight: {since, abort}
  let failures = 0;
  let notBefore = 0;

  function send(person, { changed = () => {}, sending = () => {}, force = false } = {}) {
    if (!force && now() < notBefore) return Promise.resolve("later");
    return lock(() => empty(person, changed, sending));
  }

  function wake(newLine = false) {
    notBefore = 0;
    const before = current;
    if (!before) return;
    if (now() - before.since > STALE) before.abort();
    else if (newLine) setTimeout(before.abort, SOON);
  }

  async function empty(person, changed, sending) {
    const aside = new Set(); // what the server fails on: the others are not to wait for it
    let most = MOST_ENTRIES;
    for (;;) {
      const waiting = (await store.entriesOf(person)).filter(({ id }) => !aside.has(id));
      const batch = nextBatch(waiting, most);
      if (batch.length === 0) return aside.size ? "later" : "";
      sending(batch);
      const answer = await post(person, batch);
      const meaning = meaningOf(answer, person);
      if (meaning === "taken") {
        if (!(await keep(batch, answer.body, changed))) return failed("later", answer, batch);
        most = MOST_ENTRIES;
      } else if (meaning === "smaller" && batch.length > 1) {
        most = Math.ceil(batch.length / 2);
      } else if (meaning === "smaller") {
        aside.add(batch[0].id);
        await failed(meaning, answer, batch);
      } else {
        return failed(meaning, answer, batch);
      }
    }
  }

  async function keep(batch, body, changed) {
    const after = judged(batch, body);
    await store.update(after);
    changed(after);
    failures = 0;
    notBefore = 0;
    return after.some((entry, place) => entry !== batch[place]);
  }

  async function failed(meaning, answer, batch) {
    failures += 1;
    notBefore = now() + pauseAfter(failures, answer.retryAfter, chance());
    await store.update(batch.map((entry) => afterFailure(entry, answer.status, now())));
    return meaning === "smaller" ? "later" : meaning;
  }

  async function post(person, batch) {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), LIMIT);
    current = { since: now(), abort: () => limit.abort() };
    try {
      const response = await fetch("/outbox/", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ person, entries: batch.map(wire) }),
        redirect: "manual", // a sign-in page at the end of a redirect would look like success
        credentials: "same-origin",
        cache: "no-store",
        signal: limit.signal,
      });
      return await told(response);
    } catch {
      return { status: 0 };
    } finally {
      clearTimeout(timer);
      current = undefined;
    }
  }

  return { send, wake };
}

async function told(response) {
  const body = response.status === 200 ? await response.json().catch(() => null) : null;
  return {
    status: response.status,
    type: response.type,
    retryAfter: response.headers.get("Retry-After"),
    body,
  };
}
