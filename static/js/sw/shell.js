// The shell: scripts, styles, icons and pages that are the same for everybody, in one cache per version of the app. The
// version before stays: pages that were cached, or are still open, ask for its files until they are drawn again.

import { packed, unpacked } from "./gzip.js";

const NAME = `shell-${__VERSION__}`;
const TIMEOUT = 20_000; // ms
const TRIES = 3; // the browser itself would try again with the next page only
const PAUSE = 1_000; // ms
/** @type {Record<string, string>} */
const KINDS = { js: "javascript", css: "css", svg: "svg" }; // by the end of a name: a part of its content type

/** Paths of its files, and of its pages with their language. */
export const shell = __SHELL__;

/** Fetch and cache the shell; a file that hangs or fails again and again fails it, and the page tries again. */
export async function cacheShell() {
  const cache = await caches.open(NAME);
  await Promise.all(shell.map((path) => persist((isAgain) => cacheFile(cache, path, isAgain))));
}

/** Delete the shells of other versions, but for the last one before this. */
export async function deleteOldShells() {
  const old = (await otherShells()).slice(0, -1);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/**
 * Return a file of the shell of any version, or a page of it (named with its language), or undefined.
 * @param {string} path
 */
export async function fromShell(path) {
  for (const name of [NAME, ...(await otherShells())]) {
    const file = await (await caches.open(name)).match(path);
    if (file) return unpacked(file);
  }
  return undefined;
}

/** Return the names of the shells of other versions, in the order in which they were made. */
async function otherShells() {
  return (await caches.keys()).filter((name) => name.startsWith("shell-") && name !== NAME);
}

/**
 * Do something until it succeeds, or fail as its last try does.
 * @param {(isAgain: boolean) => Promise<void>} action
 * @param {number} tries
 * @returns {Promise<void>}
 */
async function persist(action, tries = TRIES) {
  try {
    await action(tries < TRIES);
  } catch (error) {
    if (tries === 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    await persist(action, tries - 1);
  }
}

/**
 * @param {Cache} cache
 * @param {string} path
 * @param {boolean} isAgain  what the browser itself has cached may be the portal's page
 */
async function cacheFile(cache, path, isAgain) {
  const file = await fetch(path, { cache: isAgain ? "reload" : "default", signal: AbortSignal.timeout(TIMEOUT) });
  if (!file.ok || !isFileOf(path, file)) throw new Error(`${path}: ${file.status}`);
  await cache.put(path, packed(await file.text(), file));
}

/**
 * Return whether an answer is what a path names, and not the page of a captive portal.
 * @param {string} path
 * @param {Response} file
 */
function isFileOf(path, { headers, redirected }) {
  const kind = KINDS[/\.(\w+)$/.exec(path)?.[1] ?? ""];
  if (!kind) return headers.has("Smallwins-Person");
  return !redirected && Boolean(headers.get("Content-Type")?.includes(kind));
}
