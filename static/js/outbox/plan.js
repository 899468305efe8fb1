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

/**
 * Return the entries to send in the next request: the oldest, at most `most` and so many bytes, but at least one.
 * @param {Entry[]} entries
 */
export function nextBatch(entries, most = MOST_ENTRIES, mostBytes = MOST_BYTES) {
  const batch = [];
  let bytes = 0;
  const ready = entries.filter(({ state }) => state === "saved");
  for (const entry of ready.sort((a, b) => a.seq - b.seq)) {
    bytes += bytesOf(payloadOf(entry));
    if (batch.length === most || (batch.length > 0 && bytes > mostBytes)) break;
    batch.push(entry);
  }
  return batch;
}

/**
 * Return what an answer means: "taken" (there are verdicts), "sign_in", "other_person", "smaller" (the server
 * cannot take this batch), "late" (the line could not carry it in time) or "later". Only an answer that names this person
 * and lists verdicts is "taken", and only our server says who is signed in: captive portals and filters answer with any
 * status, or with a redirect, which our server never does.
 * @param {Answer} answer
 * @param {string} person
 * @returns {"taken" | "sign_in" | "other_person" | "smaller" | "late" | "later"}
 */
export function meaningOf({ status, body, late, isOurs }, person) {
  if (late) return "late";
  if (status === 200 && isDelivery(body) && body.person === person) return "taken";
  if (status === 401 && isOurs) return "sign_in";
  if (status === 403 && isOurs) return "other_person";
  if (FAULTS.has(status)) return "smaller"; // one of the entries may be the cause
  return "later";
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
 * Return those entries of `batch` that are not as before after a request that failed. Without a connection that is
 * none after the first time: a hundred writes would hold up the next tap.
 * @param {Entry[]} batch
 * @param {number} status
 * @param {number} now
 * @returns {Entry[]}
 */
export function afterFailures(batch, status, now) {
  const after = batch.map((entry) => afterFailure(entry, status, now));
  return after.filter(({ tries, since, state }, index) => {
    const before = batch[index];
    return tries !== before.tries || since !== before.since || state !== before.state;
  });
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
