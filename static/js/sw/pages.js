// Cached pages of the signed-in person, in one cache per person and language.

import { packed, unpacked } from "./gzip.js";

const A_DAY = 24 * 3_600_000; // ms
/** @type {Record<string, number>} */
const LIFE = { "/wins/": 10 * 60_000 }; // ms, of the page that changes with every win; of the others: a day
const FROM_SERVER = 'data-from="server"';
const FROM_PHONE = 'data-from="phone"';
const MOST_LANGUAGES = 2; // a person who switches between two has both; more would fill the phone
const DRAWN = '<time id="drawn"></time>';

/**
 * Cache a page of `person` in the language it came in, and delete the pages of all others.
 * @param {string} path
 * @param {string} person
 * @param {Response} response
 */
export async function cachePage(path, person, response) {
  const name = nameOf(person, languageOf(response));
  await makeRoom(person, name);
  const page = (await response.text()).replace(FROM_SERVER, FROM_PHONE).replace(DRAWN, stamped());
  await (await caches.open(name)).put(path, packed(page, response));
}

/**
 * Return those of `paths` of which `person` has no cached page in `language`, or one that is too old.
 * @param {string} person
 * @param {string | null} language
 * @param {string[]} paths
 */
export async function missingPages(person, language, paths) {
  const cache = await caches.open(nameOf(person, language));
  const found = await Promise.all(paths.map((path) => cache.match(path)));
  return paths.filter((path, index) => isMissing(found[index], LIFE[path] ?? A_DAY));
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
    const page = await (await caches.open(name)).match(path);
    if (page) return unpacked(page);
  }
  return undefined;
}

/** Delete all cached pages. */
export async function deletePages() {
  await Promise.all((await namesOfAll()).map((name) => caches.delete(name)));
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
 * @param {Response | undefined} page
 * @param {number} life  ms
 */
function isMissing(page, life) {
  return !page || Date.now() - Date.parse(page.headers.get("Date") ?? "") > life;
}

/** Return the time at which the page is cached, as the page shows it. */
function stamped() {
  const now = new Date();
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `<time id="drawn">${two(now.getHours())}:${two(now.getMinutes())}</time>`;
}
