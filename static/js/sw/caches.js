// What the worker keeps: the shell by version, pages by person and language; all of it packed, in a
// third of the room.

const SHELL = `shell-${__VERSION__}`;
const LIMIT = 20_000;
const A_DAY = 24 * 3_600_000;
const LIFE = { "/wins/": 10 * 60_000 }; // of the page that changes with every win; the others: a day
const SERVED = 'data-from="server"';
const KEPT = 'data-from="phone"';
const MOST_LANGUAGES = 2; // whoever goes back and forth between two has both; more would fill the phone
const DRAWN = '<time id="drawn"></time>';

export const shell = __SHELL__;

/** Fetch and keep the shell; a request that hangs fails, so that the browser tries again next time. */
export async function keepShell() {
  const cache = await caches.open(SHELL);
  await Promise.all(shell.map((path) => keepFile(cache, path)));
}

/** Let go of the shells of other versions. */
export async function dropOldShells() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("shell-") && name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** A file of the shell, or a page of it (named with its language). */
export async function fromShell(path) {
  const file = await (await caches.open(SHELL)).match(path);
  return file && opened(file);
}

/** Keep a page of `person` in the language it came in, and let go of everybody else's. */
export async function keepPage(name, person, response) {
  const place = placeOf(person, languageOf(response));
  await makeRoom(person, place);
  const page = (await response.text()).replace(SERVED, KEPT).replace(DRAWN, stamped());
  await (await caches.open(place)).put(name, packed(page, response));
}

/** Those of `names` that `person` has no page of here in `language`, or one that is too old. */
export async function missingPages(person, language, names) {
  const cache = await caches.open(placeOf(person, language));
  const found = await Promise.all(names.map((name) => cache.match(name)));
  return names.filter((name, place) => !found[place] || isOld(found[place], LIFE[name] ?? A_DAY));
}

/** The cached page, marked with the time when it was cached: in `language`, or else in the one it is there in. */
export async function keptPage(name, language) {
  const places = (await pagePlaces()).sort((a, b) => isIn(b, language) - isIn(a, language));
  for (const place of places) {
    const page = await (await caches.open(place)).match(name);
    if (page) return opened(page);
  }
  return undefined;
}

/** Delete all cached pages. */
export async function dropPages() {
  await Promise.all((await pagePlaces()).map((place) => caches.delete(place)));
}

/** The language of a page, as the server names it. */
export function languageOf(page) {
  return page.headers.get("Content-Language");
}

async function makeRoom(person, place) {
  const places = await pagePlaces(); // in the order in which they were made
  const theirs = places.filter((other) => other.startsWith(`pages-${person}.`) && other !== place);
  const stay = [place, ...theirs.slice(-MOST_LANGUAGES + 1)];
  await Promise.all(places.filter((other) => !stay.includes(other)).map((other) => caches.delete(other)));
}

async function pagePlaces() {
  return (await caches.keys()).filter((name) => name.startsWith("pages-"));
}

function placeOf(person, language) {
  return `pages-${person}.${language}`;
}

function isIn(place, language) {
  return place.endsWith(`.${language}`);
}

async function keepFile(cache, path) {
  const file = await fetch(path, { signal: AbortSignal.timeout(LIMIT) });
  if (!file.ok) throw new Error(`${path}: ${file.status}`);
  await cache.put(path, packed(await file.text(), file));
}

function packed(text, { headers }) {
  const bytes = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Response(bytes, { headers: plainHeaders(headers) });
}

function opened(page) {
  return new Response(page.body.pipeThrough(new DecompressionStream("gzip")), { headers: page.headers });
}

function isOld(page, life) {
  return Date.now() - Date.parse(page.headers.get("Date")) > life;
}

function stamped() {
  const now = new Date();
  const two = (n) => String(n).padStart(2, "0");
  return `<time id="drawn">${two(now.getHours())}:${two(now.getMinutes())}</time>`;
}

function plainHeaders(given) {
  const headers = new Headers(given);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  headers.delete("Vary"); // kept by name: a request is not to be compared with the one it came for
  return headers;
}
