// Decisions about sending. Pure: no network, no clock, no storage.

import { payloadOf } from "./entry.js";

/**
 * @import { Answer, Delivery, Entry } from "./types.js"
 */

export const MOST_ENTRIES = 100;
export const MOST_BYTES = 200_000;
const MOST_TRIES = 50;
const LONGEST_WAIT = 30 * 24 * 3_600_000; // ms
const FAULTS = new Set([400, 413, 500]);
const QUICK = 2_000; // ms; a batch that went in this time may be larger
const FIRST_PAUSE = 2_000; // ms
const LONGEST_PAUSE = 3_600_000; // ms

/**
 * Return the entries to send in the next request: the oldest, at most `most` and 200 kB, but at least one.
 * @param {Entry[]} entries
 */
export function nextBatch(entries, most = MOST_ENTRIES) {
  const batch = [];
  let bytes = 0;
  const ready = entries.filter(({ state }) => state === "saved");
  for (const entry of ready.sort((a, b) => a.seq - b.seq)) {
    bytes += bytesOf(payloadOf(entry));
    if (batch.length === most || (batch.length > 0 && bytes > MOST_BYTES)) break;
    batch.push(entry);
  }
  return batch;
}

/**
 * Return what an answer means: "taken" (there are verdicts), "sign_in", "other_person", "smaller" (the server
 * cannot take this batch), "late" (the line could not carry it in time) or "later". Only an answer that names this person and lists verdicts is "taken":
 * captive portals and sign-in pages answer 200 too.
 * @param {Answer} answer
 * @param {string} person
 * @returns {"taken" | "sign_in" | "other_person" | "smaller" | "late" | "later"}
 */
export function meaningOf({ status, type, body, late }, person) {
  if (late) return "late";
  if (status === 200 && isDelivery(body) && body.person === person) return "taken";
  if (status === 401 || type === "opaqueredirect") return "sign_in";
  if (status === 403) return "other_person";
  if (FAULTS.has(status)) return "smaller"; // one of the entries may be the cause
  return "later";
}

/**
 * Return how many entries the next request may hold, after one of `sent` that was `late` or took so long (ms): a slow
 * line carries as many as went before, a dead one teaches nothing that the next answer does not take back.
 * @param {number} most  how many this one could hold
 * @param {{ sent: number, late: boolean, took: number }} request
 */
export function mostAfter(most, { sent, late, took }) {
  if (late) return sent > 1 ? Math.ceil(sent / 2) : most;
  return took < QUICK ? Math.min(MOST_ENTRIES, most * 2) : most;
}

/**
 * Return the entries of `batch` that the server has judged, in their new states.
 * @param {Entry[]} batch
 * @param {Delivery} delivery
 * @returns {Entry[]}
 */
export function judged(batch, { verdicts, rev }) {
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  return batch.flatMap((entry) => {
    const { verdict, reason } = byId.get(entry.id) ?? {};
    if (verdict === "refused") return { ...entry, state: "refused", reason };
    if (verdict === "stored" || verdict === "seen") return { ...entry, state: "sent", rev };
    return verdict ? entry : [];
  });
}

/**
 * Return an entry after a request that failed with `status` (0: no answer) at the moment `now` (ms). Only answers
 * that may be about the entry count as tries: a phone that is offline, or a busy server, is no reason to give
 * up. After 50 tries, or 30 days, the entry is stuck.
 * @param {Entry} entry
 * @param {number} status
 * @param {number} now
 * @returns {Entry}
 */
export function afterFailure(entry, status, now) {
  const tries = entry.tries + (FAULTS.has(status) ? 1 : 0);
  const since = entry.since ?? now; // not the tap: its clock may have been wrong
  const stuck = tries >= MOST_TRIES || now - since > LONGEST_WAIT;
  return { ...entry, tries, since, state: stuck ? "stuck" : entry.state };
}

/**
 * Return those of `entries` that were held back, in the state in which they may be sent.
 * @param {Entry[]} entries
 * @returns {Entry[]}
 */
export function released(entries) {
  return entries.filter(({ state }) => state === "held").map((entry) => ({ ...entry, state: "saved" }));
}

/**
 * Return a stuck entry as it is when it is tried again from the start.
 * @param {Entry} entry
 * @returns {Entry}
 */
export function retried(entry) {
  return { ...entry, state: "saved", tries: 0, since: undefined };
}

/**
 * Return the ms to wait after the `tries`-th failure.
 * @param {number} tries
 * @param {string | null | undefined} retryAfter  the server's header, in seconds
 * @param {number} chance  0 to 1; spreads phones out
 */
export function pauseAfter(tries, retryAfter, chance) {
  const doubled = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, tries - 1));
  const spread = doubled * (0.75 + chance / 2);
  return Math.max(spread, secondsOf(retryAfter) * 1000);
}

/**
 * Return the sent entries that may be deleted: all but the last `most`.
 * @param {Entry[]} sent
 */
export function outdated(sent, most = 200) {
  return sent.slice(0, Math.max(0, sent.length - most));
}

/**
 * @param {unknown} body
 * @returns {body is Delivery}
 */
function isDelivery(body) {
  return Array.isArray(/** @type {Partial<Delivery> | null | undefined} */ (body)?.verdicts);
}

/** @param {unknown} value */
function bytesOf(value) {
  return new TextEncoder().encode(JSON.stringify(value)).length + 1;
}

/** @param {string | null | undefined} retryAfter */
function secondsOf(retryAfter) {
  return retryAfter && /^\d{1,5}$/.test(retryAfter) ? Number(retryAfter) : 0;
}
