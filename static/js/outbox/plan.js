// Decisions about sending. Pure: no network, no clock, no storage.

import { isWaiting, wire } from "./entry.js";

export const MOST_ENTRIES = 100;
export const MOST_BYTES = 200_000;
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 3_600_000;

/** The next entries to send in one request: oldest first, at most 100 and 200 kB. */
export function nextBatch(entries, most = MOST_ENTRIES) {
  const batch = [];
  let bytes = 0;
  for (const entry of entries.filter(isWaiting).sort((a, b) => a.seq - b.seq)) {
    bytes += bytesOf(wire(entry));
    if (batch.length === most || (batch.length > 0 && bytes > MOST_BYTES)) break;
    batch.push(entry);
  }
  return batch;
}

/**
 * What an answer means: "taken" (there are verdicts), "sign_in", "other_person", "smaller" (the
 * batch was too much) or "later". Only an answer that names this person and lists verdicts
 * counts: captive portals and sign-in pages answer 200 too.
 */
export function meaningOf({ status, type, body }, person) {
  if (status === 200 && body?.person === person && Array.isArray(body.verdicts)) return "taken";
  if (status === 401 || type === "opaqueredirect") return "sign_in";
  if (status === 403) return "other_person";
  if (status === 413) return "smaller";
  return "later";
}

/** The entries of `batch` as they are after the server's verdicts; those without one stay as they are. */
export function judged(batch, { verdicts, rev }) {
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  return batch.filter((entry) => byId.has(entry.id)).map((entry) => {
    const { verdict, reason } = byId.get(entry.id);
    if (verdict === "refused") return { ...entry, state: "refused", reason };
    return verdict === "stored" || verdict === "seen" ? { ...entry, state: "sent", rev } : entry;
  });
}

/** Milliseconds to wait after the `tries`-th failure; chance: 0 to 1, spreads phones out. */
export function pauseAfter(tries, retryAfter, chance) {
  const doubled = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, tries - 1));
  const spread = doubled * (0.75 + chance / 2);
  return Math.max(spread, secondsOf(retryAfter) * 1000);
}

/** What the person should be told about these entries. */
export function summaryOf(entries, trouble) {
  const waiting = entries.filter(isWaiting).length;
  const refused = entries.filter((entry) => entry.state === "refused").length;
  const sent = entries.some((entry) => entry.state === "sent");
  if (waiting && trouble === "sign_in") return { state: "sign_in", waiting, refused };
  if (waiting) return { state: "saved", waiting, refused };
  if (refused) return { state: "refused", waiting, refused };
  return { state: sent ? "sent" : "", waiting, refused };
}

/** Sent entries that a page of revision `rev` shows already, and that may go from the phone. */
export function shown(entries, rev) {
  return entries.filter((entry) => entry.state === "sent" && entry.rev <= rev);
}

function bytesOf(value) {
  return new TextEncoder().encode(JSON.stringify(value)).length + 1;
}

function secondsOf(retryAfter) {
  return /^\d{1,5}$/.test(retryAfter ?? "") ? Number(retryAfter) : 0;
}
