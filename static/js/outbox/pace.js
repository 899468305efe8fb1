// How much a line carries in time, and how long to wait after a failure. Pure.

import { MOST_BYTES, MOST_ENTRIES } from "./plan.js";

export const FIRST_BYTES = 32_000; // goes within 8 s at 64 kbit/s; a line that is quicker gets more at a time
const FIRST_PAUSE = 2_000; // ms
const LONGEST_PAUSE = 3_600_000; // ms
const QUICK = 2_000; // ms; a batch that went in this time may be larger

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
 * Return how many bytes the next request may hold, after one of at most `bytes` that took so long (ms).
 * @param {number} bytes
 * @param {number} took
 */
export function bytesAfter(bytes, took) {
  return took < QUICK ? Math.min(MOST_BYTES, bytes * 2) : bytes;
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

/** @param {string | null | undefined} retryAfter */
function secondsOf(retryAfter) {
  return retryAfter && /^\d{1,5}$/.test(retryAfter) ? Number(retryAfter) : 0;
}
