// Cached pages of the signed-in person, in one cache per person and language.

import { unlessDeleted } from "../outbox/deletions.js";
import { packed, unpacked } from "./gzip.js";
import { withoutWords, withWords } from "./words.js";

const HALF_A_DAY = 12 * 3_600_000; // ms; after that it may be another day
/** @type {Record<string, number>} */
const LIFE = { "/wins/": 10 * 60_000 }; // ms; the phone itself adds what was sent since to the log, which is large
const FROM_SERVER = 'data-from="server"';
const FROM_PHONE = 'data-from="phone"';
const MOST_LANGUAGES = 2; // a person who switches between two has both; more would fill the phone
const WORDS = "/words"; // the sentences of scripts, once for all pages of a cache
const VERSION = "Smallwins-Shell"; // of the worker that cached it
const DRAWN = '<span id="drawn"></span>'; // of templates/shared/_standing.html

/**
 * Cache a page of `person` in the language it came in, and delete the pages of all others.
 * @param {string} path
 * @param {string} person
 * @param {Response} response
 * @param {number} deletions  how many there were when it was asked for
 */
export async function cachePage(path, person, response, deletions) {
  const name = nameOf(person, languageOf(response));
  const [text, words] = withoutWords(await response.text());
  const page = text.replace(FROM_SERVER, FROM_PHONE).replace(DRAWN, stamped());
  await unlessDeleted(deletions, async () => {
    await makeRoom(person, name);
    const cache = await caches.open(name);
    await cache.put(WORDS, packed(words, response)); // first: no page is without them
    await cache.put(path, packed(page, { headers: ofThisVersion(response) }));
  });
}

/**
 * Return those of `paths` of which a person has no cached page in a language, or one that was drawn before their rev
 * was `rev`, on another day, or by another version of the app.
 * @param {string[]} paths
 * @param {{ person: string, language: string | null, rev: number }} seen
 */
export async function missingPages(paths, { person, language, rev }) {
  const cacheName = nameOf(person, language);
  const found = await Promise.all(paths.map((path) => caches.match(path, { cacheName })));
  return paths.filter((path, index) => isMissing(found[index], LIFE[path] ?? 0, rev));
}

/**
 * Return the cached page, in `language` or else in the one that there is, or undefined.
 * @param {string} path
 * @param {string | null} language
 */
export async function cachedPage(path, language) {
  const isIn = (/** @type {string} */ name) => Number(name.endsWith(`.${language}`));
  const names = (await namesOfAll()).sort((a, b) => isIn(b) - isIn(a));
  for (const name of names) {
    const cache = await caches.open(name);
    const page = await cache.match(path);
    if (page) return asItCame(page, await cache.match(WORDS));
  }
  return undefined;
}

/**
 * @param {Response} page
 * @param {Response | undefined} words
 */
async function asItCame(page, words) {
  const [text, said] = await Promise.all([unpacked(page).text(), words ? unpacked(words).text() : ""]);
  return new Response(withWords(text, said), { headers: page.headers });
}

/**
 * Return the language of a page, as the server names it.
 * @param {Response} page
 */
export function languageOf(page) {
  return page.headers.get("Content-Language");
}

/**
 * Delete the caches of others, and those of this person's languages that are too many.
 * @param {string} person
 * @param {string} name
 */
async function makeRoom(person, name) {
  const names = await namesOfAll(); // in the order in which they were made
  const theirs = names.filter((other) => other.startsWith(`pages-${person}.`) && other !== name);
  const stay = [name, ...theirs.slice(-MOST_LANGUAGES + 1)];
  await Promise.all(names.filter((other) => !stay.includes(other)).map((other) => caches.delete(other)));
}

async function namesOfAll() {
  return (await caches.keys()).filter((name) => name.startsWith("pages-"));
}

/**
 * @param {string} person
 * @param {string | null} language
 */
function nameOf(person, language) {
  return `pages-${person}.${language}`;
}

/**
 * Return the rev of the person when a page was drawn.
 * @param {Response} page
 */
export function revOf(page) {
  return Number(page.headers.get("Smallwins-Rev"));
}

/**
 * @param {Response | undefined} page
 * @param {number} life  ms that it is good for at the least
 * @param {number} rev
 */
function isMissing(page, life, rev) {
  const age = page ? Date.now() - Date.parse(page.headers.get("Date") ?? "") : Infinity;
  if (!page || page.headers.get(VERSION) !== __VERSION__) return true;
  return age > HALF_A_DAY || (age > life && revOf(page) < rev);
}

/** @param {Response} response */
function ofThisVersion({ headers }) {
  const marked = new Headers(headers);
  marked.set(VERSION, __VERSION__);
  return marked;
}

/** Return the time at which the page is cached, as the page shows it. */
function stamped() {
  const now = new Date();
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `<span id="drawn">${two(now.getHours())}:${two(now.getMinutes())}</span>`;
}
