// What the worker keeps: the shell by version, pages by person.

const SHELL = `shell-${__VERSION__}`;
const LIMIT = 20_000;
const A_DAY = 24 * 3_600_000;
const SERVED = 'data-from="server"';
const KEPT = 'data-from="phone"';
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

/** A file of the shell; it is kept packed, as pages are. */
export async function fromShell(path) {
  const file = await (await caches.open(SHELL)).match(path);
  return file && new Response(unpacked(file), { headers: file.headers });
}

/** Keep a page of `person`, packed (a third of the room), and let go of everybody else's. */
export async function keepPage(name, person, response) {
  await dropPages(`pages-${person}`);
  const cache = await caches.open(`pages-${person}`);
  const page = (await response.text()).replace(SERVED, KEPT).replace(DRAWN, stamped());
  await cache.put(name, new Response(packed(page), { headers: headersOf(response) }));
}

/** Those of `names` that `person` has no page of here, or one that is older than a day. */
export async function missingPages(person, names) {
  const cache = await caches.open(`pages-${person}`);
  const found = await Promise.all(names.map((name) => cache.match(name)));
  return names.filter((_, place) => !found[place] || isOld(found[place]));
}

/** The kept page, marked with the time it was kept. */
export async function keptPage(name) {
  for (const cacheName of await caches.keys()) {
    if (!cacheName.startsWith("pages-")) continue;
    const page = await (await caches.open(cacheName)).match(name);
    if (page) return new Response(unpacked(page), { headers: page.headers });
  }
  return undefined;
}

/** Let go of all kept pages, but for the cache called `except`. */
export async function dropPages(except) {
  const names = await caches.keys();
  const pages = names.filter((name) => name.startsWith("pages-") && name !== except);
  await Promise.all(pages.map((name) => caches.delete(name)));
}

async function keepFile(cache, path) {
  const file = await fetch(path, { signal: AbortSignal.timeout(LIMIT) });
  if (!file.ok) throw new Error(`${path}: ${file.status}`);
  await cache.put(path, new Response(packed(await file.text()), { headers: headersOf(file) }));
}

function packed(text) {
  return new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
}

function unpacked(page) {
  return page.body.pipeThrough(new DecompressionStream("gzip"));
}

function isOld(page) {
  return Date.now() - Date.parse(page.headers.get("Date")) > A_DAY;
}

function stamped() {
  const now = new Date();
  const two = (n) => String(n).padStart(2, "0");
  return `<time id="drawn">${two(now.getHours())}:${two(now.getMinutes())}</time>`;
}

function headersOf(response) {
  const headers = new Headers(response.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  return headers;
}
