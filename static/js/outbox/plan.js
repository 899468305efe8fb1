// Decisions about sending. Pure: no network, no clock, no storage.

import { isWaiting, wire } from "./entry.js";

export const MOST_ENTRIES = 100;
export const MOST_BYTES = 200_000;
const MOST_TRIES = 50;
const LONGEST_WAIT = 30 * 24 * 3_600_000;
const FAULTS = new Set([400, 413, 500]);
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 3_600_000;

/** The next entries to send in one request: oldest first, at most 100 and 200 kB. */
export function nextBatch(entries, most = MOST_ENTRIES) {
  const batch = [];
  let bytes = 0;
  const ready = entries.filter(({ state }) => state === "saved");
  for (const entry of ready.sort((a, b) => a.seq - b.seq)) {
    bytes += bytesOf(wire(entry));
    if (batch.length === most || (batch.length > 0 && bytes > MOST_BYTES)) break;
    batch.push(entry);
  }
  return batch;
}

/**
 * What an answer means: "taken" (there are verdicts), "sign_in", "other_person", "smaller" (the
 * server cannot take this batch) or "later". Only an answer that names this person and lists verdicts
 * counts: captive portals and sign-in pages answer 200 too.
 */
export function meaningOf({ status, type, body }, person) {
  if (status === 200 && body?.person === person && Array.isArray(body.verdicts)) return "taken";
  if (status === 401 || type === "opaqueredirect") return "sign_in";
  if (status === 403) return "other_person";
  if (FAULTS.has(status)) return "smaller"; // one of them may be what it fails on
  return "later";
}

/** The entries of `batch` as they are after the server's verdicts; those without one stay as they are. */
export function judged(batch, { verdicts, rev }) {
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  return batch
    .filter((entry) => byId.has(entry.id))
    .map((entry) => {
      const { verdict, reason } = byId.get(entry.id);
      if (verdict === "refused") return { ...entry, state: "refused", reason };
      return verdict === "stored" || verdict === "seen" ? { ...entry, state: "sent", rev } : entry;
    });
}

/**
 * An entry after a request that failed with `status` (0: no answer). Only answers that may be about
 * the entry count as tries: being offline or meeting a busy server, however often, is no reason to
 * give up. After 50 tries, or 30 days, it is stuck.
 */
export function afterFailure(entry, status, now) {
  const tries = entry.tries + (FAULTS.has(status) ? 1 : 0);
  const since = entry.since ?? now; // not the tap: its clock may have been wrong
  const stuck = tries >= MOST_TRIES || now - since > LONGEST_WAIT;
  return { ...entry, tries, since, state: stuck ? "stuck" : entry.state };
}

/** What was held back to be taken back, as it is once it may be sent. */
export function released(entries) {
  return entries.filter(({ state }) => state === "held").map((entry) => ({ ...entry, state: "saved" }));
}

/** A stuck entry, to be tried again from the start. */
export function retried(entry) {
  return { ...entry, state: "saved", tries: 0, since: undefined };
}

/** Milliseconds to wait after the `tries`-th failure; chance: 0 to 1, spreads phones out. */
export function pauseAfter(tries, retryAfter, chance) {
  const doubled = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, tries - 1));
  const spread = doubled * (0.75 + chance / 2);
  return Math.max(spread, secondsOf(retryAfter) * 1000);
}

/**
 * What the person should be told: {state, waiting, stopped}. `trouble`: how the last attempt to
 * send ended; `waited`: whether something has waited since the page was opened.
 */
export function summaryOf(entries, trouble, waited) {
  const waiting = entries.filter(isWaiting).length;
  const stopped = entries.length - waiting; // refused or stuck: waits for the person, not the network
  return { state: stateOf(waiting, stopped, trouble, waited), waiting, stopped };
}

function stateOf(waiting, stopped, trouble, waited) {
  if (waiting && (trouble === "sign_in" || trouble === "other_person")) return trouble;
  if (waiting) return "saved";
  if (stopped) return "refused";
  return waited ? "sent" : "";
}

/** Sent entries that may go from the phone: all but the last 200. */
export function outdated(sent, most = 200) {
  return sent.slice(0, Math.max(0, sent.length - most));
}

function bytesOf(value) {
  return new TextEncoder().encode(JSON.stringify(value)).length + 1;
}

function secondsOf(retryAfter) {
  return /^\d{1,5}$/.test(retryAfter ?? "") ? Number(retryAfter) : 0;
}
