// Caching pages behind the one that is shown, so that they open without a connection.

import { deletionsSoFar } from "../outbox/deletions.js";
import { removeSent } from "../outbox/store.js";
import { cachePage, languageOf, missingPages, revOf } from "./pages.js";
import { CACHED, sourceOf } from "./routes.js";

/**
 * What is known when a page has come: whose it is, its language, the person's rev, and how often pages were deleted
 * before it was asked for.
 * @typedef {{ person: string, language: string | null, rev: number, deletions: number }} Seen
 */

const TIMEOUT = 20_000; // ms

let isCaching = false;
/** @type {Seen | null} */
let next = null;

/**
 * Return what is known of a page that has come.
 * @param {Response} response
 * @param {string} person
 * @param {number} deletions
 * @returns {Seen}
 */
export function seenOf(response, person, deletions) {
  return { person, language: languageOf(response), rev: revOf(response), deletions };
}

/** Fetch and cache Today, and the other pages behind it. */
export async function cacheToday() {
  const deletions = await deletionsSoFar();
  const today = await fetch("/", { signal: AbortSignal.timeout(TIMEOUT) });
  const person = today.headers.get("Smallwins-Person");
  if (today.status !== 200 || !person || person === "nobody") return;
  await cachePages("/", today, seenOf(today, person, deletions));
}

/**
 * Cache the page that was just shown, and then the others that are older.
 * @param {string} path
 * @param {Response} response
 * @param {Seen} seen
 */
export async function cachePages(path, response, seen) {
  if (sourceOf(path) === path) await cachePage(path, seen.person, response, seen.deletions);
  else await fetchAndCache(path, seen);
  await removeSent(seen.person).catch(() => {}); // of a person who used the phone before
  await cacheOlder(seen);
}

/**
 * Cache the pages that are not cached or were drawn before something changed that they may show: whatever opens
 * offline is as new as the newest page seen.
 * @param {Seen} seen
 */
export async function cacheOlder(seen) {
  next = seen;
  if (isCaching) return;
  isCaching = true;
  try {
    for (let now = taken(); now; now = taken()) await cacheThoseOlder(now);
  } finally {
    isCaching = false;
  }
}

function taken() {
  const now = next;
  next = null;
  return now;
}

/** @param {Seen} seen */
async function cacheThoseOlder(seen) {
  for (const older of await missingPages(CACHED, seen)) {
    if (!(await fetchAndCache(older, seen))) return;
  }
}

/**
 * Resolves with whether it makes sense to fetch the next one.
 * @param {string} path
 * @param {Seen} seen
 */
async function fetchAndCache(path, { person, language, deletions }) {
  const page = await fetch(sourceOf(path), { signal: AbortSignal.timeout(TIMEOUT) }).catch(() => null);
  if (page?.headers.get("Smallwins-Person") !== person) return false; // signed out, or a bad network
  if (languageOf(page) !== language) return false; // switched meanwhile: the next page does it
  if (page.status === 200) await cachePage(path, person, page, deletions);
  return true;
}
