// Sending what waits: one request at a time on this phone, none longer than 8 s.
// Used by pages and by the worker; they share a lock.

import { wire } from "./entry.js";
import { judged, meaningOf, MOST_ENTRIES, nextBatch, pauseAfter } from "./plan.js";
import * as store from "./store.js";

const LIMIT = 8_000;
const STALE = 1_000;
const lock = navigator.locks
  ? (work) => navigator.locks.request("outbox", work)
  : oneAfterAnother();

let current; // the request in flight: {since, abort}
let tries = 0;
let notBefore = 0;

/**
 * Send what waits of `person`; resolves with "", "sign_in", "other_person" or "later".
 * `changed(entries)` is told of entries whose state changed; `force` skips the back-off.
 */
export function send(person, { changed = () => {}, sending = () => {}, force = false } = {}) {
  if (!force && Date.now() < notBefore) return Promise.resolve("later");
  return lock(() => empty(person, changed, sending));
}

/** Something happened that may have brought the network back: do not wait on a dead line. */
export function wake() {
  notBefore = 0;
  if (current && Date.now() - current.since > STALE) current.abort();
}

async function empty(person, changed, sending) {
  let most = MOST_ENTRIES;
  for (;;) {
    const batch = nextBatch(await store.entriesOf(person), most);
    if (batch.length === 0) return "";
    sending(batch);
    const answer = await post(person, batch);
    const meaning = meaningOf(answer, person);
    if (meaning === "smaller" && batch.length > 1) most = Math.ceil(batch.length / 2);
    else if (meaning !== "taken") return failed(meaning, answer, batch);
    else if (!(await keep(batch, answer.body, changed))) return failed("later", answer, batch);
  }
}

async function keep(batch, body, changed) {
  const after = judged(batch, body);
  await store.update(after);
  changed(after);
  tries = 0;
  return after.some((entry, place) => entry !== batch[place]);
}

async function failed(meaning, answer, batch) {
  tries += 1;
  notBefore = Date.now() + pauseAfter(tries, answer.retryAfter, Math.random());
  await store.update(batch.map((entry) => ({ ...entry, tries: entry.tries + 1 })));
  return meaning === "smaller" ? "later" : meaning;
}

async function post(person, batch) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), LIMIT);
  current = { since: Date.now(), abort: () => limit.abort() };
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

async function told(response) {
  const body = response.status === 200 ? await response.json().catch(() => null) : null;
  return {
    status: response.status,
    type: response.type,
    retryAfter: response.headers.get("Retry-After"),
    body,
  };
}

function oneAfterAnother() {
  // On plain http there are no Web Locks. Two tabs may then send the same entry: it is stored once.
  let last = Promise.resolve();
  return (work) => (last = last.then(work, work));
}
