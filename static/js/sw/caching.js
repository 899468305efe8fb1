// Caching pages behind the one that is shown, so that they open without a connection.

import { removeSent } from "../outbox/store.js";
import { cachePage, languageOf, missingPages } from "./pages.js";
import { CACHED, sourceOf } from "./routes.js";

const TIMEOUT = 20_000; // ms

/** Fetch and cache Today, and the other pages behind it. */
export async function cacheToday() {
  const today = await fetch("/", { signal: AbortSignal.timeout(TIMEOUT) });
  const person = today.headers.get("Smallwins-Person");
  if (today.status === 200 && person && person !== "nobody") await cachePages("/", person, today);
}

/**
 * Cache the page that was just shown, and then those of the others that are not cached or too old.
 * @param {string} path
 * @param {string} person
 * @param {Response} response
 */
export async function cachePages(path, person, response) {
  const language = languageOf(response);
  if (sourceOf(path) === path) await cachePage(path, person, response);
  else await fetchAndCache(path, person, language);
  await removeSent(person).catch(() => {}); // of a person who used the phone before
  for (const missing of await missingPages(person, language, CACHED)) {
    if (!(await fetchAndCache(missing, person, language))) return;
  }
}

/**
 * Resolves with whether it makes sense to fetch the next one.
 * @param {string} path
 * @param {string} person
 * @param {string | null} language
 */
async function fetchAndCache(path, person, language) {
  const page = await fetch(sourceOf(path), { signal: AbortSignal.timeout(TIMEOUT) }).catch(() => null);
  if (page?.headers.get("Smallwins-Person") !== person) return false; // signed out, or a bad network
  if (languageOf(page) !== language) return false; // switched meanwhile: the next page does it
  if (page.status === 200) await cachePage(path, person, page);
  return true;
}
