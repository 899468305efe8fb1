// The shell: scripts, styles, icons and pages that are the same for everybody, in one cache per version of the app.

import { packed, unpacked } from "./gzip.js";

const NAME = `shell-${__VERSION__}`;
const TIMEOUT = 20_000; // ms

/** Paths of its files, and of its pages with their language. */
export const shell = __SHELL__;

/** Fetch and cache the shell; a request that hangs fails, so that the browser tries again next time. */
export async function cacheShell() {
  const cache = await caches.open(NAME);
  await Promise.all(shell.map((path) => cacheFile(cache, path)));
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
 * @param {Cache} cache
 * @param {string} path
 */
async function cacheFile(cache, path) {
  const file = await fetch(path, { signal: AbortSignal.timeout(TIMEOUT) });
  if (!file.ok) throw new Error(`${path}: ${file.status}`);
  await cache.put(path, packed(await file.text(), file));
}
