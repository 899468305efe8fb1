// The shell: scripts, styles, icons and pages that are the same for everybody, in one cache per version of the app.

import { packed, unpacked } from "./gzip.js";

const NAME = `shell-${__VERSION__}`;
const TIMEOUT = 20_000; // ms
const TRIES = 3; // the browser itself would try again with the next page only
const PAUSE = 1_000; // ms

/** Paths of its files, and of its pages with their language. */
export const shell = __SHELL__;

/** Fetch and cache the shell; a file that hangs or fails again and again fails it, and the page tries again. */
export async function cacheShell() {
  const cache = await caches.open(NAME);
  await Promise.all(shell.map((path) => persist(() => cacheFile(cache, path))));
}

/** Delete the shells of other versions. */
export async function deleteOldShells() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("shell-") && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/**
 * Return a file of the shell, or a page of it (named with its language), or undefined.
 * @param {string} path
 */
export async function fromShell(path) {
  const file = await (await caches.open(NAME)).match(path);
  return file && unpacked(file);
}

/**
 * Do something until it succeeds, or fail as its last try does.
 * @param {() => Promise<void>} action
 * @param {number} tries
 * @returns {Promise<void>}
 */
async function persist(action, tries = TRIES) {
  try {
    await action();
  } catch (error) {
    if (tries === 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    await persist(action, tries - 1);
  }
}

/**
 * @param {Cache} cache
 * @param {string} path
 */
async function cacheFile(cache, path) {
  const file = await fetch(path, { signal: AbortSignal.timeout(TIMEOUT) });
  if (!file.ok) throw new Error(`${path}: ${file.status}`);
  await cache.put(path, packed(await file.text(), file));
}
